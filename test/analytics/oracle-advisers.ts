/** A second, plain reading of adviser-consistency, from docs/measures.md. */
import type { Facts } from '../../analytics/evidence/facts.ts'
import { allAuditsOf, frameworkOf } from './oracle-audits.ts'
import {
  levelWords,
  namesInOrder,
  percentOf,
  percentOfShare,
  strandWords,
  tenthOf,
  wilsonOf,
  z95,
} from './oracle-numbers.ts'
import { plainPopulation, type PlainWhere } from './oracle-population.ts'
import { phaseNameOf, speakingFor } from './oracle-schools.ts'

/** A sum of fractions, exactly. */
const sumOf = (fractions: readonly (readonly [part: number, of: number])[]): readonly [part: bigint, of: bigint] =>
  fractions.reduce<readonly [bigint, bigint]>(
    ([part, of], [more, by]) => [part * BigInt(by) + BigInt(more) * of, of * BigInt(by)],
    [0n, 1n],
  )

const isHigh = (level: string): boolean => level === 'Establishing' || level === 'Enhancing'

export function plainAdviserConsistency(facts: Facts, day: string, where: PlainWhere, strand: string) {
  const at = strandWords.indexOf(strand)
  const all = plainPopulation(facts, day, where).flatMap((school) => {
    const phase = phaseNameOf(speakingFor(facts, school, day)!)
    return allAuditsOf(facts, school, day).flatMap((audit) => {
      const level = audit.levels[at] ?? null
      const stratum = JSON.stringify([phase, frameworkOf(facts, audit)])
      return level === null ? [] : [{ adviser: audit.adviser ?? 'Unknown', level, stratum }]
    })
  })
  /** How many of a stratum are at or above Establishing, of how many. */
  const shareOf = (stratum: string): readonly [part: number, of: number] => {
    const those = all.filter((audit) => audit.stratum === stratum)
    return [those.filter(({ level }) => isHigh(level)).length, those.length]
  }
  const advisers = namesInOrder(
    all.map(({ adviser }) => adviser),
    'Unknown',
  )
  const rows = advisers.map((adviser) => {
    const those = all.filter((audit) => audit.adviser === adviser)
    const n = those.length
    const counts = levelWords.map((word) => [word.toLowerCase(), those.filter(({ level }) => level === word).length])
    const atOrAbove = those.filter(({ level }) => isHigh(level)).length
    const [part, of] = sumOf(those.map(({ stratum }) => shareOf(stratum)))
    const expected = Number((part * 10n ** 15n) / (of * BigInt(n))) / 1e15
    const [lower, upper] = wilsonOf(atOrAbove, n, z95)
    return {
      adviser,
      n,
      ...(Object.fromEntries(counts) as Record<string, number>),
      atOrAbove,
      share: percentOf(atOrAbove, n),
      expected: tenthOf(part * 100n, of * BigInt(n)),
      lower: percentOfShare(lower),
      upper: percentOfShare(upper),
      standing: n < 10 ? 'too few to say' : expected < lower ? 'higher' : expected > upper ? 'lower' : 'as expected',
    }
  })
  return { rows, totals: { audits: all.length, advisers: advisers.filter((adviser) => adviser !== 'Unknown').length } }
}
