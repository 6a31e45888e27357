/**
 * A second, plain reading of reflections-due and reflection-outcomes, written from the standard sheets' section 3 with
 * nothing of the product's but the shape of its facts. Slow and simple on purpose.
 */
import type { Audit, Facts, Reflection } from '../../analytics/evidence/facts.ts'
import { allAuditsOf } from './oracle-audits.ts'
import { monthsLater } from './oracle-days.ts'
import { plainPopulation, type PlainWhere } from './oracle-population.ts'
import type { PlainSchool } from './oracle-schools.ts'

type Counts = Record<string, number | string>

const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const hasCome = (day: string | null, asOf: string): boolean => day !== null && day <= asOf

/** How a reflection of an audit stands on a day. */
export function reflectionStatus(facts: Facts, school: PlainSchool, audit: Audit, month: number, asOf: string) {
  const due = monthsLater(audit.heldOn, month)
  const sheet = facts.reflections.find(
    (row) => row.urn === audit.urn && row.heldOn === audit.heldOn && row.month === month,
  )
  const newer = allAuditsOf(facts, school, asOf).some(({ heldOn }) => heldOn > audit.heldOn && heldOn < due)
  if (sheet !== undefined && hasCome(sheet.returnedOn, asOf)) return 'returned'
  if (sheet !== undefined && hasCome(sheet.withdrawnOn, asOf)) return 'withdrawn'
  if (newer) return 'superseded'
  if (asOf < due) return 'notDue'
  return asOf <= daysLater(due, 30) ? 'due' : 'overdue'
}

export function plainReflectionsDue(facts: Facts, asOf: string, where: PlainWhere) {
  const statuses = ['notDue', 'due', 'overdue', 'returned', 'withdrawn', 'superseded']
  const held = plainPopulation(facts, asOf, where).flatMap((school) =>
    allAuditsOf(facts, school, asOf).map((audit) => ({ school, audit })),
  )
  const rows = [12, 24].map((month) => {
    const found = held.map(({ school, audit }) => reflectionStatus(facts, school, audit, month, asOf))
    const counted = statuses.map((status) => [status, found.filter((one) => one === status).length])
    return { month, ...Object.fromEntries(counted) } as Counts
  })
  return { rows, totals: { audits: held.length } }
}

const keys: Readonly<Record<string, string>> = {
  'Not started': 'notStarted',
  Started: 'started',
  'Mostly achieved': 'mostlyAchieved',
  'Fully achieved': 'fullyAchieved',
}

export function plainReflectionOutcomes(facts: Facts, asOf: string, where: PlainWhere) {
  const ours = new Set(plainPopulation(facts, asOf, where).flatMap(({ urns }) => urns))
  const returned = facts.reflections.filter(({ urn, returnedOn }) => ours.has(urn) && hasCome(returnedOn, asOf))
  const answers = returned.flatMap((sheet: Reflection) =>
    facts.priorities
      .filter(({ urn, heldOn }) => urn === sheet.urn && heldOn === sheet.heldOn)
      .map(({ priority, theme }) => ({
        month: sheet.month,
        theme: theme ?? 'No theme',
        answer: keys[sheet.achieved[priority - 1] ?? ''] ?? 'notAnswered',
      })),
  )
  const themes = [...new Set(answers.map(({ theme }) => theme))].toSorted((a, b) =>
    a === 'No theme' ? 1 : b === 'No theme' ? -1 : a.localeCompare(b, 'en-GB'),
  )
  const rows = [12, 24].flatMap((month) =>
    themes.flatMap((theme) => {
      const those = answers.filter((answer) => answer.month === month && answer.theme === theme)
      if (those.length === 0) return []
      const count = (key: string) => [key, those.filter(({ answer }) => answer === key).length] as const
      return [{ month, theme, ...Object.fromEntries([...Object.values(keys), 'notAnswered'].map(count)) }]
    }),
  )
  return { rows, totals: { reflections: returned.length, priorities: answers.length } }
}
