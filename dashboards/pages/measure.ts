import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { academicYearText } from '../../analytics/framework/academic-year.ts'
import { awards } from '../../analytics/framework/award.ts'
import { strands } from '../../analytics/framework/strand.ts'
import type { Measure } from '../../analytics/measures/measure.ts'
import { chartOf } from '../charts/index.ts'
import { figureOf } from '../parts/figure.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { headingOf } from '../parts/heading.ts'
import { html, type Html } from '../parts/html.ts'

/** What a measure's own page shows. */
export interface MeasureView {
  readonly frame: Frame
  readonly measure: Pick<Measure, 'id' | 'needs' | 'takes'>
  readonly answer: Disclosed<object, object>
}

/** A measure's own page: its question, its figure, and filters for all it can be asked by. */
export function measurePage({ frame, measure, answer }: MeasureView): Html {
  const { during, where, title, population, question } = answer
  const and = { strand: where.strand, award: where.award, school: where.school, during: during ?? undefined }
  const main = html`
    ${headingOf(frame, title, population, html`${choicesOf(measure, answer)}`)}
    <p class="govuk-body">${question}</p>
    ${figureOf(frame, answer, chartOf(answer), { traced: true, and })}
  `
  return framed(frame, title, main)
}

const words = { strand: strands, award: awards } as const
const asks = {
  during: 'Or in one academic year, such as 2025/26',
  school: 'Or for one school, by its URN',
} as const
const labels = { strand: ['Strand', 'All strands'], award: ['Award', 'All awards'] } as const

/** A field for each part of the question that the measure takes; none can be left out that it needs. */
function choicesOf(
  { needs, takes }: MeasureView['measure'],
  { during, where }: MeasureView['answer'],
): readonly Html[] {
  return takes.map((part) => {
    if (part === 'during' || part === 'school')
      return govuk('input', {
        id: `filter-${part}`,
        name: part,
        label: { text: asks[part] },
        value: part === 'school' ? String(where.school ?? '') : during === null ? '' : academicYearText(during),
      })
    return govuk('select', {
      id: `filter-${part}`,
      name: part,
      label: { text: labels[part][0] },
      value: where[part] ?? '',
      items: [
        ...(needs.includes(part) ? [] : [{ value: '', text: labels[part][1] }]),
        ...words[part].map((name) => ({ value: name, text: name })),
      ],
    })
  })
}
