import { count, total, type Statement } from './statement.ts'

const statuses = ['notDue', 'due', 'overdue', 'returned', 'withdrawn', 'superseded'] as const

/** How the reflection of a month stands on a day, as its place among the statuses. */
export const statusOf = (month: number, day: number): string =>
  `case when returned${month}_on <= ${day} then 3 when withdrawn${month}_on <= ${day} then 4
    when newer${month}_on <= ${day} then 5 when due${month}_on > ${day} then 0
    when due${month}_on + 30 >= ${day} then 1 else 2 end`

export const reflectionsDue: Statement = {
  text: ({ day, open }) => `select ${statusOf(12, day)} as month12, ${statusOf(24, day)} as month24, ${count} as n
    from due where held_on <= ${day} and ${open} group by 1, 2`,
  read: (rows) => {
    const found = ([12, 24] as const).map((month) => {
      const at = statuses.map((key, status) => [key, total(rows, (row) => row[`month${month}`] === status)])
      return { month, ...Object.fromEntries(at) }
    })
    return { rows: found, totals: { audits: total(rows) } }
  },
}
