import { levels } from '../../analytics/framework/level.ts'
import { strands } from '../../analytics/framework/strand.ts'
import type { Found, RacedId } from './questions.ts'

/** A row as an engine returns it; null where nothing was found to stand beside the population. */
export type SqlRow = Readonly<Record<string, number | null>>

const numberIn = (row: SqlRow | undefined, name: string): number => row?.[name] ?? 0

/** How many schools the rows stand for that hold a condition. */
function schoolsIn(rows: readonly SqlRow[], holds: (row: SqlRow) => boolean): number {
  let schools = 0
  for (const row of rows) if (holds(row)) schools += numberIn(row, 'n')
  return schools
}

const all = (): boolean => true

/** The rows of a measure's statement as the measure's own rows and totals. */
export const decode: Readonly<Record<RacedId, (rows: readonly SqlRow[]) => Found>> = {
  coverage([row]) {
    const [population, engaged] = [numberIn(row, 'population'), numberIn(row, 'engaged')]
    const [audited, reAudited] = [numberIn(row, 'audited'), numberIn(row, 're_audited')]
    const [neverEngaged, notAudited] = [population - engaged, population - audited]
    return { rows: [{ population, engaged, audited, reAudited, neverEngaged, notAudited }], totals: {} }
  },

  'strand-profile'(rows) {
    const notAudited = numberIn(rows[0], 'population') - schoolsIn(rows, all)
    const found = strands.map((strand, column) => {
      const at = (level: number) => schoolsIn(rows, (row) => row[`level${column}`] === level)
      return {
        strand,
        focusing: at(1),
        developing: at(2),
        establishing: at(3),
        enhancing: at(4),
        notRated: at(0),
        notAudited,
      }
    })
    return { rows: found, totals: {} }
  },

  'strand-progress'(rows) {
    const again = rows.filter(({ once }) => once === 0)
    const compared = again.filter(({ ok }) => ok === 1)
    const notYet = schoolsIn(rows, ({ once }) => once === 1)
    const notAudited = numberIn(rows[0], 'population') - schoolsIn(rows, all)
    const found = strands.map((strand, column) => {
      const moved = (way: number) => schoolsIn(compared, (row) => row[`move${column}`] === way)
      const [up, same, down] = [moved(1), moved(2), moved(3)]
      return { strand, up, same, down, notYet, notComparable: schoolsIn(again, all) - up - same - down, notAudited }
    })
    return { rows: found, totals: {} }
  },

  'transition-matrix'(rows) {
    const compared = rows.filter(
      ({ once, ok, first0, level0 }) => once === 0 && ok === 1 && first0 !== 0 && level0 !== 0,
    )
    const unrepeated = rows.filter(({ once, level0 }) => once === 1 && level0 !== 0)
    const found = levels.map((first, turn) => {
      const to = (level: number) => schoolsIn(compared, ({ first0, level0 }) => first0 === turn + 1 && level0 === level)
      const notYet = schoolsIn(unrepeated, ({ level0 }) => level0 === turn + 1)
      return { first, focusing: to(1), developing: to(2), establishing: to(3), enhancing: to(4), notYet }
    })
    const n = numberIn(rows[0], 'rated')
    const counted = schoolsIn(compared, all) + schoolsIn(unrepeated, all)
    return { rows: found, totals: { n, notComparable: n - counted } }
  },

  'award-ladder'(rows) {
    const at = (step: number) => schoolsIn(rows, (row) => row['step'] === step)
    const none = numberIn(rows[0], 'population') - schoolsIn(rows, all)
    return {
      rows: [{ workingTowardsBronze: at(0), bronze: at(1), silver: at(2), gold: at(3), lapsed: at(4), none }],
      totals: {},
    }
  },
}
