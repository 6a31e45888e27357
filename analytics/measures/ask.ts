import { filterParts } from '../cohorts/filters.ts'
import { populationOf } from '../cohorts/population.ts'
import { lastDayOf } from '../framework/academic-year.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { fsmNote } from './fsm-note.ts'
import type { Answer, Asked, Measure } from './measure.ts'

/** The measure's answer from the evidence, as of the day asked for, or of the last day of the year asked for. */
export function ask<R extends object, T extends object>(
  measure: Measure<R, T>,
  evidence: Evidence,
  given: Asked,
): Answer<R, T> {
  const asked = dated(measure, given)
  const population = populationOf(evidence, asked.asOf, asked.where)
  const counted = measure.counted?.(evidence, asked.asOf, asked.where) ?? population
  const { rows, totals, identities, terms = [], notes = [] } = measure.find(evidence, counted, asked)
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
    notes: [
      ...measure.notes,
      ...new Set([...notes, ...scopeNotes(evidence, asked)]),
      ...terms.map(({ term, meaning }) => `${term}: ${meaning}.`),
    ],
    terms,
    identities,
    fine: measure.fine === true,
    rowsTell: measure.rowsTell === true,
    hubAlone: measure.hubAlone ?? filteredAlone(asked),
  }
}

/** Free filters, asked often enough, give single schools away: outside the hub only places are chosen. */
function filteredAlone({ where }: Asked): string | null {
  const part = [...filterParts, 'school' as const].find((name) => where[name] !== undefined)
  return part === undefined ? null : `by ${part} is for the hub alone`
}

/** The year and basis of the bands of free school meals, where they were asked for. */
function scopeNotes(evidence: Evidence, { asOf, where }: Asked): readonly string[] {
  return where.fsm === undefined ? [] : [fsmNote(evidence, asOf)]
}

/** What is asked, with the day it speaks for: the last day of a year asked for, where the measure takes one. */
export function dated({ takes }: Pick<Measure, 'takes'>, { during, ...asked }: Asked): Asked {
  return during === undefined || !takes.includes('during') ? asked : { ...asked, during, asOf: lastDayOf(during) }
}
