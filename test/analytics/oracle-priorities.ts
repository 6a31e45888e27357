/** A second, plain reading of priority-themes and claim-and-evidence, from docs/measures.md. */
import type { Facts, Priority } from '../../analytics/evidence/facts.ts'
import { auditsOf, comparable, latestOf } from './oracle-audits.ts'
import { levelWords, namesInOrder, percentOf, strandWords } from './oracle-numbers.ts'
import { plainPopulation, type PlainWhere } from './oracle-population.ts'

const prioritiesOf = (facts: Facts, meeting: { readonly urn: number; readonly heldOn: string }) =>
  facts.priorities.filter(({ urn, heldOn }) => urn === meeting.urn && heldOn === meeting.heldOn)

export function plainPriorityThemes(facts: Facts, day: string, where: PlainWhere) {
  const schools = plainPopulation(facts, day, where)
  const audited = schools.map((school) => latestOf(facts, school, day)).filter((audit) => audit !== undefined)
  const each = audited.map((audit) => prioritiesOf(facts, audit))
  const named = (theme: string | null): string | null =>
    theme?.trim().toLowerCase() === 'unsorted' ? null : (theme?.trim() ?? null)
  const textOf = ({ theme, sorted }: Priority): string => named(theme) ?? named(sorted) ?? 'Unsorted'
  const spellings = each
    .flat()
    .map(textOf)
    .toSorted((a, b) => (a < b ? -1 : 1))
  const themeOf = (priority: Priority): string =>
    spellings.find((text) => text.toLowerCase() === textOf(priority).toLowerCase())!
  const withPriorities = each.filter((rows) => rows.length > 0).length
  const rows = namesInOrder(each.flat().map(themeOf), 'Unsorted').map((theme) => {
    const those = each.flat().filter((priority) => themeOf(priority) === theme)
    const holding = each.filter((priorities) => priorities.some((priority) => themeOf(priority) === theme)).length
    return {
      theme,
      given: theme === 'Unsorted' ? 0 : those.filter((priority) => named(priority.theme) !== null).length,
      sorted: theme === 'Unsorted' ? 0 : those.filter((priority) => named(priority.theme) === null).length,
      priorities: those.length,
      schools: holding,
      schoolPercent: percentOf(holding, withPriorities),
    }
  })
  return {
    rows,
    totals: {
      priorities: each.flat().length,
      withPriorities,
      withoutPriorities: audited.length - withPriorities,
      notAudited: schools.length - audited.length,
    },
  }
}

const claims = ['Not started', 'Started', 'Mostly achieved', 'Fully achieved', 'Not answered']
const outcomes = ['noStrand', 'notYet', 'notComparable', 'up', 'same', 'down']

export function plainClaimAndEvidence(facts: Facts, day: string, where: PlainWhere) {
  const found: { month: number; claim: string; outcome: string }[] = []
  for (const school of plainPopulation(facts, day, where))
    for (const sheet of facts.reflections.filter(({ urn }) => school.urns.includes(urn))) {
      const { returnedOn } = sheet
      if (returnedOn === null || returnedOn > day) continue
      const meeting = facts.audits.find(({ urn, heldOn }) => urn === sheet.urn && heldOn === sheet.heldOn)
      const next = auditsOf(facts, school, day).find(({ heldOn }) => heldOn > sheet.heldOn && heldOn > returnedOn)
      for (const { priority, strand } of prioritiesOf(facts, sheet)) {
        const outcome = (): string => {
          if (strand === null) return 'noStrand'
          if (next === undefined) return 'notYet'
          const at = strandWords.indexOf(strand)
          const [from, to] = [meeting?.levels[at] ?? null, next.levels[at] ?? null]
          if (meeting === undefined || from === null || to === null) return 'notComparable'
          if (!comparable(facts, meeting, next)) return 'notComparable'
          const moved = levelWords.indexOf(to) - levelWords.indexOf(from)
          return moved > 0 ? 'up' : moved < 0 ? 'down' : 'same'
        }
        const claim = sheet.achieved[priority - 1] ?? 'Not answered'
        found.push({ month: sheet.month, claim, outcome: outcome() })
      }
    }
  const rows = [12, 24].flatMap((month) =>
    claims.map((claim) => {
      const those = found.filter((one) => one.month === month && one.claim === claim)
      const counts = outcomes.map((outcome) => [outcome, those.filter((one) => one.outcome === outcome).length])
      return { month, claim, ...(Object.fromEntries(counts) as Record<string, number>) }
    }),
  )
  return { rows, totals: { priorities: found.length } }
}
