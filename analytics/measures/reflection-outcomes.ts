import type { Cohort } from '../cohorts/cohort.ts'
import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { reflectionMonths } from '../framework/achieved.ts'
import { byNameBut } from '../framework/by-name.ts'
import { dayNumber } from '../framework/day.ts'
import type { Measure } from './measure.ts'

export interface ReflectionOutcomesRow {
  /** Months after the meeting: 12 or 24. */
  readonly month: number
  readonly theme: string
  readonly notStarted: number
  readonly started: number
  readonly mostlyAchieved: number
  readonly fullyAchieved: number
  readonly notAnswered: number
}

export interface ReflectionOutcomesTotals {
  readonly reflections: number
  readonly priorities: number
}

const answers = ['notStarted', 'started', 'mostlyAchieved', 'fullyAchieved', 'notAnswered'] as const

/** What stands for the theme of priorities that were given none. */
const noTheme = 'No theme'

/**
 * For every reflection of the population's schools returned on or before the as-of day, how far each priority of its
 * audit was achieved, by month and by the priority's theme. `notAnswered` is a priority of which the sheet has no row,
 * or a blank. Months and themes of which there is no priority have no row; a blank theme is `No theme`, last.
 *
 * Source: the standard sheets, section 3, reflection-outcomes.
 */
export const reflectionOutcomes: Measure<ReflectionOutcomesRow, ReflectionOutcomesTotals> = {
  id: 'reflection-outcomes',
  title: 'Reflection outcomes',
  question: 'How far have schools achieved their priorities, by their own account?',
  needs: [],
  takes: [],
  columns: [
    { key: 'month', label: 'Month', unit: 'months', note: 'calendar months after the meeting', known: true },
    { key: 'theme', label: 'Theme', unit: 'words' },
    { key: 'notStarted', label: 'Not started', unit: 'priorities' },
    { key: 'started', label: 'Started', unit: 'priorities' },
    { key: 'mostlyAchieved', label: 'Mostly achieved', unit: 'priorities' },
    { key: 'fullyAchieved', label: 'Fully achieved', unit: 'priorities' },
    {
      key: 'notAnswered',
      label: 'Not answered',
      unit: 'priorities',
      note: 'the sheet came back without an answer on this priority',
    },
  ],
  totalColumns: [
    { key: 'reflections', label: 'Reflections returned', unit: 'reflections' },
    { key: 'priorities', label: 'Priorities asked about', unit: 'priorities' },
  ],
  notes: ['Each priority is counted once for each reflection returned: at month 12, and again at month 24.'],
  fine: true,
  rowsTell: true,
  from: ['register', 'links', 'priorities', 'reflections'],
  find(evidence, cohort, { asOf }) {
    const { rows, reflections } = outcomesOf(evidence, cohort, dayNumber(asOf))
    const priorities = rows.reduce((sum, row) => sum + answers.reduce((part, key) => part + row[key], 0), 0)
    return {
      rows,
      totals: { reflections, priorities },
      identities: [
        {
          whole: { row: 'totals', key: 'priorities' },
          parts: rows.flatMap((_, row) => answers.map((key) => ({ row, key }))),
        },
      ],
    }
  },
}

function outcomesOf(evidence: Evidence, { schools }: Cohort, day: number) {
  const { priorities, reflections, starts } = evidence
  const [heldOn, urn] = [numbersOf(priorities, 'heldOn'), numbersOf(priorities, 'urn')]
  const [number, theme] = [numbersOf(priorities, 'priority'), codesOf(priorities, 'theme')]
  const [sheetHeldOn, sheetUrn] = [numbersOf(reflections, 'heldOn'), numbersOf(reflections, 'urn')]
  const [month, returnedOn] = [numbersOf(reflections, 'month'), numbersOf(reflections, 'returnedOn')]
  const achieved = (['achieved1', 'achieved2', 'achieved3'] as const).map((key) => numbersOf(reflections, key))

  const tallies: Tallies = new Map(reflectionMonths.map((month) => [month, new Map<number, Uint32Array>()]))
  let returned = 0
  for (const school of schools)
    for (let sheet = starts.reflections[school]!; sheet < starts.reflections[school + 1]!; sheet++) {
      if (returnedOn[sheet]! > day) continue
      returned++
      for (let row = starts.priorities[school]!; row < starts.priorities[school + 1]!; row++) {
        if (heldOn[row] !== sheetHeldOn[sheet] || urn[row] !== sheetUrn[sheet]) continue
        const tally = tallyOf(tallies, month[sheet]!, theme[row]!)
        tally[achieved[number[row]! - 1]?.[sheet] ?? 0]! += 1
      }
    }
  return { rows: rowsOf(tallies, wordsOf(priorities, 'theme')), reflections: returned }
}

/** Priorities by how far they were achieved (0 is not answered), by theme, by month. */
type Tallies = ReadonlyMap<number, Map<number, Uint32Array>>

function tallyOf(tallies: Tallies, month: number, theme: number): Uint32Array {
  const ofMonth = tallies.get(month)
  const tally = ofMonth?.get(theme) ?? new Uint32Array(answers.length)
  ofMonth?.set(theme, tally)
  return tally
}

/** By month, then by theme in the order of the alphabet, no theme last. */
const rowsOf = (tallies: Tallies, themes: readonly string[]): readonly ReflectionOutcomesRow[] =>
  [...tallies].flatMap(([month, ofMonth]) =>
    [...ofMonth]
      .map(([code, tally]) => ({ theme: themes[code] ?? '', tally }))
      .toSorted((a, b) => byNameBut('')(a.theme, b.theme))
      .map(({ theme, tally }): ReflectionOutcomesRow => {
        const [notAnswered = 0, notStarted = 0, started = 0, mostlyAchieved = 0, fullyAchieved = 0] = tally
        return { month, theme: theme || noTheme, notStarted, started, mostlyAchieved, fullyAchieved, notAnswered }
      }),
  )
