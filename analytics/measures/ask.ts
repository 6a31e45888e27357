import { filterParts, isFiltered } from '../cohorts/filters.ts'
import { populationOf } from '../cohorts/population.ts'
import { lastDayOf } from '../framework/academic-year.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { fsmNote } from './fsm-note.ts'
import type { Answer, Asked, Finding, Measure } from './measure.ts'

/** The measure's answer from the evidence, as of the day asked for, or of the last day of the year asked for. */
export function ask<R extends object, T extends object>(
  measure: Measure<R, T>,
  evidence: Evidence,
  given: Asked,
): Answer<R, T> {
  const asked = dated(measure, given)
  const population = populationOf(evidence, asked.asOf, asked.where)
  const counted = measure.counted?.(evidence, asked.asOf, asked.where) ?? population
  const found = measure.find(evidence, counted, asked)
  const { rows, totals, identities, terms = none } = found
  return {
    measure: measure.id,
    title: measure.title,
    question: measure.question,
    asOf: asked.asOf,
    during: asked.during ?? null,
    where: asked.where,
    population: population.size,
    dataVersion: evidence.dataVersion,
    extractOn: evidence.extractOn,
    columns: measure.columns,
    rows,
    totals,
    totalColumns: measure.totalColumns,
    notes: notesOf(measure.notes, found, asked.where.fsm === undefined ? none : [fsmNote(evidence, asked.asOf)]),
    terms,
    identities,
    fine: measure.fine === true,
    rowsTell: measure.rowsTell === true,
    hubAlone: measure.hubAlone ?? filteredAlone(asked),
  }
}

/** Free filters, asked often enough, give single schools away: outside the hub only places are chosen. */
function filteredAlone({ where }: Asked): string | null {
  if (!isFiltered(where) && where.school === undefined) return null
  const part = [...filterParts, 'school' as const].find((name) => where[name] !== undefined)
  return part === undefined ? null : `by ${part} is for the hub alone`
}

const none: readonly never[] = []

/** What is noted of every answer, of this one, of the part of the schools asked about, and of words in the rows. */
function notesOf(
  always: readonly string[],
  { notes = none, terms = none }: Pick<Finding<object, object>, 'notes' | 'terms'>,
  ofPart: readonly string[],
): readonly string[] {
  if (notes.length + terms.length + ofPart.length === 0) return always
  return [...always, ...new Set([...notes, ...ofPart]), ...terms.map(({ term, meaning }) => `${term}: ${meaning}.`)]
}

/** What is asked, with the day it speaks for: the last day of a year asked for, where the measure takes one. */
export function dated({ takes }: Pick<Measure, 'takes'>, asked: Asked): Asked {
  const { asOf, during, where } = asked
  if (during === undefined) return asked
  return takes.includes('during') ? { where, during, asOf: lastDayOf(during) } : { where, asOf }
}
