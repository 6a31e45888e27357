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
  measureIds.filter((id) => {
    const measure = findMeasure(id)
    return measure !== undefined && !mayAsk(person, measure)
  })

/** Whether somebody of the hub may know what is said on a page or figure: whether they may ask what it shows. */
export const mayKnow = (person: Asker, place: Pick<RemarkShown, 'page' | 'measure'>): boolean => {
  const shown = measuresAt(place)
  return !notAskedBy(person).some((id) => shown.includes(id))
}

/** The measures that a page is of, if it is of few, or that a figure shows. */
function measuresAt({ page, measure }: Pick<RemarkShown, 'page' | 'measure'>): readonly string[] {
  const [, first, id = ''] = page.split('/')
  const topic = topics.find(({ slug }) => slug === first)
  return [measure, first === 'measures' ? id : '', ...(topic?.parts ?? []).map((part) => part.measure)]
}
