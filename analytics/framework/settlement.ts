import { unknown } from './band.ts'

/** Where a school stands. */
export const settlements = ['Rural', 'Urban'] as const

const urbanCode = /^(?:[abc]\d|u[nf])/i
const ruralCode = /^(?:[def]\d|r[ls])/i

/** Rural or urban, from the words or the code of the national classification, of 2011 or 2021. */
export function settlementOf(text: string): (typeof settlements)[number] | typeof unknown {
  if (/rural/i.test(text)) return 'Rural'
  if (/urban/i.test(text)) return 'Urban'
  if (urbanCode.test(text)) return 'Urban'
  return ruralCode.test(text) ? 'Rural' : unknown
}
