import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { isMark } from '../../analytics/framework/mark.ts'
import type { TransitionMatrixRow, TransitionMatrixTotals } from '../../analytics/measures/transition-matrix.ts'
import { movesOf } from '../charts/transition-matrix.ts'
import { cellEndings } from '../parts/cell-sentence.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { countText, figureText } from '../parts/number.ts'

type Answer = Disclosed<TransitionMatrixRow, TransitionMatrixTotals>

const mostMoves = 5
const keys = ['focusing', 'developing', 'establishing', 'enhancing'] as const

/** The moves most schools made, a sentence each, ups before downs of the same number; every cell's sentence folded away. */
export function movesInWords(matrix: Answer): Html | null {
  const moves = movesOf(matrix)
    .flatMap(({ from, to, direction, count }) =>
      direction === 'same' || isMark(count) || count === 0 ? [] : [{ from, to, direction, count }],
    )
    .toSorted((a, b) => b.count - a.count || (a.direction < b.direction ? 1 : -1))
    .slice(0, mostMoves)
  if (moves.length === 0) return null
  return html`<ul class="figure__more">
      ${moves.map(
        ({ from, to, direction, count }) =>
          html`<li>${countText(count, 'school')} moved ${direction} from ${from} to ${to}.</li>`,
      )}
    </ul>
    ${govuk('details', { summaryText: 'Read every cell as a sentence', html: String(everyCell(matrix)) })}`
}

function everyCell(matrix: Answer): Html {
  const endingOf = cellEndings(matrix)
  return html`<ul class="govuk-list">
    ${matrix.rows.flatMap((row) =>
      [...keys, 'notYet' as const].map((key) => {
        const ending = endingOf(row, key)
        return ending && html`<li>${figureText(row[key])} ${ending}.</li>`
      }),
    )}
  </ul>`
}
