import { numbersOf } from '../../../analytics/evidence/columns.ts'
import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import { column, type Prepared } from './table.ts'

/** Judgements by audit: for engines that find rows by key. */
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

/** Judgements with all that says whether they count, in the order of the audits: for engines that scan columns. */
export function judgementsPlaced({ judgements, starts }: Evidence, audits: Prepared): Prepared {
  const judged = numbersOf(judgements, 'judged')
  const audit = audits.columns.find(({ name }) => name === 'audit')!.values
  const size = audit.reduce((sum, row) => sum + starts.judgements[row + 1]! - starts.judgements[row]!, 0)
  const [placed, row] = [new Int32Array(size), new Int32Array(size)]
  let end = 0
  audit.forEach((each, at) => {
    const judgedThere = judged.subarray(starts.judgements[each], starts.judgements[each + 1])
    placed.set(judgedThere, end)
    row.fill(at, end, (end += judgedThere.length))
  })
  const kept = new Set('next_on held_on from_day until_day school la district phase framework'.split(' '))
  return {
    name: 'judgement',
    order: audits.order,
    columns: [
      ...audits.columns
        .filter(({ name }) => kept.has(name))
        .map(({ kind, name, values }) =>
          column(
            kind,
            name,
            row.map((at) => values[at]!),
          ),
        ),
      column('short', 'judged', placed),
    ],
  }
}
