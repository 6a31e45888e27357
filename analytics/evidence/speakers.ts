import { Table, makeVector, type Int32, type Uint32 } from 'apache-arrow'
import { dayNumber } from '../framework/day.ts'
import { numbersOf, codesOf, wordsOf } from './columns.ts'
import { always, forever } from './endless.ts'
import type { AreaPart } from './facts.ts'
import { startsOf } from './by-school.ts'
import type { UrnColumns } from './urns.ts'

/**
 * One row a stretch of days on which a school is of the population and one of its URNs speaks for it, contiguous by
 * council and in it by district (by their codes in the table of URNs), then by school. Of several URNs open on a day
 * the first in the order of speaking speaks.
 */
export type SpeakerColumns = {
  school: Uint32
  /** The row of the URN in the table of URNs. */
  urn: Uint32
  from: Int32
  until: Int32
}

export type Stretch = readonly [from: number, until: number]

/** What is left of a stretch of days without those of another. */
export const without =
  ([from, until]: Stretch) =>
  ([start, end]: Stretch): readonly Stretch[] =>
    [
      [start, Math.min(end, from - 1)],
      [Math.max(start, until + 1), end],
    ].filter((left): left is [number, number] => left[0]! <= left[1]!)

interface Speaker {
  readonly la: number
  readonly district: number
  readonly school: number
  readonly urn: number
  readonly stretch: Stretch
}

/** The stretches on which each state-funded URN of the area speaks for its school. */
function speakersOf(urns: Table<UrnColumns>, area: readonly AreaPart[]): readonly Speaker[] {
  const [schoolOf, stateFunded] = [numbersOf(urns, 'school'), numbersOf(urns, 'stateFunded')]
  const [openFrom, openUntil] = [numbersOf(urns, 'openFrom'), numbersOf(urns, 'openUntil')]
  const [la, district, names] = [codesOf(urns, 'la'), codesOf(urns, 'district'), wordsOf(urns, 'la')]
  const belongs = new Map(
    area.map(({ la: code, fromOn, toOn }) => [
      names.indexOf(code),
      [fromOn === null ? always : dayNumber(fromOn), toOn === null ? forever : dayNumber(toOn)] as const,
    ]),
  )
  const rows: Speaker[] = []
  let spoken: Stretch[] = []
  for (let urn = 0; urn < urns.numRows; urn++) {
    if (urn > 0 && schoolOf[urn] !== schoolOf[urn - 1]) spoken = []
    const inArea = belongs.get(la[urn]!)
    if (stateFunded[urn] === 0 || inArea === undefined) continue
    const open: Stretch = [Math.max(openFrom[urn]!, inArea[0]), Math.min(openUntil[urn]!, inArea[1])]
    const own = spoken.reduce<readonly Stretch[]>((left, other) => left.flatMap(without(other)), [open])
    const kept = own.filter(([from, until]) => from <= until)
    rows.push(
      ...kept.map((stretch) => ({ la: la[urn]!, district: district[urn]!, school: schoolOf[urn]!, urn, stretch })),
    )
    spoken.push(...kept)
  }
  return rows.toSorted((a, b) => a.la - b.la || a.district - b.district || a.school - b.school)
}

/** The speakers of a hub, and by LA code where the rows of a council begin. */
export function speakerTable(
  urns: Table<UrnColumns>,
  area: readonly AreaPart[],
): { readonly speakers: Table<SpeakerColumns>; readonly starts: Uint32Array } {
  const rows = speakersOf(urns, area)
  const speakers = new Table({
    school: makeVector(Uint32Array.from(rows, ({ school }) => school)),
    urn: makeVector(Uint32Array.from(rows, ({ urn }) => urn)),
    from: makeVector(Int32Array.from(rows, ({ stretch }) => stretch[0])),
    until: makeVector(Int32Array.from(rows, ({ stretch }) => stretch[1])),
  })
  return {
    speakers,
    starts: startsOf(
      Uint32Array.from(rows, ({ la }) => la),
      wordsOf(urns, 'la').length,
    ),
  }
}
