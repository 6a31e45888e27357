import type { FirstAndLatest } from '../cohorts/first-and-latest.ts'
import { none } from '../cohorts/first-and-latest.ts'
import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Strand } from '../framework/strand.ts'
import { levelsOf } from './strand-columns.ts'

/** How one strand of one school has moved from its first audit to its latest. */
export type Movement = 'notAudited' | 'notYet' | 'notComparable' | 'moved'

/**
 * Calls `count` once a school, in the order of the cohort, with how the strand moved and the level codes of first
 * and latest audit. `notYet`: audited on one day only; `notComparable`: not both audits rate the strand, or their
 * frameworks' levels cannot be compared.
 */
export function forEachMovement(
  evidence: Evidence,
  { first, latest }: FirstAndLatest,
  strand: Strand,
  count: (movement: Movement, from: number, to: number, at: number) => void,
): void {
  const level = levelsOf(evidence, strand)
  const framework = codesOf(evidence.audits, 'framework')
  const frameworks = wordsOf(evidence.audits, 'framework').length
  const heldOn = numbersOf(evidence.audits, 'heldOn')
  for (let at = 0; at < latest.length; at++) {
    const [a, b] = [first[at]!, latest[at]!]
    if (b === none) {
      count('notAudited', 0, 0, at)
      continue
    }
    const [from, to] = [level[a]!, level[b]!]
    if (heldOn[a] === heldOn[b]) count('notYet', to, to, at)
    else if (from === 0 || to === 0 || evidence.comparable[framework[a]! * frameworks + framework[b]!] === 0)
      count('notComparable', from, to, at)
    else count('moved', from, to, at)
  }
}
