import type { Measure } from '../../analytics/measures/measure.ts'
import type { Person } from './person.ts'

/** Whether somebody of the hub may ask a measure: how advisers rate is for who leads them. */
export const mayAsk = ({ role }: Pick<Person, 'role'>, { leaderAlone }: Pick<Measure, 'leaderAlone'>): boolean =>
  leaderAlone !== true || role === 'hub leader'
