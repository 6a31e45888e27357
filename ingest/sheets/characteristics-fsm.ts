import type { FsmBasis } from '../../analytics/framework/fsm-basis.ts'
import { factOf, type ContentOf, type Fact } from './fact.ts'
import type { SchoolYear } from './school-year.ts'

/** Free school meals of a school and year on one basis; none where neither their number nor their part is told. */
export const fsmFact = (schoolYear: SchoolYear, basis: FsmBasis, content: ContentOf<'schoolFsm'>): Fact =>
  factOf('schoolFsm', { ...schoolYear, basis }, content.percent == null && content.eligible == null ? null : content, {
    column: 'FSM percent',
  })
