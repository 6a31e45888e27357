import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { achievements, type Achieved } from '../framework/achieved.ts'
import { byNameBut } from '../framework/by-name.ts'
import { dayNumber, dayOfNumber, type Day } from '../framework/day.ts'
import { latestAudits, none } from './latest-audits.ts'
import { populationOf, type Scope } from './population.ts'

/** The priorities of a theme that say what is needed, by what came of it. */
export interface SupportTheme {
  readonly theme: string
  readonly asked: number
  readonly offered: number
  /** No support offered, and not fully achieved by the reflection returned last. */
  readonly unmet: number
}

/** A priority that asks for something nobody has offered. It names the school: for those entitled to names only. */
export interface SupportUnmet {
  readonly urn: number
  readonly name: string
  readonly heldOn: Day
  readonly priority: number
  readonly theme: string
  /** What the reflection returned last says of it; null where none does. */
  readonly said: Achieved | null
}

/** Support asked for in the latest audits, by theme, and what is unmet, the oldest first: so many at most. */
export interface SupportAsked {
  readonly themes: readonly SupportTheme[]
  readonly unmet: readonly SupportUnmet[]
}

/** What stands for the theme of priorities that were given none and that no rule sorts. */
const unsorted = 'Unsorted'

/**
 * What the priorities of the latest audits of a scope ask for, as far as their sheets say: a priority asks where what is
 * needed is written, and is offered support where that is. Which of several needs were met nobody writes down.
 */
export function supportAsked(evidence: Evidence, asOf: Day, scope: Scope, most = 50): SupportAsked {
  const { audits, priorities, starts, urns } = evidence
  const cohort = populationOf(evidence, asOf, scope)
  const latest = latestAudits(evidence, cohort, asOf)
  const [auditUrn, auditDay] = [numbersOf(audits, 'urn'), numbersOf(audits, 'heldOn')]
  const [urnOf, heldOn] = [numbersOf(priorities, 'urn'), numbersOf(priorities, 'heldOn')]
  const [needs, offered] = [numbersOf(priorities, 'needs'), numbersOf(priorities, 'offered')]
  const number = numbersOf(priorities, 'priority')
  const [themeOf, saidOf] = [themesIn(evidence), answersIn(evidence, asOf)]
  const [themes, unmet] = [new Map<string, { asked: number; offered: number; unmet: number }>(), new Array<Open>()]
  cohort.schools.forEach((school, at) => {
    const audit = latest[at]!
    if (audit === none) return
    for (let row = starts.priorities[school]!; row < starts.priorities[school + 1]!; row++) {
      if (needs[row] === 0 || heldOn[row] !== auditDay[audit] || urnOf[row] !== auditUrn[audit]) continue
      const theme = themeOf(row)
      const counts = themes.get(theme) ?? { asked: 0, offered: 0, unmet: 0 }
      themes.set(theme, counts)
      counts.asked += 1
      if (offered[row] === 1) counts.offered += 1
      else {
        const said = saidOf(school, row)
        if (said === 'Fully achieved') continue
        counts.unmet += 1
        unmet.push({ row, speaker: cohort.urns[at]!, theme, said })
      }
    }
  })
  const [names, codes, urn] = [wordsOf(urns, 'name'), codesOf(urns, 'name'), numbersOf(urns, 'urn')]
  const inOrder = byNameBut(unsorted)
  return {
    themes: Array.from(themes, ([theme, counts]) => ({ theme, ...counts })).toSorted((a, b) =>
      inOrder(a.theme, b.theme),
    ),
    unmet: unmet
      .toSorted((a, b) => heldOn[a.row]! - heldOn[b.row]! || a.row - b.row)
      .slice(0, most)
      .map(({ row, speaker, theme, said }) => ({
        urn: urn[speaker]!,
        name: names[codes[speaker]!] ?? '',
        heldOn: dayOfNumber(heldOn[row]!),
        priority: number[row]!,
        theme,
        said,
      })),
  }
}

/** A priority by its row, with the row of the URN that speaks for its school. */
interface Open {
  readonly row: number
  readonly speaker: number
  readonly theme: string
  readonly said: Achieved | null
}

/** Finds the theme of a priority: the one given, else the one its wording is sorted into; one spelling for all. */
function themesIn({ priorities }: Evidence): (row: number) => string {
  const [given, sorted] = [wordsOf(priorities, 'theme'), wordsOf(priorities, 'sorted')]
  const [givenCodes, sortedCodes] = [codesOf(priorities, 'theme'), codesOf(priorities, 'sorted')]
  const spelling = new Map<string, string>()
  for (const word of [...given, ...sorted].map((each) => each.trim()).toSorted()) {
    const folded = word.toLowerCase()
    if (!spelling.has(folded)) spelling.set(folded, word === '' || folded === 'unsorted' ? unsorted : word)
  }
  const spelt = (word: string | undefined): string => spelling.get((word ?? '').trim().toLowerCase()) ?? unsorted
  const [byGiven, bySorted] = [given.map(spelt), sorted.map(spelt)]
  return (row) => {
    const named = byGiven[givenCodes[row]!] ?? unsorted
    return named === unsorted ? (bySorted[sortedCodes[row]!] ?? unsorted) : named
  }
}

/** Finds what the reflection of a priority's audit that was returned last, by a day, says of it. */
function answersIn({ priorities, reflections, starts }: Evidence, asOf: Day) {
  const day = dayNumber(asOf)
  const [urn, heldOn, number] = (['urn', 'heldOn', 'priority'] as const).map((key) => numbersOf(priorities, key))
  const [sheetUrn, sheetHeldOn] = [numbersOf(reflections, 'urn'), numbersOf(reflections, 'heldOn')]
  const returnedOn = numbersOf(reflections, 'returnedOn')
  const achieved = (['achieved1', 'achieved2', 'achieved3'] as const).map((key) => numbersOf(reflections, key))
  return (school: number, row: number): Achieved | null => {
    let [lastOn, said] = [-Infinity, 0]
    for (let sheet = starts.reflections[school]!; sheet < starts.reflections[school + 1]!; sheet++) {
      if (sheetUrn[sheet] !== urn![row] || sheetHeldOn[sheet] !== heldOn![row]) continue
      const code = achieved[number![row]! - 1]?.[sheet] ?? 0
      if (returnedOn[sheet]! <= day && code > 0 && returnedOn[sheet]! >= lastOn)
        [lastOn, said] = [returnedOn[sheet]!, code]
    }
    return achievements[said - 1] ?? null
  }
}
