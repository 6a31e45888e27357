import { meetingKey } from '../match/match.ts'
import { isBlank, trimmed } from '../recognise/reading.ts'
import type { Known } from '../sheets/known.ts'
import type { SheetRow } from '../sheets/sheet.ts'
import type { SheetFile } from './read.ts'

const step = 1000

/** The meetings that rows tell of and name by URN: to other rows they are as good as known. */
const toldMeetings = (rows: readonly SheetRow[]): readonly string[] =>
  rows.flatMap(({ facts }) =>
    facts
      .filter(({ table }) => table === 'audit')
      .map(({ key }) => meetingKey(Number(key['urn']), String(key['heldOn']))),
  )

/** Every row of a file checked. Rows that name their school by URN come first, for the others lean on them. */
export function checkRows(
  { sheet, places, rows }: SheetFile,
  known: Known,
  onProgress: (done: number, of: number) => void,
): readonly SheetRow[] {
  const isByUrn = ({ cells }: (typeof rows)[number]): boolean =>
    (places['urn'] ?? []).some((place) => !isBlank(trimmed(cells[place] ?? '')))
  const checked: SheetRow[] = []
  const check = (row: (typeof rows)[number], against: Known): void => {
    checked.push(sheet.read(row, places, against))
    if (checked.length % step === 0 || checked.length === rows.length) onProgress(checked.length, rows.length)
  }
  for (const row of rows) if (isByUrn(row)) check(row, known)
  const meetings = new Set([...known.meetings, ...toldMeetings(checked)])
  for (const row of rows) if (!isByUrn(row)) check(row, { ...known, meetings })
  return checked.toSorted((a, b) => a.row - b.row)
}
