import type { Disclosed, DisclosedRow } from '../../analytics/disclosure/disclose.ts'
import { isMark, type Figure } from '../../analytics/framework/mark.ts'
import type { DueKind } from '../../analytics/measures/due-list.ts'
import type { PipelineRow, PipelineTotals } from '../../analytics/measures/pipeline.ts'
import type { DoubtfulFile } from './county-home-view.ts'
import { linkFrom, type Frame } from '../parts/frame.ts'
import { html, type Html } from '../parts/html.ts'
import { figureText } from '../parts/number.ts'
import { loadsFiles } from '../parts/visitor.ts'

/** Something to see to: how many, of what, and the list of them. */
interface Task {
  readonly count: Figure
  readonly one: string
  readonly many: string
  /** Null where its reader has nothing to do with it. */
  readonly href: string | null
}

type Row = DisclosedRow<PipelineRow>

/** Names that could be one of several schools: for whoever loads files the way to settle them. */
function doubtfulNames({ visitor }: Frame, files: readonly DoubtfulFile[]): Task {
  const [only, another] = files
  const mayLoad = visitor !== null && loadsFiles(visitor)
  const whose = mayLoad ? 'waits to be settled' : 'waits for the data steward'
  return {
    count: files.reduce((sum, { names }) => sum + names, 0),
    one: `doubtful school name ${whose}`,
    many: `doubtful school names ${whose.replace('waits', 'wait')}`,
    href: !mayLoad ? null : only !== undefined && another === undefined ? `/import/${only.id}` : '/import',
  }
}

/** What needs somebody today, each with the way to a list to work through; what there is none of is left out. */
export function attentionOf(
  frame: Frame,
  { rows, totals }: Disclosed<PipelineRow, PipelineTotals>,
  doubtful: readonly DoubtfulFile[],
): Html {
  const [overdue, now, month] = rows
  const list = (kind: DueKind, row: Row | undefined, one: string, many: string): readonly Task[] =>
    row === undefined
      ? []
      : [{ count: row[kind], one, many, href: `${linkFrom(frame, '/pipeline', { when: row.when, kind })}#list` }]
  const tasks: readonly Task[] = [
    doubtfulNames(frame, doubtful),
    ...list('reflections', overdue, 'reflection is overdue', 'reflections are overdue'),
    ...list('reflections', now, 'reflection is due now', 'reflections are due now'),
    ...list('visits', overdue, 'follow-up visit is overdue', 'follow-up visits are overdue'),
    ...list('visits', month, 'follow-up visit is due this month', 'follow-up visits are due this month'),
    ...list('awards', month, 'award lapses this month', 'awards lapse this month'),
    ...list('awards', overdue, 'school’s last award has lapsed', 'schools’ last awards have lapsed'),
    ...list(
      'reAudits',
      overdue,
      'school is past three years since its audit',
      'schools are past three years since an audit',
    ),
    {
      count: totals.neverMet,
      one: 'school has never met the hub for an audit',
      many: 'schools have never met the hub for an audit',
      href: linkFrom(frame, '/schools', { met: 'never' }),
    },
  ].filter(({ count }) => isMark(count) || count > 0)
  return html`<section class="attention" aria-labelledby="attention">
    <h2 class="section-title" id="attention">To see to</h2>
    ${
      tasks.length === 0
        ? html`<p class="govuk-body">Nothing is overdue, due or lapsing, and every school has been met.</p>`
        : html`<ul class="attention__list">
            ${tasks.map(({ count, one, many, href }) => {
              const said = html`<span class="attention__count">${figureText(count)}</span>
                <span class="attention__what">${count === 1 ? one : many}</span>`
              return html`<li>
                ${
                  href === null
                    ? html`<span class="attention__link">${said}</span>`
                    : html`<a class="attention__link" href="${href}">${said}</a>`
                }
              </li>`
            })}
          </ul>`
    }
  </section>`
}
