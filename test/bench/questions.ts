import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { ask } from '../../analytics/measures/ask.ts'
import { findMeasure, type MeasureId } from '../../analytics/measures/index.ts'
import type { Asked } from '../../analytics/measures/measure.ts'

/** The measures that are raced: those that other engines can answer in one statement. */
const raced = [
  'coverage',
  'strand-profile',
  'strand-progress',
  'transition-matrix',
  'award-ladder',
] as const satisfies readonly MeasureId[]

export type RacedId = (typeof raced)[number]

/** One measure asked of some schools. */
export interface Question {
  readonly id: RacedId
  readonly asked: Asked
}

/** What an answer says: its rows and totals. */
export interface Found {
  readonly rows: readonly object[]
  readonly totals: object
}

const asOf = '2025-03-31'
const strand = 'Curriculum music'
const part = { council: '002', phase: 'Primary' } as const

const question = (id: RacedId, where: Asked['where']): Question => ({
  id,
  asked: { asOf, where: id === 'transition-matrix' ? { ...where, strand } : where },
})

/** Every raced measure of the whole hub, then of the primary schools of one council. */
export const questions: readonly Question[] = [{}, part].flatMap((where) => raced.map((id) => question(id, where)))

/** The same question on a day when few schools had been audited again: compared, not timed. */
export const earlier = ({ id, asked }: Question): Question => ({ id, asked: { ...asked, asOf: '2017-03-31' } })

/** The question in a few words, for the table. */
export const titleOf = ({ id, asked: { where } }: Question): string =>
  where.council === undefined ? id : `${id}, ${where.phase?.toLowerCase()}, one council`

/** Crescendo's answer, as a request gets it. */
export function answerOf(evidence: Evidence, { id, asked }: Question): Found {
  const measure = findMeasure(id)
  if (measure === undefined) throw new RangeError(`no measure: ${id}`)
  return ask(measure, evidence, asked)
}
