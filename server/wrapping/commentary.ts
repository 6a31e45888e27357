import type { Day } from '../../analytics/framework/day.ts'
import { findMeasure } from '../../analytics/measures/index.ts'
import type { Where } from '../../analytics/measures/measure.ts'
import { scopeQuery, type RemarkShown } from '../../dashboards/parts/remarks.ts'
import { pageTitle } from '../../dashboards/parts/visitor.ts'
import type { Comment } from '../../dashboards/workbooks/commentary-sheet.ts'
import { mayKnow } from '../access/may-ask.ts'
import { londonDay } from '../today.ts'

function pageNamed(path: string): string {
  const title = pageTitle(path)
  return title === null ? path : `“${title}”`
}

/** On what is remarked, in words: `Strand profile, council 855`, or `the page “Goals”`. */
export function aboutOf({ page, measure, scope }: Pick<RemarkShown, 'page' | 'measure' | 'scope'>): string {
  const what = measure === '' ? `the page ${pageNamed(page)}` : (findMeasure(measure)?.title ?? measure)
  const parts = [...new URLSearchParams(scope)].map(([name, value]) => `${name} ${value}`)
  return [what, ...parts].join(', ')
}

/**
 * Of some remarks those since a day on the schools that a workbook speaks of, or on some of them, as it tells them. A
 * workbook is passed on: of what is for the hub leader alone it tells nothing.
 */
export function commentsOf(remarks: readonly RemarkShown[], where: Where, since: Day): readonly Comment[] {
  const wanted = [...new URLSearchParams(scopeQuery(where))]
  const isWithin = ({ scope }: RemarkShown): boolean => {
    const told = new URLSearchParams(scope)
    return wanted.every(([name, value]) => told.get(name) === value)
  }
  return remarks
    .filter((remark) => isWithin(remark) && mayKnow({ role: 'adviser' }, remark))
    .map((remark): Comment => {
      const about = aboutOf(remark)
      return {
        about: about.charAt(0).toUpperCase() + about.slice(1),
        text: remark.text,
        by: remark.by,
        writtenOn: londonDay(new Date(remark.writtenAt)),
      }
    })
    .filter(({ writtenOn }) => writtenOn >= since)
}
