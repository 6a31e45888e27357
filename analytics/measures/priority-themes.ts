import { populationOf } from '../cohorts/population.ts'
import { tallyOf } from '../cohorts/tally.ts'
import type { CellCounts } from '../evidence/cell-counts.ts'
import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept } from '../evidence/kept.ts'
import type { SpellKind } from '../evidence/spells.ts'
import { latestWalk } from '../evidence/standings.ts'
import { byNameBut } from '../framework/by-name.ts'
import type { Figure } from '../framework/mark.ts'
import type { Measure } from './measure.ts'
import { percentOf } from './percent.ts'

export interface PriorityThemesRow {
  readonly theme: string
  readonly given: number
  readonly sorted: number
  readonly priorities: number
  readonly schools: number
  readonly schoolPercent: Figure
}

export interface PriorityThemesTotals {
  readonly priorities: number
  readonly withPriorities: number
  readonly withoutPriorities: number
  readonly notAudited: number
}

/** What stands for the theme of priorities that were given none and that no rule sorts. */
const unsorted = 'Unsorted'

/**
 * The priorities of the latest audits of the population by theme: the theme its sheet gives, else the one its wording is
 * sorted into, else `Unsorted`. Themes alike but for case and outer spaces are one, written in the way that sorts first.
 * A school stands in every theme of which it has a priority, so the schools of the rows do not add up.
 *
 * Source: docs/measures.md, priority-themes.
 */
export const priorityThemes: Measure<PriorityThemesRow, PriorityThemesTotals> = {
  id: 'priority-themes',
  title: 'Priority themes',
  question: 'What do schools want to work on?',
  needs: [],
  takes: [],
  columns: [
    { key: 'theme', label: 'Theme', unit: 'words' },
    { key: 'given', label: 'Theme given', unit: 'priorities', note: 'the sheet names the theme' },
    {
      key: 'sorted',
      label: 'Sorted by wording',
      unit: 'priorities',
      note: 'no theme was given; rules of keywords found it',
    },
    { key: 'priorities', label: 'Priorities', unit: 'priorities' },
    {
      key: 'schools',
      label: 'Schools',
      unit: 'schools',
      note: 'with at least one such priority; a school may have several themes',
    },
    { key: 'schoolPercent', label: 'Of schools with priorities', unit: 'percent' },
  ],
  totalColumns: [
    { key: 'priorities', label: 'Priorities in all', unit: 'priorities', note: 'those of latest audits' },
    { key: 'withPriorities', label: 'Schools with priorities', unit: 'schools' },
    { key: 'withoutPriorities', label: 'Schools without', unit: 'schools', note: 'audited, no priority recorded' },
    { key: 'notAudited', label: 'Not audited', unit: 'schools' },
  ],
  notes: [
    'Priorities are those of the latest audit. Where no theme was given, rules of keywords sort the wording; what they cannot tell stays unsorted.',
  ],
  fine: true,
  rowsTell: true,
  from: ['register', 'links', 'audits', 'priorities'],
  find(evidence, cohort, { asOf, where }) {
    const counts = tallyOf(evidence, latestPriorities, cohort, asOf)
    // How a theme is written is asked of the whole population, so that a part of it has the same.
    const population = populationOf(evidence, asOf, where)
    const everyone = population.size === cohort.size ? counts : tallyOf(evidence, latestPriorities, population, asOf)
    const [audited, withPriorities] = [counts[cells.audited]!, counts[cells.withPriorities]!]
    const order = themesInOrder(evidence)
    const rows = themesOf(evidence)
      .flatMap((theme): readonly PriorityThemesRow[] => {
        const schools = counts[theme.schools]!
        if (schools === 0) return []
        const sumOf = (kind: Kind): number => theme.spellings[kind].reduce((sum, { cell }) => sum + counts[cell]!, 0)
        const [given, sorted] = [sumOf('given'), sumOf('sorted')]
        return [
          {
            theme: spellingOf(theme, everyone),
            given,
            sorted,
            priorities: given + sorted + sumOf('untold'),
            schools,
            schoolPercent: percentOf(schools, withPriorities),
          },
        ]
      })
      .toSorted((a, b) => order.get(a.theme)! - order.get(b.theme)!)
    const totals = {
      priorities: rows.reduce((sum, row) => sum + row.priorities, 0),
      withPriorities,
      withoutPriorities: audited - withPriorities,
      notAudited: cohort.size - audited,
    }
    return {
      rows,
      totals,
      identities: [
        { whole: { row: 'totals', key: 'priorities' }, parts: rows.map((_, row) => ({ row, key: 'priorities' })) },
        {
          whole: 'population',
          parts: (['withPriorities', 'withoutPriorities', 'notAudited'] as const).map((key) => ({
            row: 'totals',
            key,
          })),
        },
        ...rows.flatMap(({ theme }, row) =>
          theme === unsorted
            ? []
            : [
                {
                  whole: { row, key: 'priorities' },
                  parts: (['given', 'sorted'] as const).map((key) => ({ row, key })),
                },
              ],
        ),
      ],
    }
  },
}

type Kind = 'given' | 'sorted' | 'untold'

/** A theme, however it is written. */
interface Theme {
  /** The cell of the schools that have it. */
  readonly schools: number
  /** The cells of priorities with it, by where it is said and how it is written. */
  readonly spellings: Readonly<Record<Kind, readonly Spelling[]>>
}

interface Spelling {
  readonly word: string
  readonly cell: number
}

/** The first cells: schools with a latest audit, and those of them with a priority. */
const cells = { audited: 0, withPriorities: 1, next: 2 } as const

/** The way of writing that sorts first among those counted. */
function spellingOf({ spellings }: Theme, counts: CellCounts): string {
  const counted = [...spellings.given, ...spellings.sorted, ...spellings.untold].filter(({ cell }) => counts[cell]! > 0)
  return counted.reduce((first, { word }) => (word < first ? word : first), counted[0]?.word ?? unsorted)
}

/** What a theme's word is written as: blank for one that says there is none. */
const themeWord = (word: string): string => (word.trim().toLowerCase() === unsorted.toLowerCase() ? '' : word.trim())

/** All themes given or sorted into, and the one of priorities without. */
const themesOf = (evidence: Evidence): readonly Theme[] =>
  kept(evidence, 'themes', () => {
    let next: number = cells.next
    const spelt = (kind: Kind, words: readonly string[]) =>
      words.map((word) => ({ kind, word, cell: next++ })).filter(({ word }) => word !== '')
    const told = [
      ...spelt('given', wordsOf(evidence.priorities, 'theme').map(themeWord)),
      ...spelt('sorted', wordsOf(evidence.priorities, 'sorted').map(themeWord)),
      ...spelt('untold', [unsorted]),
    ]
    return [...Map.groupBy(told, ({ word }) => word.toLowerCase()).values()].map((all): Theme => {
      const of = (kind: Kind) => all.filter((each) => each.kind === kind)
      return { schools: next++, spellings: { given: of('given'), sorted: of('sorted'), untold: of('untold') } }
    })
  })

/** The place of each way of writing by name: to compare two as in English takes longer than to count both. */
const themesInOrder = (evidence: Evidence): ReadonlyMap<string, number> =>
  kept(evidence, themesInOrder, () => {
    const words = themesOf(evidence).flatMap(({ spellings }) =>
      Object.values(spellings)
        .flat()
        .map(({ word }) => word),
    )
    return new Map([...new Set([...words, unsorted])].toSorted(byNameBut(unsorted)).map((word, place) => [word, place]))
  })

/** That an audit is a school's latest, with its priorities and their themes. */
const latestPriorities: SpellKind = {
  name: 'latest priorities',
  size: (evidence) => Math.max(...themesOf(evidence).map(({ schools }) => schools)) + 1,
  tell: (evidence) => {
    const { audits, priorities, starts } = evidence
    const [auditUrn, auditDay] = [numbersOf(audits, 'urn'), numbersOf(audits, 'heldOn')]
    const [urn, heldOn] = [numbersOf(priorities, 'urn'), numbersOf(priorities, 'heldOn')]
    const [cellOf, themeOf] = [themeCells(evidence), schoolCells(evidence)]
    const walk = latestWalk(evidence)
    return (school, tell) =>
      walk(school, (audit, from, until) => {
        const told: number[] = []
        for (let row = starts.priorities[school]!; row < starts.priorities[school + 1]!; row++)
          if (urn[row] === auditUrn[audit] && heldOn[row] === auditDay[audit]) told.push(cellOf(row))
        const had = told.length === 0 ? [] : [cells.withPriorities, ...told, ...new Set(told.map(themeOf))]
        tell(from, until, cells.audited, ...had)
      })
  },
}

/** Finds the cell of a priority: of the theme given, else of the one sorted into, else of none. */
function themeCells({ priorities }: Evidence): (row: number) => number {
  const [given, sorted] = [wordsOf(priorities, 'theme').map(themeWord), wordsOf(priorities, 'sorted').map(themeWord)]
  const [givenCodes, sortedCodes] = [codesOf(priorities, 'theme'), codesOf(priorities, 'sorted')]
  return (row) => {
    const [a, b] = [givenCodes[row]!, sortedCodes[row]!]
    if (given[a] !== '') return cells.next + a
    return cells.next + given.length + (sorted[b] === '' ? sorted.length : b)
  }
}

/** Finds the cell of the schools with the theme of a cell. */
function schoolCells(evidence: Evidence): (cell: number) => number {
  const schools = new Map(
    themesOf(evidence).flatMap(({ schools, spellings }) =>
      Object.values(spellings).flatMap((all) => all.map(({ cell }) => [cell, schools] as const)),
    ),
  )
  return (cell) => schools.get(cell) ?? cells.withPriorities
}
