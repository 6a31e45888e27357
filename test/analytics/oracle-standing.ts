/** A second, plain reading of school-standing, from docs/measures.md. */
import type { Audit, Facts } from '../../analytics/evidence/facts.ts'
import { comparableFrameworks, frameworkOf, latestOf } from './oracle-audits.ts'
import { levelWords, namesInOrder, strandWords } from './oracle-numbers.ts'
import { plainPopulation, type PlainWhere } from './oracle-population.ts'
import { phaseNameOf, speakingFor, type PlainSchool } from './oracle-schools.ts'

const none = 'No framework'

interface PlainAsked extends PlainWhere {
  readonly strand?: string
  readonly school?: number
}

export function plainSchoolStanding(facts: Facts, day: string, where: PlainAsked) {
  const strands = strandWords.filter((strand) => where.strand === undefined || where.strand === strand)
  const everyone = plainPopulation(facts, day, where)
  const phaseOf = (school: PlainSchool): string => phaseNameOf(speakingFor(facts, school, day)!)
  const wanted = everyone.find(({ urns }) => where.school !== undefined && urns.includes(where.school))
  if (where.school !== undefined && wanted === undefined) return { rows: [], totals: { peers: 0 } }
  const peers = everyone.filter(
    (school) => wanted === undefined || (school !== wanted && phaseOf(school) === phaseOf(wanted)),
  )

  const latests = peers.map((peer) => latestOf(facts, peer, day))
  const frameworks = new Map(latests.map((audit) => [audit, audit === undefined ? null : frameworkOf(facts, audit)]))
  const theirFramework = (audit: Audit): string | null => frameworks.get(audit) ?? null
  const rowOf = (framework: string | null, strand: string, level: string) => {
    const at = strandWords.indexOf(strand)
    const row = { above: 0, levelWith: 0, below: 0, notComparable: 0, notRated: 0, notAudited: 0 }
    for (const latest of latests) {
      const theirs = latest?.levels[at] ?? null
      if (latest === undefined) row.notAudited++
      else if (theirs === null) row.notRated++
      else if (!comparableFrameworks(facts, framework, theirFramework(latest))) row.notComparable++
      else if (levelWords.indexOf(theirs) > levelWords.indexOf(level)) row.above++
      else if (theirs === level) row.levelWith++
      else row.below++
    }
    return { framework: framework ?? none, strand, level, ...row }
  }

  const totals = { peers: peers.length }
  if (wanted !== undefined) {
    const latest = latestOf(facts, wanted, day)
    if (latest === undefined) return { rows: [], totals }
    const rows = strands.flatMap((strand) => {
      const level = latest.levels[strandWords.indexOf(strand)] ?? null
      return level === null ? [] : [rowOf(frameworkOf(facts, latest), strand, level)]
    })
    return { rows, totals }
  }
  const names = namesInOrder(
    latests.flatMap((audit) => (audit === undefined ? [] : [theirFramework(audit) ?? none])),
    none,
  )
  const rows = names.flatMap((framework) =>
    strands.flatMap((strand) => levelWords.map((level) => rowOf(framework === none ? null : framework, strand, level))),
  )
  return { rows, totals }
}
