import { addMonths, dayNumber } from '../../../analytics/framework/day.ts'
import { monthOf } from '../prepared/months.ts'
import { latestAward } from './award-ladder.ts'
import { statusOf } from './reflections-due.ts'
import { count, latestAudit, total, type Asking, type Statement } from './statement.ts'

const monthNames = 'January February March April May June July August September October November December'.split(' ')
const [overdue, now, first, later, nothing, unnamed] = [0, 1, 2, 15, 16, 17]
const [reflections, visits, awards, reAudits, population] = [0, 1, 2, 3, 4]

/** The row in which a day stands, by the columns of the day and its month. */
function slot({ asked, day }: Asking, name: string): string {
  const end = dayNumber(addMonths(asked.asOf, 12))
  return `case when ${name}_on < ${day} then ${overdue} when ${name}_on = ${day} then ${now}
    when ${name}_on > ${end} then ${later} else ${name}_month - ${monthOf(day) - first} end`
}

function reflectionSlot(asking: Asking, month: 12 | 24): string {
  const { day } = asking
  return `case ${statusOf(month, day)} when 2 then ${overdue} when 1 then ${now}
    when 0 then ${slot(asking, `due${month}`)} else ${nothing} end`
}

export const pipeline: Statement = {
  text: (asking) => {
    const { day, open } = asking
    const due = ([12, 24] as const).map(
      (month) => `select ${reflections} as kind, ${reflectionSlot(asking, month)} as slot, ${count} as n
        from due where held_on <= ${day} and ${open} group by 2`,
    )
    return [
      ...due,
      `select ${reAudits}, ${slot(asking, 'again')}, ${count} from audit where ${latestAudit(asking)} group by 2`,
      `select ${awards}, ${slot(asking, 'valid')}, ${count} from award where ${latestAward(asking)} group by 2`,
      `select ${visits}, case when visit_on < 2147483647 then ${slot(asking, 'visit')} when award = 0 then ${unnamed}
        else ${nothing} end, ${count} from award
        where (visit_on >= ${day} or answered_on > ${day}) and ${latestAward(asking)} group by 2`,
      `select ${population}, ${nothing}, ${count} from speaker where ${open}`,
    ].join(' union all ')
  },
  read: (rows, asking) => {
    const at = (wanted: number, row: number) => total(rows, ({ kind, slot }) => kind === wanted && slot === row)
    const month = (turn: number): string => {
      const number = monthOf(asking.day) + turn
      return `${monthNames[number % 12]} ${Math.floor(number / 12)}`
    }
    const names = ['Overdue', 'Due now', ...Array.from({ length: 13 }, (_, turn) => month(turn)), 'Later']
    const found = names.map((when, row) => ({
      when,
      reflections: at(reflections, row),
      visits: at(visits, row),
      awards: at(awards, row),
      reAudits: at(reAudits, row),
    }))
    const all = total(rows, ({ kind }) => kind === population)
    const without = (wanted: number): number => all - total(rows, ({ kind }) => kind === wanted)
    const totals = { neverMet: without(reAudits), noAward: without(awards), noVisitDay: at(visits, unnamed) }
    return { rows: found, totals }
  },
}
