import { count, total, type Asking, type Statement } from './statement.ts'

/** The latest awards on the day. */
export const latestAward = ({ day, open }: Asking): string => `award_on <= ${day} and next_on > ${day} and ${open}`

const [lapsed, population] = [4, 5]

export const awardLadder: Statement = {
  text: (asking) => `select ${population} as step, ${count} as n from speaker where ${asking.open}
    union all select case when valid_on < ${asking.day} then ${lapsed} else award end, ${count}
    from award where ${latestAward(asking)} group by 1`,
  read: (rows) => {
    const at = (wanted: number) => total(rows, ({ step }) => step === wanted)
    const none = at(population) - total(rows, ({ step }) => step !== population)
    return {
      rows: [{ workingTowardsBronze: at(0), bronze: at(1), silver: at(2), gold: at(3), lapsed: at(lapsed), none }],
      totals: {},
    }
  },
}
