import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { awards } from '../../analytics/framework/award.ts'
import { strands } from '../../analytics/framework/strand.ts'
import type { Measure } from '../../analytics/measures/measure.ts'
import { chartOf } from '../charts/index.ts'
import { figureOf } from '../parts/figure.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { headingOf } from '../parts/heading.ts'
import { html, type Html } from '../parts/html.ts'

/** What a measure's own page shows, and what else it can be asked for. */
export interface MeasureView extends Pick<Measure, 'needs' | 'takes'> {
  readonly frame: Frame
  readonly answer: Disclosed<object, object>
}

/** A measure's own page: its question, its figure, and filters for all it can be asked. */
export function measurePage({ frame, answer, needs, takes }: MeasureView): Html {
  const { strand, award } = answer.where
  const main = html`
    ${headingOf(frame, answer.title, answer.population, html`${fieldsOf({ answer, needs, takes })}`)}
    <p class="govuk-body">${answer.question}</p>
    ${figureOf(frame, answer, chartOf(answer), { percent: false, and: { strand, award } })}
  `
  return framed(frame, answer.title, main)
}

function fieldsOf({ answer, needs, takes }: Omit<MeasureView, 'frame'>): readonly Html[] {
  const words = { strand: strands, award: awards } as const
  const labels = { strand: ['Strand', 'All strands'], award: ['Award', 'All awards'] } as const
  return (['strand', 'award'] as const)
    .filter((part) => takes.includes(part))
    .map((part) =>
      govuk('select', {
        id: `filter-${part}`,
        name: part,
        label: { text: labels[part][0] },
        value: answer.where[part] ?? '',
        items: [
          ...(needs.includes(part) ? [] : [{ value: '', text: labels[part][1] }]),
          ...words[part].map((name) => ({ value: name, text: name })),
        ],
      }),
    )
}
