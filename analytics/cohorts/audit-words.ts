import { codesOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { unknown } from '../framework/band.ts'
import type { Day } from '../framework/day.ts'
import { latestAuditOn, none } from './latest-audits.ts'

/** Finds the framework or the adviser of a school's latest audit: `Unknown` for a blank, null without an audit. */
export function auditWords(
  evidence: Evidence,
  asOf: Day,
  column: 'framework' | 'adviser',
): (school: number) => string | null {
  const [codes, words] = [codesOf(evidence.audits, column), wordsOf(evidence.audits, column)]
  const latest = latestAuditOn(evidence, asOf)
  return (school) => {
    const audit = latest(school)
    return audit === none ? null : words[codes[audit]!] || unknown
  }
}
