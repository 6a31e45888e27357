import { levels, type Level } from '../../analytics/framework/level.ts'
import type { Note } from '../note.ts'
import { factKey } from './fact.ts'
import { frameworkOf } from './framework-of-meeting.ts'
import type { Known } from './known.ts'
import type { Meeting } from './meeting.ts'
import { oddityOf } from './oddity.ts'
import type { SheetRow } from './sheet.ts'

/** A strand of a meeting that rows of a file rate or judge, with the first of those rows and the column that does. */
interface Told {
  readonly meeting: Meeting
  readonly strand: string
  readonly row: number
  readonly column: string | null
}

const strandKey = (fields: Readonly<Record<string, unknown>>): string => factKey('rating', fields)

/** The strands of meetings that the rows rate or judge, each once. */
function strandsOf(rows: readonly SheetRow[]): readonly Told[] {
  const strands = new Map<string, Told>()
  for (const { row, facts } of rows)
    for (const { table, key, column } of facts) {
      if (table !== 'rating' && table !== 'criterionRating') continue
      const meeting = { urn: Number(key['urn']), heldOn: String(key['heldOn']) }
      const known = strandKey(key)
      if (!strands.has(known)) strands.set(known, { meeting, strand: String(key['strand']), row, column })
    }
  return [...strands.values()]
}

/** The levels of strands of meetings: those known, and over them those of the rows. */
function levelsOf(rows: readonly SheetRow[], { current }: Known): ReadonlyMap<string, Level | undefined> {
  const all = new Map<string, Level | undefined>()
  for (const [key, { level }] of current.rating) all.set(key, level)
  for (const { facts } of rows)
    for (const { table, key, content } of facts)
      if (table === 'rating')
        all.set(
          strandKey(key),
          levels.find((level) => level === content?.['level']),
        )
  return all
}

/** All judgements by the strand of their meeting: those known, and over them those of the rows. */
function judgementsOf(rows: readonly SheetRow[], { current }: Known) {
  const all = new Map<string, { readonly strand: string; readonly level: string; readonly judgement: string | null }>()
  for (const [key, row] of current.criterionRating)
    all.set(key, { strand: strandKey({ ...row }), level: row.level, judgement: row.judgement })
  for (const { facts } of rows)
    for (const { table, key, content } of facts)
      if (table === 'criterionRating')
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

/** Notes on ratings that are hard to square with how the criteria of their strand were judged, whichever came first. */
export function oddRatings(rows: readonly SheetRow[], known: Known): readonly Note[] {
  const judgements = judgementsOf(rows, known)
  if (judgements.size === 0) return []
  const ratings = levelsOf(rows, known)
  return strandsOf(rows).flatMap(({ meeting, strand, row, column }) => {
    const key = strandKey({ ...meeting, strand })
    const level = ratings.get(key)
    if (level === undefined) return []
    const framework = frameworkOf(meeting, known)
    const odd = oddityOf(level, judgements.get(key) ?? [], (each) =>
      framework === null ? 0 : known.criteria.countOf(framework, strand, each),
    )
    if (odd === null) return []
    return [{ row, column, text: `${strand} at the meeting of ${meeting.heldOn} ${odd}: ${asked}` }]
  })
}
