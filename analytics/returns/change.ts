import { populationOf } from '../cohorts/population.ts'
import type { Audience } from '../disclosure/audience.ts'
import { numbersOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept } from '../evidence/kept.ts'
import type { AcademicYear } from '../framework/academic-year.ts'
import { isMark, type Figure } from '../framework/mark.ts'
import { dated } from '../measures/ask.ts'
import { isSum, rowName } from '../measures/members-of.ts'
import type { Asked, FactKind } from '../measures/measure.ts'
import { traceOf, type Traced } from './figures.ts'
import type { Counted } from './profile.ts'

/** Why a figure of one return is not that of another. */
export const causes = ['rule change', 'school joined or left', 'correction', 'new data', 'another year'] as const
export type Cause = (typeof causes)[number]

export type Parts = Readonly<Record<Cause, number>>

/** What one load changed. */
export interface Step {
  readonly evidence: Evidence
  /** Whether any fact of some kinds came or went. */
  readonly touches: (from: readonly FactKind[]) => boolean
  /** The URNs of which a fact of some kinds was superseded or taken back. */
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

/** Of more schools than this, what a load brought is not told school by school: it would take too long. */
const mostSchools = 5000

function movesOf(before: Known, after: Known, step: Step): readonly (readonly [Cause, number])[] {
  const { from } = after.traced.measure
  const whole = numberOf(after.traced.figure) - numberOf(before.traced.figure)
  if (!step.touches(from)) return whole === 0 ? [] : [['rule change', whole]]
  const corrected = step.correctedIn(from)
  if (!isSumOfSchools(after.traced) || after.evidence.schools.numRows > mostSchools)
    return whole === 0 ? [] : [[corrected.size > 0 ? 'correction' : 'new data', whole]]
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

/** Every school that is counted, with what it has of a figure. */
const partsBySchool = ({ evidence, traced: { measure, asked, place } }: Known): readonly Part[] =>
  schoolsAlone(evidence, measure, asked).map(({ urns, has }) => ({
    urns,
    figure: place === null ? 0 : (has.get(`${place.row}\n${place.column}`) ?? 0),
  }))

/** Every school that is counted, with all it has of the measure when it is asked about alone, by row and column. */
const schoolsAlone = (evidence: Evidence, measure: Traced['measure'], given: Asked) =>
  kept(evidence, `schools alone ${measure.id} ${JSON.stringify(given)}`, () => {
    const asked = dated(measure, given)
    const { schools, urns } =
      measure.counted?.(evidence, asked.asOf, asked.where) ?? populationOf(evidence, asked.asOf, asked.where)
    const [urnOf, starts] = [numbersOf(evidence.urns, 'urn'), evidence.starts.urns]
    return Array.from(schools, (school, at) => {
      const cohort = { size: 1, schools: schools.subarray(at, at + 1), urns: urns.subarray(at, at + 1) }
      const { rows, totals } = measure.find(evidence, cohort, asked)
      const has = new Map<string, number>()
      const note = (name: string, row: object) => {
        for (const [column, value] of Object.entries(row))
          if (typeof value === 'number') has.set(`${name}\n${column}`, value)
      }
      for (const row of rows) note(rowName(measure.columns, row), row)
      note('totals', totals)
      return { urns: Array.from(urnOf.subarray(starts[school], starts[school + 1])), has }
    })
  })

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
