import { wordsOf } from '../../../analytics/evidence/columns.ts'
import { byNameBut } from '../../../analytics/framework/by-name.ts'
import { count, sumOf, total, type Statement } from './statement.ts'

export const reflectionOutcomes: Statement = {
  text: ({ day, open }) => `select month, theme, achieved, ${count} as n, ${sumOf('sheet')} as sheets
    from outcome where returned_on <= ${day} and ${open} group by month, theme, achieved`,
  read: (rows, { evidence }) => {
    const themes = wordsOf(evidence.priorities, 'theme')
    const found = ([12, 24] as const).flatMap((month) =>
      [
        ...Map.groupBy(
          rows.filter((row) => row['month'] === month),
          ({ theme }) => themes[theme!]!,
        ),
      ]
        .toSorted(([a], [b]) => byNameBut('')(a, b))
        .map(([theme, of]) => {
          const at = (code: number) => total(of, ({ achieved }) => achieved === code)
          return {
            month,
            theme: theme || 'No theme',
            notStarted: at(1),
            started: at(2),
            mostlyAchieved: at(3),
            fullyAchieved: at(4),
            notAnswered: at(0),
          }
        }),
    )
    const reflections = rows.reduce((sum, { sheets = 0 }) => sum + sheets, 0)
    return { rows: found, totals: { reflections, priorities: total(rows) } }
  },
}
