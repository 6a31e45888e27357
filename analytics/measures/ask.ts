import { populationOf } from '../cohorts/population.ts'
import { lastDayOf } from '../framework/academic-year.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Answer, Asked, Measure } from './measure.ts'

/** The measure's answer from the evidence, as of the day asked for, or of the last day of the year asked for. */
export function ask<R extends object, T extends object>(
  measure: Measure<R, T>,
  evidence: Evidence,
  given: Asked,
): Answer<R, T> {
  const during = measure.takes.includes('during') ? given.during : undefined
  const asked = during === undefined ? given : { ...given, asOf: lastDayOf(during) }
  const cohort = populationOf(evidence, asked.asOf, asked.where)
  const { rows, totals, identities, terms = [] } = measure.find(evidence, cohort, asked)
  return {
    measure: measure.id,
    title: measure.title,
    question: measure.question,
    asOf: asked.asOf,
    during: during ?? null,
    where: asked.where,
    population: cohort.size,
    dataVersion: evidence.dataVersion,
    extractOn: evidence.extractOn,
    columns: measure.columns,
    rows,
    totals,
    totalColumns: measure.totalColumns,
    notes: [...measure.notes, ...terms.map(({ term, meaning }) => `${term}: ${meaning}.`)],
    terms,
    identities,
    fine: measure.fine === true,
    rowsTell: measure.rowsTell === true,
  }
}
