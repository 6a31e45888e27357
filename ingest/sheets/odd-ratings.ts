import type { Note } from '../note.ts'
import { factKey } from './fact.ts'
import type { Known } from './known.ts'
import type { Meeting } from './meeting.ts'
import { oddityOf } from './oddity.ts'
import type { SheetRow } from './sheet.ts'

/** A strand of a meeting that rows of a file judge, with the first of those rows. */
interface Judged {
  readonly meeting: Meeting
  readonly strand: string
  readonly row: number
}

const strandKey = (fields: Readonly<Record<string, unknown>>): string => factKey('rating', fields)

/** The strands of meetings that the rows judge, each once. */
function strandsOf(rows: readonly SheetRow[]): readonly Judged[] {
  const strands = new Map<string, Judged>()
  for (const { row, facts } of rows)
    for (const { key } of facts) {
      const meeting = { urn: Number(key['urn']), heldOn: String(key['heldOn']) }
      const known = strandKey(key)
      if (!strands.has(known)) strands.set(known, { meeting, strand: String(key['strand']), row })
    }
  return [...strands.values()]
}

/** All judgements by the strand of their meeting: those known, and over them those of the rows. */
function judgementsOf(rows: readonly SheetRow[], { current }: Known) {
  const all = new Map<string, { readonly strand: string; readonly level: string; readonly judgement: string | null }>()
  for (const [key, row] of current.criterionRating)
    all.set(key, { strand: strandKey({ ...row }), level: row.level, judgement: row.judgement })
  for (const { facts } of rows)
    for (const { key, content } of facts)
      all.set(factKey('criterionRating', key), {
        strand: strandKey(key),
        level: String(key['level']),
        judgement: content === null ? null : String(content['judgement']),
      })
  return Map.groupBy(
    [...all.values()].filter(({ judgement }) => judgement !== null),
    ({ strand }) => strand,
  )
}

const asked = 'best fit is a judgement, so this only asks whether both are as meant'

/** Notes on ratings that are hard to square with how the criteria of their strand were judged. */
export function oddRatings(
  rows: readonly SheetRow[],
  known: Known,
  frameworkOf: (meeting: Meeting) => string | null,
): readonly Note[] {
  const judgements = judgementsOf(rows, known)
  return strandsOf(rows).flatMap(({ meeting, strand, row }) => {
    const key = strandKey({ ...meeting, strand })
    const level = known.current.rating.get(key)?.level
    if (level === undefined) return []
    const framework = frameworkOf(meeting)
    const odd = oddityOf(level, judgements.get(key) ?? [], (each) =>
      framework === null ? 0 : known.criteria.countOf(framework, strand, each),
    )
    if (odd === null) return []
    return [{ row, column: 'Judgement', text: `${strand} at the meeting of ${meeting.heldOn} ${odd}: ${asked}` }]
  })
}
