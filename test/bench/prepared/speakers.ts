import { numbersOf } from '../../../analytics/evidence/columns.ts'
import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import { forever } from '../../../analytics/evidence/endless.ts'
import type { Place } from './place.ts'
import type { Prepared } from './table.ts'

/** The population: a row a stretch, with since when the school is engaged and each strand is rated. */
export function speakers({ audits, schools, starts }: Evidence, place: Place): Prepared {
  const engagedOn = numbersOf(schools, 'engagedOn')
  const heldOn = numbersOf(audits, 'heldOn')
  const rated = (['level0', 'level1', 'level2', 'level3'] as const).map((name) => {
    const level = numbersOf(audits, name)
    return (school: number): number => {
      const end = starts.audits[school + 1]!
      // Of two audits on one day the one that stands later counts.
      for (let row = starts.audits[school]!; row < end; row++)
        if (level[row]! > 0 && (row + 1 === end || heldOn[row + 1] !== heldOn[row])) return heldOn[row]!
      return forever
    }
  })
  return place(
    'speaker',
    ['school'],
    Array.from({ length: schools.numRows }, (_, school) => school),
    [
      ['number', 'engaged_on', (school) => engagedOn[school]!],
      ...rated.map((of, strand) => ['number', `rated${strand}`, of] as const),
    ],
  )
}
