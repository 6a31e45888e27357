/** A second, plain reading of a school's audits and of what may be compared, from the standard sheets' section 2. */
import type { Audit, Facts } from '../../analytics/evidence/facts.ts'
import { byName } from './oracle-numbers.ts'
import { phaseOfUrn, type PlainSchool } from './oracle-schools.ts'

/** All audits of a school on or before a day, oldest first; of two on one day the higher URN's stands later. */
export const allAuditsOf = (facts: Facts, { urns }: PlainSchool, day: string): Audit[] =>
  facts.audits
    .filter(({ urn, heldOn }) => heldOn <= day && urns.includes(urn))
    .toSorted((a, b) => (a.heldOn === b.heldOn ? a.urn - b.urn : a.heldOn < b.heldOn ? -1 : 1))

/** Those on different days, oldest first; of two on one day the higher URN's. */
export function auditsOf(facts: Facts, school: PlainSchool, day: string): Audit[] {
  const all = allAuditsOf(facts, school, day)
  return all.filter(({ heldOn }, at) => all[at + 1]?.heldOn !== heldOn)
}

export const latestOf = (facts: Facts, school: PlainSchool, day: string): Audit | undefined =>
  auditsOf(facts, school, day).at(-1)

/** The framework of an audit; null where none is known. */
export function frameworkOf(facts: Facts, { framework, urn, heldOn }: Audit): string | null {
  if (framework !== null) return framework
  const phase = phaseOfUrn(facts, urn)
  const inUse = facts.frameworks.filter(
    ({ inUseFrom, phases }) =>
      (inUseFrom === null || inUseFrom <= heldOn) && (phases.length === 0 || phases.some((one) => one === phase)),
  )
  const newest = inUse
    .map(({ inUseFrom }) => inUseFrom ?? '')
    .toSorted()
    .at(-1)
  const names = inUse.filter(({ inUseFrom }) => (inUseFrom ?? '') === newest).map((one) => one.framework)
  return names.toSorted(byName).at(-1) ?? null
}

export function comparableFrameworks(facts: Facts, x: string | null, y: string | null): boolean {
  if (x === y) return true
  if (x === null || y === null) return false
  const names = (of: string) => facts.frameworks.find(({ framework }) => framework === of)?.comparableWith ?? []
  return names(x).includes(y) || names(y).includes(x)
}

export const comparable = (facts: Facts, a: Audit, b: Audit): boolean =>
  comparableFrameworks(facts, frameworkOf(facts, a), frameworkOf(facts, b))
