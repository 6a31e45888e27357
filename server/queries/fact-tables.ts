import type { FactKind } from '../../analytics/measures/measure.ts'
import { factKeys, type FactTable } from '../../migrations/tables.ts'

/** The tables in which facts of a kind are stored. */
export const tablesOf: Readonly<Record<FactKind, readonly FactTable[]>> = {
  register: ['registerSchool'],
  links: ['registerLink'],
  schoolYears: ['schoolYear'],
  schoolFsm: ['schoolFsm'],
  frameworks: ['criterion'],
  criteria: ['criterion'],
  audits: ['audit', 'rating'],
  criterionRatings: ['criterionRating'],
  awards: ['award'],
  priorities: ['priority'],
  reflections: ['reflection', 'reflectionPriority'],
  dataForms: ['dataFormFigure'],
  formFigures: ['dataFormFigure'],
  goals: ['goal'],
}

/** Whether the facts of a table are of schools. */
export const isOfSchools = (table: FactTable): boolean => (factKeys[table] as readonly string[]).includes('urn')
