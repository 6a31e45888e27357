import { tallyOf } from '../cohorts/tally.ts'
import type { CellCounts } from '../evidence/cell-counts.ts'
import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import { forever, never } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept } from '../evidence/kept.ts'
import type { SpellKind } from '../evidence/spells.ts'
import { reflectionMonths } from '../framework/achieved.ts'
import { byNameBut } from '../framework/by-name.ts'
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
    const counts = tallyOf(evidence, returnedReflections, cohort, asOf)
    const rows = rowsOf(evidence, counts)
    const priorities = rows.reduce((sum, row) => sum + answers.reduce((part, key) => part + row[key], 0), 0)
    return {
      rows,
      totals: { reflections: counts[0]!, priorities },
      identities: [
        {
          whole: { row: 'totals', key: 'priorities' },
          parts: rows.flatMap((_, row) => answers.map((key) => ({ row, key }))),
        },
      ],
    }
  },
}

/** The cell of how far (0 is not answered) a priority of a theme was achieved by a month. */
const answerCell = (themes: number, month: number, theme: number, achieved: number): number =>
  1 + (month * themes + theme) * answers.length + achieved

/** That a reflection has been returned: it counts in the first cell, and each priority of its audit in one of its own. */
const returnedReflections: SpellKind = {
  name: 'returned reflections',
  size: ({ priorities }) => answerCell(wordsOf(priorities, 'theme').length, reflectionMonths.length, 0, 0),
  tell: ({ priorities, reflections, starts }) => {
    const [heldOn, urn] = [numbersOf(priorities, 'heldOn'), numbersOf(priorities, 'urn')]
    const [number, theme] = [numbersOf(priorities, 'priority'), codesOf(priorities, 'theme')]
    const themes = wordsOf(priorities, 'theme').length
    const [sheetHeldOn, sheetUrn] = [numbersOf(reflections, 'heldOn'), numbersOf(reflections, 'urn')]
    const [month, returnedOn] = [numbersOf(reflections, 'month'), numbersOf(reflections, 'returnedOn')]
    const achieved = (['achieved1', 'achieved2', 'achieved3'] as const).map((key) => numbersOf(reflections, key))
    return (school, tell) => {
      for (let sheet = starts.reflections[school]!; sheet < starts.reflections[school + 1]!; sheet++) {
        if (returnedOn[sheet] === never) continue
        const told = reflectionMonths.findIndex((each) => each === month[sheet])
        const cells = [0]
        for (let row = starts.priorities[school]!; row < starts.priorities[school + 1]!; row++)
          if (told >= 0 && heldOn[row] === sheetHeldOn[sheet] && urn[row] === sheetUrn[sheet])
            cells.push(answerCell(themes, told, theme[row]!, achieved[number[row]! - 1]?.[sheet] ?? 0))
        tell(returnedOn[sheet]!, forever, ...cells)
      }
    }
  },
}

/** By month, then by theme in the order of the alphabet, no theme last. */
function rowsOf(evidence: Evidence, counts: CellCounts): readonly ReflectionOutcomesRow[] {
  const { words, order } = themesInOrder(evidence)
  return reflectionMonths.flatMap((month, at) =>
    order.flatMap((code): readonly ReflectionOutcomesRow[] => {
      const from = answerCell(words.length, at, code, 0)
      const [notAnswered, notStarted, started] = [counts[from]!, counts[from + 1]!, counts[from + 2]!]
      const [mostlyAchieved, fullyAchieved] = [counts[from + 3]!, counts[from + 4]!]
      if (notAnswered + notStarted + started + mostlyAchieved + fullyAchieved === 0) return []
      const theme = words[code] || noTheme
      return [{ month, theme, notStarted, started, mostlyAchieved, fullyAchieved, notAnswered }]
    }),
  )
}

/** The themes, and their codes by name; sorting them as in English takes longer than all counting. */
const themesInOrder = (evidence: Evidence) =>
  kept(evidence, 'themes in order', () => {
    const words = wordsOf(evidence.priorities, 'theme')
    return { words, order: [...words.keys()].toSorted((a, b) => byNameBut('')(words[a]!, words[b]!)) }
  })
