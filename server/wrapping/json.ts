import type { Disclosed } from '../../analytics/disclosure/disclose.ts'

/** The answer as the program and the API give it. */
export const jsonOf = (answer: Disclosed<object, object>) => ({
  measure: answer.measure,
  question: answer.question,
  asOf: answer.asOf,
  during: answer.during,
  where: answer.where,
  audience: answer.audience,
  population: answer.population,
  dataVersion: answer.dataVersion,
  extractOn: answer.extractOn,
  columns: [...answer.columns, ...answer.totalColumns].map(({ key, label, unit, note }) => ({
    key,
    label,
    unit,
    ...(note === undefined ? {} : { note }),
  })),
  rows: answer.rows,
  totals: answer.totals,
  notes: answer.notes,
})
