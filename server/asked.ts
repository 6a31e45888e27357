import type { Filters } from '../analytics/cohorts/filters.ts'
import { numbersOf, wordsOf } from '../analytics/evidence/columns.ts'
import type { Evidence } from '../analytics/evidence/evidence.ts'
import { parseAcademicYear } from '../analytics/framework/academic-year.ts'
import { awards } from '../analytics/framework/award.ts'
import { unknown } from '../analytics/framework/band.ts'
import { isMeant, partsOfDay, type Day } from '../analytics/framework/day.ts'
import { deprivationFifths } from '../analytics/framework/deprivation.ts'
import { fsmBands } from '../analytics/framework/fsm-band.ts'
import { phases } from '../analytics/framework/phase.ts'
import { settlements } from '../analytics/framework/settlement.ts'
import { sizes } from '../analytics/framework/size.ts'
import { strands } from '../analytics/framework/strand.ts'
import { findMeasure, measureIds } from '../analytics/measures/index.ts'
import type { Asked, Measure } from '../analytics/measures/measure.ts'
import { Mistake } from './mistake.ts'

/** What somebody asks, as text: from a query string or a command line. A blank value asks for nothing. */
export interface AskedText {
  readonly asOf?: string | undefined
  readonly during?: string | undefined
  readonly council?: string | undefined
  readonly district?: string | undefined
  readonly phase?: string | undefined
  readonly size?: string | undefined
  readonly fsm?: string | undefined
  readonly rural?: string | undefined
  readonly deprivation?: string | undefined
  readonly framework?: string | undefined
  readonly adviser?: string | undefined
  readonly strand?: string | undefined
  readonly award?: string | undefined
  readonly school?: string | undefined
}

const given = (text: string | undefined): text is string => text !== undefined && text.trim() !== ''

const folded = (text: string): string => text.trim().toLowerCase()

/** The one of the accepted words that was meant, without regard to case; a mistake that lists them if none was. */
function oneOf<T extends string>(name: string, text: string, accepted: readonly T[]): T {
  const found = accepted.find((word) => folded(word) === folded(text))
  if (found === undefined)
    throw new Mistake(
      accepted.length === 0
        ? `the register names no ${name}: found "${text}"`
        : `${name}: found "${text}"; use ${accepted.join(', ')}`,
    )
  return found
}

/** The day meant: today where none is given. */
export function parseDay(text: string | undefined, today: Day): Day {
  if (!given(text)) return today
  const [year] = partsOfDay(text.trim()) ?? []
  if (year === undefined || !isMeant(year))
    throw new Mistake(`as-of day: found "${text}"; use a day such as 2026-08-31`)
  return text.trim()
}

/** The names of the districts that the register gives the schools of the hub's area, in order. */
export function districtsOf(evidence: Evidence): readonly string[] {
  return wordsOf(evidence.urns, 'district')
    .filter((name) => name !== '')
    .toSorted((a, b) => a.localeCompare(b, 'en-GB'))
}

/** The frameworks of the hub's audits, or their advisers, in order. */
export function namedInAudits({ audits }: Evidence, column: 'framework' | 'adviser'): readonly string[] {
  return wordsOf(audits, column)
    .filter((name) => name !== '')
    .toSorted((a, b) => a.localeCompare(b, 'en-GB'))
}

/** The councils of the hub's area: LA codes, with the names the register gives them (the code, where it gives none). */
export function councilsOf({
  area,
  councilNames,
}: Evidence): readonly { readonly code: string; readonly name: string }[] {
  return area.map(({ la }) => ({ code: la, name: councilNames.get(la) ?? la }))
}

/** The scope and day asked for, or a mistake that says what can be asked. No day means today. */
export function parseAsked(text: AskedText, evidence: Evidence, today: Day): Asked {
  const councils = evidence.area.map(({ la }) => la)
  const during = given(text.during) ? parseAcademicYear(text.during) : undefined
  if (during === null) throw new Mistake(`during: found "${text.during}"; use an academic year such as 2025 or 202526`)
  return {
    asOf: parseDay(text.asOf, today),
    ...(during === undefined ? {} : { during }),
    where: {
      ...(given(text.council) ? { council: oneOf('council', text.council, councils) } : {}),
      ...(given(text.district)
        ? { district: oneOf('district', text.district, [...districtsOf(evidence), unknown]) }
        : {}),
      ...(given(text.phase) ? { phase: oneOf('phase', text.phase, phases) } : {}),
      ...filtersAsked(text, evidence),
      ...(given(text.strand) ? { strand: oneOf('strand', text.strand, strands) } : {}),
      ...(given(text.school) ? { school: schoolAsked(text.school, evidence) } : {}),
      ...(given(text.award) ? { award: oneOf('award', text.award, awards) } : {}),
    },
  }
}

/** The URN of a school, any that the register knows. */
function schoolAsked(text: string, { urns }: Evidence): number {
  const urn = Number(text.trim())
  if (!numbersOf(urns, 'urn').includes(urn)) throw new Mistake(`school: found "${text}"; use a URN of the register`)
  return urn
}

function filtersAsked(text: AskedText, evidence: Evidence): Filters {
  const one = (part: keyof Filters, accepted: readonly string[]) =>
    given(text[part]) ? { [part]: oneOf(part, text[part], [...accepted, unknown]) } : {}
  return {
    ...one('size', sizes),
    ...one('fsm', fsmBands),
    ...one('rural', settlements),
    ...one('deprivation', deprivationFifths),
    ...one('framework', namedInAudits(evidence, 'framework')),
    ...one('adviser', namedInAudits(evidence, 'adviser')),
  }
}

/** Refuses, in words, to ask a measure without what it needs or for what it does not take. */
export function checkAsked({ id, needs, takes }: Pick<Measure, 'id' | 'needs' | 'takes'>, asked: Asked): void {
  for (const need of needs)
    if (asked.where[need] === undefined)
      throw new Mistake(
        `${id} is asked of one ${need}: say which, one of ${(need === 'strand' ? strands : awards).join(', ')}`,
      )
  for (const part of ['strand', 'award', 'school'] as const)
    if (asked.where[part] !== undefined && !takes.includes(part)) throw new Mistake(`${id} is not asked by ${part}`)
  if (asked.during !== undefined && !takes.includes('during'))
    throw new Mistake(`${id} is asked as of a day, not during a year`)
}

/** The measure of that name, or a mistake that names them all. */
export function measureOf(id: string): Measure<object, object> {
  const measure = findMeasure(id)
  if (measure === undefined) throw new Mistake(`there is no measure "${id}": use ${measureIds.join(', ')}`, 404)
  return measure
}
