import { findMeasure, measureIds } from '../../analytics/measures/index.ts'
import type { Measure } from '../../analytics/measures/measure.ts'
import { topics } from '../../dashboards/pages/topics.ts'
import type { RemarkShown } from '../../dashboards/parts/remarks.ts'
import type { Person } from './person.ts'

type Asker = Pick<Person, 'role'>

/** Whether somebody of the hub may ask a measure: how advisers rate is for who leads them. */
export const mayAsk = ({ role }: Asker, { leaderAlone }: Pick<Measure, 'leaderAlone'>): boolean =>
  leaderAlone !== true || role === 'hub leader'

/** The measures that somebody of the hub may not ask. */
export const notAskedBy = (person: Asker): readonly string[] =>
  measureIds.filter((id) => !mayAsk(person, findMeasure(id) ?? {}))

/** Whether somebody of the hub may know what is said on a page or figure: whether they may ask what it shows. */
export const mayKnow = (person: Asker, place: Pick<RemarkShown, 'page' | 'measure'>): boolean => {
  const shown = measuresAt(place)
  return !notAskedBy(person).some((id) => shown.includes(id))
}

/** The measures that a figure shows, or that a page names in its address or is of. */
function measuresAt({ page, measure }: Pick<RemarkShown, 'page' | 'measure'>): readonly string[] {
  const named = page.split('/')
  const parts = topics.filter(({ slug }) => named.includes(slug)).flatMap((topic) => topic.parts)
  return [measure, ...named, ...parts.map((part) => part.measure)]
}
