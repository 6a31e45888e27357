import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { ask } from '../../analytics/measures/ask.ts'
import { findMeasure, measureIds, type MeasureId } from '../../analytics/measures/index.ts'
import type { Asked, Where } from '../../analytics/measures/measure.ts'

/** One measure asked of some schools. */
export interface Question {
  readonly id: MeasureId
  readonly title: string
  readonly asked: Asked
}

/** What an answer says: its rows and totals. */
export interface Found {
  readonly rows: readonly object[]
  readonly totals: object
}

const asOf = '2025-03-31'

function question(id: MeasureId, title: string, where: Where): Question {
  const needs = findMeasure(id)?.needs ?? []
  const strand = needs.includes('strand') ? ({ strand: 'Curriculum music' } as const) : {}
  const award = needs.includes('award') ? ({ award: 'Silver' } as const) : {}
  return { id, title, asked: { asOf, where: { ...where, ...strand, ...award } } }
}

/** Parts of a hub that somebody may ask about, and the measures then asked. */
const parts: readonly (readonly [title: string, where: Where])[] = [
  ['primary, one council', { council: '002', phase: 'Primary' }],
  ['one district, by FSM', { district: 'District 1', fsm: '35% and over' }],
  ['primary, urban, by FSM', { phase: 'Primary', rural: 'Urban', fsm: '20% to under 35%' }],
]
const askedOfParts = ['strand-profile', 'strand-progress', 'award-ladder', 'criteria-gaps'] as const

/** Every measure of the whole hub. */
export const wholeHub: readonly Question[] = measureIds.map((id) => question(id, id, {}))

/** Some measures of parts of it. */
export const ofParts: readonly Question[] = parts.flatMap(([title, where]) =>
  askedOfParts.map((id) => question(id, `${id}: ${title}`, where)),
)

/** The same question on a day when few schools had been audited again: compared, not timed. */
export const earlier = (asked: Question): Question => ({ ...asked, asked: { ...asked.asked, asOf: '2019-03-31' } })

/** Crescendo's answer, as a request gets it. */
export function answerOf(evidence: Evidence, { id, asked }: Question): Found {
  const measure = findMeasure(id)
  if (measure === undefined) throw new RangeError(`no measure: ${id}`)
  return ask(measure, evidence, asked)
}
