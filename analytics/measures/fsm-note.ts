import { fsmYearOn } from '../cohorts/fsm-year.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { academicYearText } from '../framework/academic-year.ts'
import type { Day } from '../framework/day.ts'
import { fsmBases } from '../framework/fsm-basis.ts'

/** On which basis and of which year free school meals are banded on a day, as a sentence. */
export function fsmNote(evidence: Evidence, asOf: Day): string {
  const told = fsmYearOn(evidence, asOf)
  return told === null
    ? 'Free school meals are not known on one basis and for one year for half of the schools, so every school is Unknown.'
    : `Free school meals are those of ${academicYearText(told.year)} on the basis ${fsmBases[told.basis]}.`
}
