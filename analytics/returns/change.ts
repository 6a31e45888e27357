import { populationOf } from '../cohorts/population.ts'
import type { Audience } from '../disclosure/audience.ts'
import { numbersOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { AcademicYear } from '../framework/academic-year.ts'
import { isMark, type Figure } from '../framework/mark.ts'
import { isSum } from '../measures/members-of.ts'
import { schoolsCounted } from '../measures/schools-counted.ts'
import type { FactKind } from '../measures/measure.ts'
import { traceOf, type Traced } from './figures.ts'
import type { Counted } from './profile.ts'

/** Why a figure of one return is not that of another. */
export const causes = ['rule change', 'school joined or left', 'correction', 'new data', 'another year'] as const
export type Cause = (typeof causes)[number]

export type Parts = Readonly<Record<Cause, number>>

/** What one load changed: the URNs of which a fact was superseded or taken back, among facts of some kinds. */
export interface Step {
  readonly evidence: Evidence
  readonly correctedIn: (from: readonly FactKind[]) => ReadonlySet<number>
}

/** A figure as two returns have it, and all that lies between them. */
export interface Between {
  readonly before: Figure
  readonly after: Figure
  /** How the later return counts it, of which part. */
  readonly counted: Counted
  readonly of: string
  readonly audience: Audience
  readonly years: readonly [before: AcademicYear, after: AcademicYear]
  /** The evidence at the data version of the earlier return, and after each load from there to that of the later. */
  readonly first: Evidence
  readonly steps: readonly Step[]
}

/**
 * Why a figure moved from one return to another; the parts add up to the difference. First what the earlier return
 * would have said by the rules of the later, then load by load what each school brought, last what is different about
 * another academic year. Null where either return has a mark in place of the figure that is not for want of data.
 *
 * A school's part is of the school joining or leaving the population if it did so with that load, else a correction if
 * the load superseded or took back a fact of the school, else new data.
 */
export function partsOf({ before, after, counted, of, audience, years, first, steps }: Between): Parts | null {
  if (isHidden(before) || isHidden(after)) return null
  const [early, late] = years
  const at = (evidence: Evidence, year: AcademicYear) => traceOf(counted, of, { evidence, year, audience })
  const parts: Record<Cause, number> = {
    'rule change': 0,
    'school joined or left': 0,
    correction: 0,
    'new data': 0,
    'another year': 0,
  }
  let [evidence, traced] = [first, at(first, early)]
  parts['rule change'] += numberOf(traced.figure) - numberOf(before)
  for (const step of steps) {
    const next = at(step.evidence, early)
    for (const [cause, moved] of movesOf({ evidence, traced }, { evidence: step.evidence, traced: next }, step))
      parts[cause] += moved
    ;[evidence, traced] = [step.evidence, next]
  }
  if (early !== late) {
    const next = at(evidence, late)
    parts['another year'] += numberOf(next.figure) - numberOf(traced.figure)
    traced = next
  }
  // What the later return said when it was frozen, where the rules have changed again since.
  parts['rule change'] += numberOf(after) - numberOf(traced.figure)
  return parts
}

const isHidden = (figure: Figure): boolean => isMark(figure) && figure !== 'x'

/** Of what is not available there is nothing yet. */
const numberOf = (figure: Figure): number => (typeof figure === 'number' ? figure : 0)

interface Known {
  readonly evidence: Evidence
  readonly traced: Traced
}

function movesOf(before: Known, after: Known, { correctedIn }: Step): readonly (readonly [Cause, number])[] {
  const whole = numberOf(after.traced.figure) - numberOf(before.traced.figure)
  const corrected = correctedIn(after.traced.measure.from)
  if (!isSumOfSchools(after.traced)) return whole === 0 ? [] : [[corrected.size > 0 ? 'correction' : 'new data', whole]]
  const groups = sameSchools(partsBySchool(before), partsBySchool(after))
  const moves = groups.map(({ urns, earlier, now }): readonly [Cause, number] => {
    const cause =
      earlier.isThere !== now.isThere
        ? 'school joined or left'
        : urns.some((urn) => corrected.has(urn))
          ? 'correction'
          : 'new data'
    return [cause, now.figure - earlier.figure]
  })
  // What frameworks and goals change is of no school: it is by which rule schools are counted.
  const told = moves.reduce((sum, [, moved]) => sum + moved, 0)
  return Math.abs(whole - told) < 1e-6 ? moves : [...moves, ['rule change', whole - told]]
}

function isSumOfSchools({ measure, place }: Traced): boolean {
  const columns = place?.row === 'totals' ? measure.totalColumns : measure.columns
  const column = columns.find(({ key }) => key === place?.column)
  return place === null || (column !== undefined && isSum(column))
}

interface Part {
  readonly urns: readonly number[]
  readonly figure: number
}

/** Every school of the population, with what it has of a figure. */
function partsBySchool({ evidence, traced: { measure, asked, place } }: Known): readonly Part[] {
  const counted = place === null ? [] : schoolsCounted(measure, evidence, asked, place)
  const figures = new Map(counted.map(({ urns, figure }) => [urns[0], figure]))
  const { schools } = populationOf(evidence, asked.asOf, asked.where)
  const [urnOf, starts] = [numbersOf(evidence.urns, 'urn'), evidence.starts.urns]
  const parts = Array.from(schools, (school) => Array.from(urnOf.subarray(starts[school], starts[school + 1])))
  const known = new Set(parts.map(([first]) => first))
  const others = counted.filter(({ urns }) => !known.has(urns[0]))
  return [...parts.map((urns) => ({ urns, figure: figures.get(urns[0]) ?? 0 })), ...others]
}

interface Side {
  readonly isThere: boolean
  readonly figure: number
}

interface Group {
  readonly urns: readonly number[]
  readonly earlier: Side
  readonly now: Side
}

/** The schools of both times put together by the URNs they have in common: links may join two schools, or part one. */
function sameSchools(then: readonly Part[], now: readonly Part[]): readonly Group[] {
  const leader = new Map<number, number>()
  const find = (urn: number): number => {
    let at = urn
    for (let next = leader.get(at) ?? at; next !== at; next = leader.get(at) ?? at) at = next
    return at
  }
  for (const { urns } of [...then, ...now]) for (const urn of urns) leader.set(find(urn), find(urns[0]!))
  const sideOf = (parts: readonly Part[] = []): Side => ({
    isThere: parts.length > 0,
    figure: parts.reduce((sum, { figure }) => sum + figure, 0),
  })
  const of = (parts: readonly Part[]) => Map.groupBy(parts, ({ urns }) => find(urns[0]!))
  const [before, after] = [of(then), of(now)]
  return [...new Set([...before.keys(), ...after.keys()])].map((key) => {
    const [past, present] = [before.get(key), after.get(key)]
    return {
      urns: [...(past ?? []), ...(present ?? [])].flatMap(({ urns }) => urns),
      earlier: sideOf(past),
      now: sideOf(present),
    }
  })
}
