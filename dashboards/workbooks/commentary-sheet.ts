import type { Day } from '../../analytics/framework/day.ts'
import { dayText } from '../parts/day.ts'
import { dayCell, wordsCell } from './cell.ts'
import { dayColumn, wordsColumn } from './sheet-column.ts'
import type { TableSheet } from './workbook-spec.ts'

/** What somebody remarked on a page or figure, as a workbook tells it. */
export interface Comment {
  /** The figure or page it is on, in words. */
  readonly about: string
  readonly text: string
  readonly by: string
  readonly writtenOn: Day
}

interface Remarked {
  readonly scope: string
  readonly since: Day
  readonly asOf: Day
  readonly source: string
}

/** What people remarked on the figures of a workbook: one worksheet, or none where nobody did. */
export const commentarySheets = (
  comments: readonly Comment[],
  { scope, since, asOf, source }: Remarked,
): readonly TableSheet[] =>
  comments.length === 0
    ? []
    : [
        {
          tab: 'Commentary',
          title: `Commentary: ${scope}, ${dayText(since)} to ${dayText(asOf)}`,
          lines: ['Why did it move?', `What was remarked since ${dayText(since)} and still stands, the newest first.`],
          source,
          columns: [wordsColumn('About'), wordsColumn('Remark'), wordsColumn('By'), dayColumn('Written on')],
          rows: comments.map(({ about, text, by, writtenOn }) => [
            wordsCell(about),
            wordsCell(text),
            wordsCell(by),
            dayCell(writtenOn),
          ]),
        },
      ]
