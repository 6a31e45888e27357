import type { Cohort } from '../cohorts/cohort.ts'
import { levelCodes, standingsOf } from '../cohorts/standings.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Goal } from '../evidence/facts.ts'
import { awards, type Award } from '../framework/award.ts'
import type { Day } from '../framework/day.ts'
import { levelCode, levels } from '../framework/level.ts'
import { awardLadder, type AwardLadderRow } from './award-ladder.ts'
import { coverage, type CoverageRow } from './coverage.ts'

const reached: Readonly<Record<string, keyof CoverageRow>> = {
  Engaged: 'engaged',
  Audited: 'audited',
  'Re-audited': 'reAudited',
}

const step: Readonly<Record<Award, keyof AwardLadderRow>> = {
  'Working towards Bronze': 'workingTowardsBronze',
  Bronze: 'bronze',
  Silver: 'silver',
  Gold: 'gold',
}

/** How many schools of the cohort have what a goal wants on a day. */
export function attainedBy(evidence: Evidence, cohort: Cohort, { wanted, strand }: Goal, asOf: Day): number {
  const asked = { asOf, where: {} }
  const level = levels.find((name) => name === wanted)
  if (level !== undefined) return atOrAbove(evidence, cohort, asOf, levelCode(level), strand)
  const award = awards.findIndex((name) => name === wanted)
  if (award >= 0) {
    const [row] = awardLadder.find(evidence, cohort, asked).rows
    return awards.slice(award).reduce((sum, name) => sum + (row?.[step[name]] ?? 0), 0)
  }
  const key = reached[wanted]
  if (key === undefined) throw new RangeError(`unknown wanted: ${wanted}`)
  return coverage.find(evidence, cohort, asked).rows[0]?.[key] ?? 0
}

/** Schools at or above a level in one strand, or in every strand, in their latest audit; not rated is below. */
function atOrAbove(evidence: Evidence, cohort: Cohort, asOf: Day, least: number, strand: Goal['strand']): number {
  const { lowest, now } = standingsOf(evidence, cohort, asOf)
  return levelCodes.slice(least).reduce((sum, level) => sum + (strand === null ? lowest(level) : now(strand, level)), 0)
}
