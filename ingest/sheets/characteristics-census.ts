import { present } from '../recognise/column.ts'
import { count, laCode, percent } from '../recognise/number.ts'
import { orUnsaid } from '../recognise/register-code.ts'
import { fsmFact } from './characteristics-fsm.ts'
import { checkPart, percentOf, publishedSheet } from './characteristics-published.ts'
import { factOf } from './fact.ts'

const number = orUnsaid(count)
const percentage = orUnsaid(percent)

const columns = {
  la: present('LA', laCode),
  pupils: present('NOR', number),
  sendPlan: present('TSENELSE', number),
  sendSupport: present('TSENELK', number),
  ealPercent: present('PNUMEAL', percentage),
  fsm: present('NUMFSM', number),
  everFsm: present('NUMFSMEVER', number),
  everFsmPercent: present('PNUMFSMEVER', percentage),
}

const sendOf = (plan: number | null | undefined, support: number | null | undefined): number | null =>
  plan == null || support == null ? null : plan + support

/**
 * The school census as the Department for Education publishes it with its performance tables. Its percentages of
 * pupils who had free school meals within six years, and of those with another first language, are of the pupils of
 * school age, which it does not count: they are taken as they stand.
 */
export const census = publishedSheet({
  layout: 'school census',
  columns,
  writes: ['schoolYear', 'schoolFsm'],
  check: ({ pupils, sendPlan, sendSupport, fsm }) => ({
    problems: [
      ...checkPart(sendOf(sendPlan, sendSupport), pupils, columns.sendSupport.heading),
      ...checkPart(fsm, pupils, columns.fsm.heading),
    ],
    notes: [],
  }),
  facts: (schoolYear, { pupils, sendPlan, sendSupport, ealPercent, fsm, everFsm, everFsmPercent }) => [
    factOf('schoolYear', schoolYear, {
      pupils,
      sendPercent: percentOf(sendOf(sendPlan, sendSupport), pupils),
      ealPercent,
      deprivationDecile: undefined,
      ruralUrban: undefined,
      district: undefined,
    }),
    fsmFact(schoolYear, 'current', { percent: percentOf(fsm, pupils), eligible: fsm, pupils }),
    fsmFact(schoolYear, 'ever 6', { percent: everFsmPercent, eligible: everFsm, pupils: undefined }),
  ],
})
