import type { Cohort } from '../cohorts/cohort.ts'
import { latestAudits, none } from '../cohorts/latest-audits.ts'
import { populationOf } from '../cohorts/population.ts'
import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { byNameBut } from '../framework/by-name.ts'
import type { Day } from '../framework/day.ts'
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
    const { themes, withPriorities, audited } = themesOf(evidence, cohort, asOf)
    // How a theme is written is asked of the whole population, so that a part of it has the same.
    const spelt = themesOf(evidence, populationOf(evidence, asOf, where), asOf).themes
    const rows = [...themes]
      .map(([key, { given, sorted, untold, schools }]): PriorityThemesRow => {
        const theme = spelt.get(key)?.theme ?? key
        const schoolPercent = percentOf(schools, withPriorities)
        return { theme, given, sorted, priorities: given + sorted + untold, schools, schoolPercent }
      })
      .toSorted((a, b) => byNameBut(unsorted)(a.theme, b.theme))
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

interface Theme {
  theme: string
  given: number
  sorted: number
  untold: number
  schools: number
}

function themesOf(evidence: Evidence, cohort: Cohort, asOf: Day) {
  const { audits, priorities, starts } = evidence
  const [auditUrn, auditDay] = [numbersOf(audits, 'urn'), numbersOf(audits, 'heldOn')]
  const [urn, heldOn] = [numbersOf(priorities, 'urn'), numbersOf(priorities, 'heldOn')]
  const [given, sorted] = [wordsAt(evidence, 'theme'), wordsAt(evidence, 'sorted')]
  const themes = new Map<string, Theme>()
  const latest = latestAudits(evidence, cohort, asOf)
  let [withPriorities, audited] = [0, 0]
  latest.forEach((audit, at) => {
    if (audit === none) return
    audited++
    const mine = new Set<Theme>()
    const school = cohort.schools[at]!
    for (let row = starts.priorities[school]!; row < starts.priorities[school + 1]!; row++) {
      if (urn[row] !== auditUrn[audit] || heldOn[row] !== auditDay[audit]) continue
      const found = themeIn(themes, given(row) || sorted(row) || unsorted)
      mine.add(found)
      found[given(row) ? 'given' : sorted(row) ? 'sorted' : 'untold']++
    }
    for (const theme of mine) theme.schools++
    withPriorities += Number(mine.size > 0)
  })
  return { themes, withPriorities, audited }
}

/** A theme of each priority; blank where it has none, or one that says so. */
function wordsAt({ priorities }: Evidence, column: 'theme' | 'sorted'): (row: number) => string {
  const words = wordsOf(priorities, column).map((word) => word.trim())
  const themes = words.map((word) => (word.toLowerCase() === unsorted.toLowerCase() ? '' : word))
  const codes = codesOf(priorities, column)
  return (row) => themes[codes[row]!] ?? ''
}

function themeIn(themes: Map<string, Theme>, name: string): Theme {
  const key = name.toLowerCase()
  const theme = themes.get(key) ?? { theme: name, given: 0, sorted: 0, untold: 0, schools: 0 }
  themes.set(key, theme)
  if (name < theme.theme) theme.theme = name
  return theme
}
