import { disclose, type Disclosed } from '../disclosure/disclose.ts'
import type { Audience } from '../disclosure/audience.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept } from '../evidence/kept.ts'
import { lastDayOf, type AcademicYear } from '../framework/academic-year.ts'
import type { Award } from '../framework/award.ts'
import { isMark, type Figure } from '../framework/mark.ts'
import { phases, type Phase } from '../framework/phase.ts'
import type { Strand } from '../framework/strand.ts'
import { ask } from '../measures/ask.ts'
import { findMeasure } from '../measures/index.ts'
import type { Place } from '../measures/members-of.ts'
import { rowName } from '../measures/members-of.ts'
import type { Asked, Measure } from '../measures/measure.ts'
import { percentOf } from '../measures/percent.ts'
import type { Counted, Indicator, ReturnProfile } from './profile.ts'

/** One figure of a return: a number and what it is of, for the whole or one part. */
export interface ReturnFigure {
  readonly indicator: string
  /** Blank for the whole; else the part, as `council=855`. */
  readonly of: string
  readonly number: Figure
  /** `z` where it is a part of nothing. */
  readonly denominator: Figure
  readonly percent: Figure
}

/** Where a figure is found: the question that is asked, and the place of the figure in its answer. */
export interface Traced {
  readonly measure: Measure<object, object>
  readonly asked: Asked
  /** Null where the answer has no such row. */
  readonly place: Place | null
  readonly figure: Figure
}

/** What a return is asked of: one academic year of one hub at one data version. */
interface Asking {
  readonly evidence: Evidence
  readonly year: AcademicYear
  readonly audience: Audience
}

/** All figures of a return, indicator by indicator, the whole before its parts. */
export function returnFigures(
  { indicators, audience }: ReturnProfile,
  evidence: Evidence,
  year: AcademicYear,
): readonly ReturnFigure[] {
  const find = finderOf({ evidence, year, audience })
  return indicators.flatMap((indicator) =>
    ['', ...partsOf(indicator, evidence, find)].map((of) => figureOf(indicator, of, find)),
  )
}

type Find = (counted: Counted, of: string) => Traced & { readonly answer: Disclosed<object, object> }

function figureOf({ id, numerator, denominator }: Indicator, of: string, find: Find): ReturnFigure {
  const number = find(numerator, of).figure
  // Data forms tell apart whom they count, and not of how many.
  const whole = denominator === null || isFormPart(of) ? 'z' : find(denominator, of).figure
  return { indicator: id, of, number, denominator: whole, percent: whole === 'z' ? 'z' : percentOf(number, whole) }
}

/** The parts into which an indicator is broken down, in order. */
function partsOf({ numerator, breakdowns }: Indicator, { area }: Evidence, find: Find): readonly string[] {
  return breakdowns.flatMap((by): readonly string[] => {
    if (by === 'council') return area.map(({ la }) => `council=${la}`)
    if (by === 'phase') return phases.map((phase) => `phase=${phase}`)
    const { answer } = find(numerator, '')
    return answer.rows.flatMap((row) => {
      const told: unknown = Reflect.get(row, 'breakdown')
      const isOne = typeof told === 'string' && told.startsWith(`${by}=`) && !told.includes(';')
      return isOne && isRow(row, { ...rowOf(numerator), breakdown: told }) ? [told] : []
    })
  })
}

/** Whether a part is told apart by data forms, and not by which schools are asked about. */
const isFormPart = (of: string): boolean => of !== '' && !/^(council|phase)=/.test(of)

const rowOf = ({ row }: Counted): Readonly<Record<string, string>> => (row === undefined || row === 'totals' ? {} : row)

const isRow = (row: object, wanted: Readonly<Record<string, string>>): boolean =>
  Object.entries(wanted).every(([key, value]) => String(Reflect.get(row, key)) === value)

/** Where a counted figure of a return is found, for the whole or a part. */
export const traceOf = (counted: Counted, of: string, asking: Asking): Traced => finderOf(asking)(counted, of)

/** Finds figures, asking the same question of the same evidence once. */
function finderOf({ evidence, year, audience }: Asking): Find {
  const answers = kept(evidence, `answers of returns, ${audience}`, () => new Map<string, Disclosed<object, object>>())
  return (counted, of) => {
    const measure = findMeasure(counted.measure)
    if (measure === undefined) throw new RangeError(`unknown measure: ${counted.measure}`)
    const asked = askedOf(counted, of, year)
    const key = JSON.stringify([measure.id, asked])
    const answer = answers.get(key) ?? disclose(ask(measure, evidence, asked), audience)
    answers.set(key, answer)
    const isTotals = counted.row === 'totals'
    const wanted = { ...rowOf(counted), ...(isFormPart(of) ? { breakdown: of } : {}) }
    const row = isTotals ? answer.totals : answer.rows.find((each) => isRow(each, wanted))
    const value: unknown = row === undefined ? undefined : Reflect.get(row, counted.column)
    return {
      measure,
      asked,
      answer,
      place:
        row === undefined ? null : { row: isTotals ? 'totals' : rowName(answer.columns, row), column: counted.column },
      figure: typeof value === 'number' || isMark(value) ? value : 'x',
    }
  }
}

function askedOf({ date, strand, award }: Counted, of: string, year: AcademicYear): Asked {
  const [by = '', value = ''] = of.split('=')
  return {
    asOf: lastDayOf(year),
    ...(date === 'in the year' ? { during: year } : {}),
    where: {
      ...(by === 'council' ? { council: value } : {}),
      ...(by === 'phase' ? { phase: value as Phase } : {}),
      ...(strand === undefined ? {} : { strand: strand as Strand }),
      ...(award === undefined ? {} : { award: award as Award }),
    },
  }
}
