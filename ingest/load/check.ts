import { meetingKey } from '../match/match.ts'
import { isBlank, trimmed } from '../recognise/reading.ts'
import type { Known } from '../sheets/known.ts'
import type { SheetRow } from '../sheets/sheet.ts'
import type { PartRow } from './parts.ts'
import type { SheetFile } from './read.ts'

/** A row as its sheet understands it, with the tab it stands in and where. */
export type TabRow = SheetRow & { readonly file: SheetFile; readonly at: number }

/** The meetings that rows tell of and name by URN: to other rows they are as good as known. */
const toldMeetings = (rows: readonly SheetRow[]): readonly string[] =>
  rows.flatMap(({ facts }) =>
    facts
      .filter(({ table }) => table === 'audit')
      .map(({ key }) => meetingKey(Number(key['urn']), String(key['heldOn']))),
  )

const isByUrn = ({ file: { places }, row: { cells } }: PartRow): boolean =>
  (places['urn'] ?? []).some((place) => !isBlank(trimmed(cells[place] ?? '')))

/** Rows of one kind checked. Those that name their school by URN come first, for the others lean on them. */
export function checkRows(rows: readonly PartRow[], known: Known, onRow: () => void): readonly TabRow[] {
  const check = ({ file, at, row }: PartRow, against: Known): TabRow => {
    const answer = file.sheet.read(row, file.places, against)
    onRow()
    return { ...answer, file, at }
  }
  const first = rows.map((row) => (isByUrn(row) ? check(row, known) : null))
  const told = first.filter((row) => row !== null)
  if (told.length === rows.length) return told
  const against = { ...known, meetings: new Set([...known.meetings, ...toldMeetings(told)]) }
  return rows.map((row, index) => first[index] ?? check(row, against))
}
