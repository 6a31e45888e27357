import { numbersOf } from '../../../analytics/evidence/columns.ts'
import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import { column, type Prepared } from './table.ts'

/** Judgements by audit. */
export function judgements({ audits, judgements, starts }: Evidence): Prepared {
  const audit = new Int32Array(judgements.numRows)
  for (let row = 0; row < audits.numRows; row++) audit.fill(row, starts.judgements[row], starts.judgements[row + 1])
  const judged = Int32Array.from(numbersOf(judgements, 'judged'))
  return {
    name: 'judgement',
    order: ['audit'],
    columns: [column('number', 'audit', audit), column('short', 'judged', judged)],
  }
}
