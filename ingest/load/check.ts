import { meetingKey } from '../match/match.ts'
import { isBlank, trimmed } from '../recognise/reading.ts'
import type { Known } from '../sheets/known.ts'
import type { SheetRow } from '../sheets/sheet.ts'
import type { SheetFile } from './read.ts'

/** A row with the tab it stands in. */
export type TabRow = SheetRow & { readonly file: SheetFile }

const step = 1000

/** The meetings that rows tell of and name by URN: to other rows they are as good as known. */
const toldMeetings = (rows: readonly SheetRow[]): readonly string[] =>
  rows.flatMap(({ facts }) =>
    facts
      .filter(({ table }) => table === 'audit')
      .map(({ key }) => meetingKey(Number(key['urn']), String(key['heldOn']))),
  )

type GridRow = SheetFile['rows'][number]

const isByUrn = ({ places }: SheetFile, { cells }: GridRow): boolean =>
  (places['urn'] ?? []).some((place) => !isBlank(trimmed(cells[place] ?? '')))

/** Every row of tabs of one kind checked. Rows that name their school by URN come first, for the others lean on them. */
export function checkRows(
  files: readonly SheetFile[],
  known: Known,
  onProgress: (done: number, of: number) => void,
): readonly TabRow[] {
  const rows = files.flatMap((file) => file.rows.map((row) => ({ file, row })))
  const checked = new Map<GridRow, TabRow>()
  const check = ({ file, row }: (typeof rows)[number], against: Known): void => {
    checked.set(row, { ...file.sheet.read(row, file.places, against), file })
    if (checked.size % step === 0 || checked.size === rows.length) onProgress(checked.size, rows.length)
  }
  for (const each of rows) if (isByUrn(each.file, each.row)) check(each, known)
  const meetings = new Set([...known.meetings, ...toldMeetings([...checked.values()])])
  for (const each of rows) if (!isByUrn(each.file, each.row)) check(each, { ...known, meetings })
  return rows.flatMap(({ row }) => checked.get(row) ?? [])
}
