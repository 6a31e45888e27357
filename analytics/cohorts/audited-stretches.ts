import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import { always, forever } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept } from '../evidence/kept.ts'
import { without, type Stretch } from '../evidence/speakers.ts'
import type { SpellKind, Stretches } from '../evidence/spells.ts'
import { dayNumber } from '../framework/day.ts'

/**
 * On which days a school counts among those ever audited, and under which URN: those on which it is of the population
 * under the URN that speaks for it, all others under its last URN, where that is state-funded and then in the area.
 *
 * Source: the standard sheets, section 3, time-to-award.
 */
export const auditedStretches = (evidence: Evidence): Stretches =>
  kept(evidence, auditedStretches, () => {
    const { schools, speakers, starts } = evidence
    const [school, urn] = [numbersOf(speakers, 'school'), numbersOf(speakers, 'urn')]
    const [from, until] = [numbersOf(speakers, 'from'), numbersOf(speakers, 'until')]
    const [inside, areaOf] = [stretchesOf(evidence), areaStretches(evidence)]
    const rows: (readonly [school: number, urn: number, from: number, until: number])[] = []
    for (let of = 0; of < schools.numRows; of++) {
      if (starts.audits[of] === starts.audits[of + 1]) continue
      const last = starts.urns[of]!
      for (const [start, end] of inside[of]!.reduce((left, other) => left.flatMap(without(other)), areaOf(last)))
        rows.push([of, last, start, end])
    }
    school.forEach((of, row) => rows.push([of, urn[row]!, from[row]!, until[row]!]))
    return {
      school: Uint32Array.from(rows, ([of]) => of),
      urn: Uint32Array.from(rows, ([, last]) => last),
      from: Int32Array.from(rows, ([, , start]) => start),
      until: Int32Array.from(rows, ([, , , end]) => end),
    }
  })

/** When each school is of the population, by its row. */
function stretchesOf({ schools, speakers }: Evidence): readonly (readonly Stretch[])[] {
  const [from, until] = [numbersOf(speakers, 'from'), numbersOf(speakers, 'until')]
  const stretches: Stretch[][] = Array.from({ length: schools.numRows }, () => [])
  numbersOf(speakers, 'school').forEach((of, row) => stretches[of]!.push([from[row]!, until[row]!]))
  return stretches
}

/** Finds when a URN is in the hub's area, if it is state-funded, each day once. */
function areaStretches({ area, urns }: Evidence): (urn: number) => readonly Stretch[] {
  const [la, names, stateFunded] = [codesOf(urns, 'la'), wordsOf(urns, 'la'), numbersOf(urns, 'stateFunded')]
  const stretches = names.map((name) =>
    area
      .filter((part) => part.la === name)
      .map(({ fromOn, toOn }): Stretch => [
        fromOn === null ? always : dayNumber(fromOn),
        toOn === null ? forever : dayNumber(toOn),
      ])
      .reduce<readonly Stretch[]>(
        (all, each) => [
          ...all,
          ...all.reduce<readonly Stretch[]>((left, other) => left.flatMap(without(other)), [each]),
        ],
        [],
      ),
  )
  return (urn) => (stateFunded[urn] === 1 ? stretches[la[urn]!]! : [])
}

/** That a school has been audited, from its first audit on. */
export const everAuditedSchools: SpellKind = {
  name: 'ever audited',
  size: () => 1,
  among: auditedStretches,
  tell: ({ audits, starts }) => {
    const heldOn = numbersOf(audits, 'heldOn')
    return (school, tell) => {
      const first = starts.audits[school]!
      if (first < starts.audits[school + 1]!) tell(heldOn[first]!, forever, 0)
    }
  },
}
