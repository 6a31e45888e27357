import type { RegisterSchool, SchoolFsm, SchoolYear } from '../../../analytics/evidence/facts.ts'
import { diceOf } from '../../../fixtures/dice.ts'
import { wholeBetween } from '../../../fixtures/draw.ts'

/** The academic years of which something is known. */
const years = [2022, 2023, 2024, 2025] as const

const oneDecimal = (value: number): number => Math.round(value * 10) / 10

/** The URNs that are not closed: what is known is known of them. */
const open = (register: readonly RegisterSchool[]) => register.filter(({ status }) => status !== 2)

/** Pupils, SEND, deprivation and place of every school, year by year; one figure in fifty is missing. */
export function schoolYearsOf(seed: number, register: readonly RegisterSchool[]): readonly SchoolYear[] {
  const dice = diceOf(seed, 'school years')
  const some = <T>(value: T): T | null => (dice() < 0.02 ? null : value)
  return open(register).flatMap(({ urn, pupils }) => {
    const send = 4 + 22 * dice() ** 1.6
    const deprivationDecile = wholeBetween(dice, 1, 10)
    const ruralUrban = dice() < 0.22 ? 'Rural' : 'Urban'
    return years.map((year) => ({
      urn,
      year,
      pupils: some(Math.round((pupils ?? 200) * (0.95 + 0.1 * dice()))),
      sendPercent: some(oneDecimal(send + 2 * dice())),
      deprivationDecile: some(deprivationDecile),
      ruralUrban,
    }))
  })
}

/** Free school meals of every school, year by year, on two bases. */
export function schoolFsmOf(seed: number, register: readonly RegisterSchool[]): readonly SchoolFsm[] {
  const dice = diceOf(seed, 'school fsm')
  return open(register).flatMap(({ urn, fsmPercent }) =>
    years.flatMap((year): readonly SchoolFsm[] => {
      const percent = Math.min(100, oneDecimal((fsmPercent ?? 20) * (0.9 + 0.2 * dice())))
      const known = dice() < 0.98 ? percent : null
      return [
        { urn, year, basis: 'current', percent: known },
        { urn, year, basis: 'ever 6', percent: oneDecimal(Math.min(100, percent * 1.2)) },
      ]
    }),
  )
}
