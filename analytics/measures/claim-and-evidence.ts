import { none } from '../cohorts/latest-audits.ts'
import { tallyOf } from '../cohorts/tally.ts'
import { numbersOf } from '../evidence/columns.ts'
import { comparableAudits } from '../evidence/comparable.ts'
import { forever, never } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { levelsOf } from '../evidence/levels-of.ts'
import { dayBefore, type SpellKind } from '../evidence/spells.ts'
import { achievements, reflectionMonths, type Achieved } from '../framework/achieved.ts'
import { strands } from '../framework/strand.ts'
import type { Measure } from './measure.ts'

const claims = [...achievements, 'Not answered'] as const
const outcomes = ['up', 'same', 'down', 'notComparable', 'notYet', 'noStrand'] as const

export type ClaimAndEvidenceRow = {
  /** Months after the meeting: 12 or 24. */
  readonly month: number
  readonly claim: Achieved | 'Not answered'
} & { readonly [K in (typeof outcomes)[number]]: number }

export interface ClaimAndEvidenceTotals {
  readonly priorities: number
}

/**
 * What returned reflections claim of each priority of their audit, beside what became of the priority's strand by the
 * next audit: the first of a later day than both the meeting and the return, and on or before the as-of day. A priority
 * without a strand, without a next audit yet, or whose two levels cannot be compared has a column of its own.
 *
 * Source: docs/measures.md, claim-and-evidence.
 */
export const claimAndEvidence: Measure<ClaimAndEvidenceRow, ClaimAndEvidenceTotals> = {
  id: 'claim-and-evidence',
  title: 'Claim and evidence',
  question: 'Where a reflection says a priority was achieved, did its strand move by the next audit?',
  needs: [],
  takes: [],
  columns: [
    { key: 'month', label: 'Month', unit: 'months', note: 'calendar months after the meeting', known: true },
    { key: 'claim', label: 'Claim', unit: 'words', note: 'what the reflection says of the priority' },
    {
      key: 'up',
      label: 'Strand up',
      unit: 'priorities',
      note: 'the strand of the priority was at a higher level at the next audit',
    },
    { key: 'same', label: 'Strand the same', unit: 'priorities' },
    { key: 'down', label: 'Strand down', unit: 'priorities' },
    {
      key: 'notComparable',
      label: 'Not comparable',
      unit: 'priorities',
      note: 'the strand was not rated both times, or under frameworks whose levels cannot be compared',
    },
    { key: 'notYet', label: 'No audit since', unit: 'priorities' },
    { key: 'noStrand', label: 'No strand named', unit: 'priorities' },
  ],
  totalColumns: [{ key: 'priorities', label: 'Priorities asked about', unit: 'priorities' }],
  notes: [
    'Each priority is counted once for each reflection returned. That a level rose beside a claim does not show that the claim is why.',
  ],
  fine: true,
  from: ['register', 'links', 'frameworks', 'audits', 'priorities', 'reflections'],
  find(evidence, cohort, { asOf }) {
    const counts = tallyOf(evidence, claimSpells, cohort, asOf)
    const rows = reflectionMonths.flatMap((month) =>
      claims.map((claim, at): ClaimAndEvidenceRow => {
        const of = (outcome: Outcome): number => counts[claimCell(month, at, outcome)]!
        const [up, same, down] = [of('up'), of('same'), of('down')]
        return {
          month,
          claim,
          up,
          same,
          down,
          notComparable: of('notComparable'),
          notYet: of('notYet'),
          noStrand: of('noStrand'),
        }
      }),
    )
    const cells = rows.flatMap((_, row) => outcomes.map((key) => ({ row, key })))
    return {
      rows,
      totals: { priorities: cells.reduce((sum, { row, key }) => sum + (rows[row]?.[key] ?? 0), 0) },
      identities: [{ whole: { row: 'totals', key: 'priorities' }, parts: cells }],
    }
  },
}

type Outcome = (typeof outcomes)[number]

/** The cell of a claim, by its place among the claims, and what became of it. */
const claimCell = (month: 12 | 24, claim: number, outcome: Outcome): number =>
  (reflectionMonths.indexOf(month) * claims.length + claim) * outcomes.length + outcomes.indexOf(outcome)

/** What each returned reflection claims of each priority of its audit: first with no next audit yet, then with one. */
const claimSpells: SpellKind = {
  name: 'claims',
  size: () => reflectionMonths.length * claims.length * outcomes.length,
  tell: (evidence) => {
    const { priorities, reflections, starts } = evidence
    const [heldOn, urn] = [numbersOf(priorities, 'heldOn'), numbersOf(priorities, 'urn')]
    const [number, strand] = [numbersOf(priorities, 'priority'), numbersOf(priorities, 'strand')]
    const [sheetHeldOn, sheetUrn] = [numbersOf(reflections, 'heldOn'), numbersOf(reflections, 'urn')]
    const [month, returnedOn] = [numbersOf(reflections, 'month'), numbersOf(reflections, 'returnedOn')]
    const achieved = (['achieved1', 'achieved2', 'achieved3'] as const).map((key) => numbersOf(reflections, key))
    const nextOf = auditsAfter(evidence)
    return (school, tell) => {
      for (let sheet = starts.reflections[school]!; sheet < starts.reflections[school + 1]!; sheet++) {
        const told = reflectionMonths.find((each) => each === month[sheet])
        if (told === undefined || returnedOn[sheet] === never) continue
        const [early, late]: [number[], number[]] = [[], []]
        const { nextOn, outcomeOf } = nextOf(school, sheet)
        for (let row = starts.priorities[school]!; row < starts.priorities[school + 1]!; row++) {
          if (heldOn[row] !== sheetHeldOn[sheet] || urn[row] !== sheetUrn[sheet]) continue
          const said = achieved[number[row]! - 1]?.[sheet] ?? 0
          const claim = said === 0 ? claims.length - 1 : said - 1
          early.push(claimCell(told, claim, strand[row] === 0 ? 'noStrand' : 'notYet'))
          late.push(claimCell(told, claim, strand[row] === 0 ? 'noStrand' : outcomeOf(strand[row]!)))
        }
        tell(returnedOn[sheet]!, dayBefore(nextOn), ...early)
        if (nextOn !== never) tell(nextOn, forever, ...late)
      }
    }
  },
}

/** Finds the day of the audit after a reflection, `never` without one, and what became of a strand (1 to 4) by then. */
function auditsAfter(evidence: Evidence) {
  const { audits, reflections, starts } = evidence
  const [heldOn, urn] = [numbersOf(audits, 'heldOn'), numbersOf(audits, 'urn')]
  const [sheetHeldOn, sheetUrn] = [numbersOf(reflections, 'heldOn'), numbersOf(reflections, 'urn')]
  const returnedOn = numbersOf(reflections, 'returnedOn')
  const levels = strands.map((strand) => levelsOf(evidence, strand))
  const comparable = comparableAudits(evidence)

  const meetingOf = (school: number, sheet: number): number => {
    for (let audit = starts.audits[school]!; audit < starts.audits[school + 1]!; audit++)
      if (heldOn[audit] === sheetHeldOn[sheet] && urn[audit] === sheetUrn[sheet]) return audit
    return none
  }
  const nextAfter = (school: number, after: number): number => {
    const end = starts.audits[school + 1]!
    let audit = starts.audits[school]!
    while (audit < end && heldOn[audit]! <= after) audit++
    if (audit === end) return none
    while (audit + 1 < end && heldOn[audit + 1] === heldOn[audit]) audit++
    return audit
  }
  return (school: number, sheet: number) => {
    const next = nextAfter(school, Math.max(sheetHeldOn[sheet]!, returnedOn[sheet]!))
    const meeting = meetingOf(school, sheet)
    return {
      nextOn: next === none ? never : heldOn[next]!,
      outcomeOf: (strand: number): Outcome => {
        const level = levels[strand - 1]!
        const [from, to] = [level[meeting] ?? 0, level[next] ?? 0]
        if (from === 0 || to === 0 || !comparable(meeting, next)) return 'notComparable'
        return to > from ? 'up' : to < from ? 'down' : 'same'
      },
    }
  }
}
