import { auditedStretches } from '../cohorts/audited-stretches.ts'
import type { Cohort } from '../cohorts/cohort.ts'
import { tallyOf } from '../cohorts/tally.ts'
import { numbersOf } from '../evidence/columns.ts'
import { always, forever, never } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept } from '../evidence/kept.ts'
import { dayBefore, type SpellKind } from '../evidence/spells.ts'
import { awards, type Award } from '../framework/award.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import type { RiskRow } from '../statistics/risk-table.ts'

/**
 * How many schools were at risk, got the award or a higher one, and were censored at each number of days since their
 * first audit. Those who wait on a day are counted by the day of their first audit: so the counts of one day follow from
 * those of another.
 */
export function waitsFor(evidence: Evidence, cohort: Cohort, asOf: Day, wanted: Award): Waits {
  const counts = tallyOf(evidence, waits[awards.indexOf(wanted)]!, cohort, asOf)
  const { first, span } = waitDays(evidence)
  const today = dayNumber(asOf) - first
  const most = span === 0 ? 0 : Math.max(span, today + 1)
  const column = (): Int32Array => new Int32Array(most)
  const rows = { time: column(), atRisk: column(), happened: column(), censored: column() }
  let [size, left] = [0, cohort.size]
  for (let time = 0; time < most; time++) {
    const begun = today - time
    const waiting = begun >= 0 && begun < span ? counts[begun]! : 0
    const happened = time < span ? counts[span + time]! : 0
    const censored = time < span ? counts[2 * span + time]! + waiting : waiting
    if (happened + censored === 0) continue
    rows.time[size] = time
    rows.atRisk[size] = left
    rows.happened[size] = happened
    rows.censored[size++] = censored
    left -= happened + censored
  }
  return {
    time: rows.time.subarray(0, size),
    atRisk: rows.atRisk.subarray(0, size),
    happened: rows.happened.subarray(0, size),
    censored: rows.censored.subarray(0, size),
  }
}

/** A risk table in columns, a place a time: a country has thousands, and objects of each took longer than counting. */
export type Waits = Readonly<Record<keyof RiskRow, Int32Array>>

/** The first day on which a wait begins, and how many days after it the last can end by an award or a closing. */
const waitDays = (evidence: Evidence): { readonly first: number; readonly span: number } =>
  kept(evidence, waitDays, () => {
    const [heldOn, awardOn] = [numbersOf(evidence.audits, 'heldOn'), numbersOf(evidence.awards, 'awardOn')]
    const closedOn = numbersOf(evidence.urns, 'openUntil').filter((day) => day !== forever)
    const last = [heldOn, awardOn, closedOn].reduce((most, days) => days.reduce((a, b) => Math.max(a, b), most), always)
    const first = heldOn.reduce((a, b) => Math.min(a, b), last)
    return { first, span: last === always ? 0 : last - first + 1 }
  })

/**
 * How each school waits for each award or a higher one: in the first cells, those that wait by the day of their first
 * audit; then those that got it, and those that closed without it, by how many days after. An award on or before the
 * day of the first audit is day 0. A URN closed on an unknown day has no last day of its own.
 */
const waits: readonly SpellKind[] = awards.map((name, rank) => ({
  name: `waits for ${name}`,
  size: (evidence) => 3 * waitDays(evidence).span,
  among: auditedStretches,
  tell: (evidence) => {
    const { audits, awards: given, starts, urns } = evidence
    const [heldOn, awardOn, award] = [
      numbersOf(audits, 'heldOn'),
      numbersOf(given, 'awardOn'),
      numbersOf(given, 'award'),
    ]
    const [closed, openUntil] = [numbersOf(urns, 'closed'), numbersOf(urns, 'openUntil')]
    const { first, span } = waitDays(evidence)
    const firstAward = (school: number): number => {
      for (let row = starts.awards[school]!; row < starts.awards[school + 1]!; row++)
        if (award[row]! >= rank) return awardOn[row]!
      return never
    }
    return (school, tell) => {
      const [audit, last] = [starts.audits[school]!, starts.urns[school]!]
      if (audit === starts.audits[school + 1]) return
      const [begun, got] = [heldOn[audit]!, firstAward(school)]
      const ended = closed[last] === 1 && openUntil[last] !== always ? openUntil[last]! : forever
      const without = dayBefore(got)
      tell(begun, Math.min(without, ended), begun - first)
      if (ended !== forever) tell(Math.max(begun, ended + 1), without, 2 * span + Math.max(0, ended - begun))
      if (got !== never) tell(Math.max(begun, got), forever, span + Math.max(0, got - begun))
    }
  },
}))
