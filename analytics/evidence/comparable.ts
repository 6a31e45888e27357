import type { Table } from 'apache-arrow'
import { byName } from '../framework/by-name.ts'
import type { Day } from '../framework/day.ts'
import type { Phase } from '../framework/phase.ts'
import type { AuditColumns } from './audits.ts'
import { codesOf, wordsOf } from './columns.ts'
import type { Evidence } from './evidence.ts'
import type { Framework } from './facts.ts'
import { textOrder } from './text-order.ts'

/**
 * The framework in use on a day for a phase: of those that suit the phase, the one taken into use last on or before
 * it, of two of one day the later by name; null when there is none. A blank day of use means from the beginning; blank
 * phases suit all.
 */
export function frameworkAt(frameworks: readonly Framework[], day: Day, phase: Phase | undefined): string | null {
  const inUse = frameworks.filter(
    ({ inUseFrom, phases }) =>
      (inUseFrom ?? '') <= day && (phases.length === 0 || phase === undefined || phases.includes(phase)),
  )
  const inOrder = (a: Framework, b: Framework): number =>
    textOrder(a.inUseFrom ?? '', b.inUseFrom ?? '') || byName(a.framework, b.framework)
  return inUse.toSorted(inOrder).at(-1)?.framework ?? null
}

/**
 * For each pair of the audits' frameworks, by code: 1 where their levels can be compared. A framework can be compared
 * with itself and with those that either of the two names; not through a third.
 */
export function comparableOf(frameworks: readonly Framework[], audits: Table<AuditColumns>): Uint8Array {
  const names = wordsOf(audits, 'framework')
  const named = new Map(frameworks.map(({ framework, comparableWith }) => [framework, new Set(comparableWith)]))
  const comparable = (a: string, b: string): boolean =>
    a === b || named.get(a)?.has(b) === true || named.get(b)?.has(a) === true
  return Uint8Array.from(names.flatMap((a) => names.map((b) => (comparable(a, b) ? 1 : 0))))
}

/** Tells whether the levels of two audits, by their rows, can be compared. */
export function comparableAudits({ audits, comparable }: Evidence): (audit: number, other: number) => boolean {
  const [framework, count] = [codesOf(audits, 'framework'), wordsOf(audits, 'framework').length]
  return (audit, other) => comparable[framework[audit]! * count + framework[other]!] === 1
}

/** Tells whether the levels of two frameworks, by their names, can be compared. */
export function comparableNames({ audits, comparable }: Evidence): (framework: string, other: string) => boolean {
  const names = wordsOf(audits, 'framework')
  return (framework, other) => comparable[names.indexOf(framework) * names.length + names.indexOf(other)] === 1
}
