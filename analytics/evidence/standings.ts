import { levels } from '../framework/level.ts'
import { strands } from '../framework/strand.ts'
import { codesOf, numbersOf, wordsOf } from './columns.ts'
import { forever, never } from './endless.ts'
import type { Evidence } from './evidence.ts'
import { levelsOf } from './levels-of.ts'
import type { SpellKind } from './spells.ts'

/** A level code: 0 (not rated) to 4. */
const codes = levels.length + 1

/** The standing of a strand in a school audited on an earlier day too, by its level codes then and now. */
const again = (first: number, now: number): number => first * codes + now

/** The same, where the frameworks' levels cannot be compared. */
const unlike = (first: number, now: number): number => codes ** 2 + again(first, now)

/** The standing of a strand in a school audited on that day only. */
const once = (now: number): number => 2 * codes ** 2 + now

/** How many standings there are. */
const standingCodes = 2 * codes ** 2 + codes

/** The cell of a strand, by its place in the tool, and a standing. */
const inStrand = (strand: number, standing: number): number => strand * standingCodes + standing

/** Every cell of a strand and a level now, whatever it was at first. */
const nowCells: readonly (readonly number[])[] = strands.flatMap((_, strand) =>
  Array.from({ length: codes }, (_, now) => {
    const from = Array.from({ length: codes }, (_, first) => [again(first, now), unlike(first, now)])
    return [once(now), ...from.flat()].map((standing) => inStrand(strand, standing))
  }),
)

/** The cells of the spells of standings. Levels are codes, 0 (not rated) to 4; strands their places in the tool. */
export const standingCells = {
  again: (strand: number, first: number, now: number): number => inStrand(strand, again(first, now)),
  unlike: (strand: number, first: number, now: number): number => inStrand(strand, unlike(first, now)),
  once: (strand: number, now: number): number => inStrand(strand, once(now)),
  now: (strand: number, level: number): readonly number[] => nowCells[strand * codes + level]!,
  /** Where no strand is lower than that. */
  lowest: (level: number): number => inStrand(strands.length, level),
} as const

/** Walks to the audits of a school that can be its latest: of two of a day the one that stands later. */
export function latestWalk({ audits, starts }: Pick<Evidence, 'audits' | 'starts'>) {
  const heldOn = numbersOf(audits, 'heldOn')
  return (school: number, tell: (audit: number, from: number, until: number) => void): void => {
    const end = starts.audits[school + 1]!
    for (let audit = starts.audits[school]!; audit < end; audit++) {
      const until = audit + 1 < end ? heldOn[audit + 1]! - 1 : forever
      if (until >= heldOn[audit]!) tell(audit, heldOn[audit]!, until)
    }
  }
}

/**
 * That an audit is a school's latest: how each strand stands then, compared with the first audit, and which level no
 * strand is below. What a school's first audit is does not depend on the day asked about.
 */
export const standings: SpellKind = {
  name: 'standings',
  size: () => inStrand(strands.length, codes),
  tell: (evidence) => {
    const { audits, comparable, starts } = evidence
    const heldOn = numbersOf(audits, 'heldOn')
    const [framework, frameworks] = [codesOf(audits, 'framework'), wordsOf(audits, 'framework').length]
    const level = strands.map((strand) => levelsOf(evidence, strand))
    const walk = latestWalk(evidence)
    return (school, tell) => {
      let first = starts.audits[school]!
      walk(school, (audit, from, until) => {
        const onFirstDay = heldOn[first] === from
        if (onFirstDay) first = audit
        const alike = comparable[framework[first]! * frameworks + framework[audit]!] === 1
        const now = level.map((codes) => codes[audit]!)
        const cells = now.map((to, strand) => {
          const then = level[strand]![first]!
          return inStrand(strand, onFirstDay ? once(to) : alike ? again(then, to) : unlike(then, to))
        })
        tell(from, until, ...cells, standingCells.lowest(Math.min(...now)))
      })
    }
  },
}

/** The cells of what is so of a school for good: that it has engaged, and that a strand has been rated. */
export const sinceCells = { engaged: strands.length, rated: (strand: number): number => strand } as const

/** Since when a school has engaged, and since which audit each strand is rated. */
export const since: SpellKind = {
  name: 'since',
  size: () => strands.length + 1,
  tell: (evidence) => {
    const engagedOn = numbersOf(evidence.schools, 'engagedOn')
    const level = strands.map((strand) => levelsOf(evidence, strand))
    const walk = latestWalk(evidence)
    return (school, tell) => {
      if (engagedOn[school] !== never) tell(engagedOn[school]!, forever, sinceCells.engaged)
      level.forEach((codes, strand) => {
        let ratedOn = never
        walk(school, (audit, from) => {
          if (codes[audit]! > 0) ratedOn = Math.min(ratedOn, from)
        })
        if (ratedOn !== never) tell(ratedOn, forever, sinceCells.rated(strand))
      })
    }
  },
}
