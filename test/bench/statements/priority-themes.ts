import { wordsOf } from '../../../analytics/evidence/columns.ts'
import { byNameBut } from '../../../analytics/framework/by-name.ts'
import { percentOf } from '../../../analytics/measures/percent.ts'
import { count, latestAudit, sumOf, total, type Statement } from './statement.ts'

const [population, audited] = [-2, -1]

/** All priorities of these facts have a theme given. */
export const priorityThemes: Statement = {
  text: (
    asking,
  ) => `select ${population} as theme, ${count} as n, 0 as schools, 0 as audits from speaker where ${asking.open}
    union all select ${audited}, ${count}, 0, 0 from audit where ${latestAudit(asking)}
    union all select theme, ${count}, ${sumOf('first_of_theme')}, ${sumOf('first_of_audit')}
    from priority where ${latestAudit(asking)} group by theme`,
  read: (rows, { evidence }) => {
    const themes = wordsOf(evidence.priorities, 'theme')
    const told = rows.filter(({ theme = 0 }) => theme >= 0)
    const withPriorities = told.reduce((sum, { audits = 0 }) => sum + audits, 0)
    const found = told
      .map(({ theme = 0, n = 0, schools = 0 }) => ({
        theme: themes[theme]!,
        given: n,
        sorted: 0,
        priorities: n,
        schools,
        schoolPercent: percentOf(schools, withPriorities),
      }))
      .toSorted((a, b) => byNameBut('Unsorted')(a.theme, b.theme))
    const [all, met] = [total(rows, ({ theme }) => theme === population), total(rows, ({ theme }) => theme === audited)]
    return {
      rows: found,
      totals: {
        priorities: total(told),
        withPriorities,
        withoutPriorities: met - withPriorities,
        notAudited: all - met,
      },
    }
  },
}
