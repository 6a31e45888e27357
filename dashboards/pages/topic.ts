import type { SupportAsked } from '../../analytics/cohorts/support-asked.ts'
import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { Strand } from '../../analytics/framework/strand.ts'
import type { DistrictMap } from '../charts/district-map.ts'
import { chartOf } from '../charts/index.ts'
import { figureOf } from '../parts/figure.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { headingOf } from '../parts/heading.ts'
import { html, type Html } from '../parts/html.ts'
import { strandChoice } from '../parts/strand-choice.ts'
import { districtMapFigure, mapAsked } from './district-map.ts'
import { goalsInWords } from './goals-in-words.ts'
import { supportOf } from './support-asked.ts'
import type { Topic } from './topics.ts'

/** What the page of a subject shows. */
export interface TopicView {
  readonly frame: Frame
  readonly topic: Topic
  /** The strand its figures are of; null where they are of all. */
  readonly strand: Strand | null
  /** The answers to its parts, in their order. */
  readonly answers: readonly Disclosed<object, object>[]
  /** What schools asked for, where the subject is that. */
  readonly support?: SupportAsked
  /** The map that its page begins with; null where it has none. */
  readonly map: DistrictMap | null
}

/** The page of a subject: its figures one below the other, each count a link to where it comes from. */
export function topicPage({ frame, topic, strand, answers, support, map }: TopicView): Html {
  const [first] = answers
  const drawn = map === null ? {} : mapAsked(map)
  const and = strand === null ? {} : { strand, ...drawn }
  const main = html`
    ${headingOf(frame, topic.title, first?.population ?? 0, hidden(and))}
    <p class="lead">${topic.lead}</p>
    ${strand !== null && strandChoice(frame, strand, drawn)}
    ${map !== null && strand !== null && districtMapFigure(frame, map, { strand })}
    ${answers.map((answer) =>
      figureOf(frame, answer, chartOf(answer), {
        id: idOf(answer),

        traced: true,
        and,
        more: answer.measure === 'goal-attainment' && goalsInWords(answer as never),
      }),
    )}
    ${support !== undefined && supportOf(frame, support)}
  `
  return framed(frame, strand === null ? topic.title : `${topic.title}: ${strand}`, main)
}

/** What the page is asked by besides its filters, to go with them. */
const hidden = (and: Readonly<Record<string, string | undefined>>): readonly (Html | false)[] =>
  Object.entries(and).map(
    ([name, value]) => value !== undefined && html`<input type="hidden" name="${name}" value="${value}" />`,
  )

const idOf = ({ measure, where }: Disclosed<object, object>): string =>
  where.award === undefined ? measure : `${measure}-${where.award.toLowerCase()}`
