import { dayNumber } from '../../analytics/framework/day.ts'
import { phases } from '../../analytics/framework/phase.ts'
import type { Question, RacedId } from './questions.ts'

/** The SQL of one question, and what its names stand for. */
export interface Statement {
  readonly text: string
  readonly names: Readonly<Record<string, number>>
}

/**
 * One statement a measure. The engines run the same text but for two clauses, in each of which one engine is several
 * times faster with one form and the other with the other.
 */
export type Dialect = Pick<Clauses, 'coverage' | 'rated'>

interface Clauses {
  /** Counts of coverage: in one pass over a left join, or apart over inner joins. */
  readonly coverage: (open: string) => string
  /** Which schools have an audit that rates the strand. */
  readonly rated: string
}

const latestAudit = 'a.held_on <= $day and a.next_on > $day'
const ratedBefore = 'a.held_on <= $day and a.next_on > a.held_on and a.level0 > 0'
const engaged = 'cast(count(case when s.engaged_on <= $day then 1 end) as integer) as engaged'
const audited = `cast(count(a.school) as integer) as audited,
  cast(count(case when a.first_on < a.held_on then 1 end) as integer) as re_audited`
const count = 'cast(count(*) as integer)'

export const onePass: Dialect = {
  coverage: (open) => `select ${count} as population, ${engaged}, ${audited}
    from speaker s left join audit a on a.school = s.school and ${latestAudit} where ${open}`,
  rated: `exists (select 1 from audit a where a.school = s.school and ${ratedBefore})`,
}

export const apart: Dialect = {
  coverage: (open) => `select * from
    (select ${count} as population, ${engaged} from speaker s where ${open}),
    (select ${audited} from speaker s join audit a using (school) where ${latestAudit} and ${open})`,
  rated: `s.school in (select a.school from audit a where ${ratedBefore})`,
}

/** The statement for a question: groups of schools with their numbers, beside each the population. */
export function statementOf({ id, asked }: Question, dialect: Dialect): Statement {
  const { council, phase } = asked.where
  const open = ['s.from_day <= $day and s.until_day >= $day']
  const names: Record<string, number> = { day: dayNumber(asked.asOf) }
  if (council !== undefined) {
    open.push('s.la = $la')
    names['la'] = Number(council)
  }
  if (phase !== undefined) {
    open.push('s.phase = $phase')
    names['phase'] = phases.indexOf(phase)
  }
  return { text: texts[id](open.join(' and '), dialect), names }
}

const besidePopulation = (open: string, groups: string): string =>
  `select * from (select ${count} as population from speaker s where ${open}) left join (${groups}) on true`

const latestAudits = (open: string): string =>
  `speaker s join audit a on a.school = s.school where ${latestAudit} and ${open}`

const once = 'case when first_on = held_on then 1 else 0 end'

/** Groups of audits with `ok`: 1 where the levels of first and latest framework can be compared. */
const withComparable = (groups: string): string =>
  `select g.*, case when c.a is null then 0 else 1 end as ok
    from (${groups}) g left join comparable c on c.a = g.first_framework and c.b = g.framework`

const move = (strand: number): string =>
  `case when first${strand} = 0 or level${strand} = 0 then 0 when level${strand} > first${strand} then 1
    when level${strand} = first${strand} then 2 else 3 end as move${strand}`

const texts: Readonly<Record<RacedId, (open: string, dialect: Dialect) => string>> = {
  coverage: (open, { coverage }) => coverage(open),
  'strand-profile': (open) =>
    besidePopulation(
      open,
      `select level0, level1, level2, level3, ${count} as n from ${latestAudits(open)} group by 1, 2, 3, 4`,
    ),
  'strand-progress': (open) =>
    besidePopulation(
      open,
      withComparable(
        `select ${once} as once, first_framework, framework, ${[0, 1, 2, 3].map(move).join(', ')}, ${count} as n
          from ${latestAudits(open)} group by 1, 2, 3, 4, 5, 6, 7`,
      ),
    ),
  'transition-matrix': (open, { rated }) =>
    `select * from (select ${count} as rated from speaker s where ${open} and ${rated}) left join (${withComparable(
      `select ${once} as once, first_framework, framework, first0, level0, ${count} as n
        from ${latestAudits(open)} group by 1, 2, 3, 4, 5`,
    )}) on true`,
  'award-ladder': (open) =>
    besidePopulation(
      open,
      `select case when a.valid_until < $day then 4 else a.award end as step, ${count} as n
        from speaker s join award a on a.school = s.school
        where a.award_on <= $day and a.next_on > $day and ${open} group by 1`,
    ),
}
