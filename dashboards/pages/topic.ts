import type { SupportAsked } from '../../analytics/cohorts/support-asked.ts'
import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { Strand } from '../../analytics/framework/strand.ts'
import { chartOf } from '../charts/index.ts'
import { figureOf } from '../parts/figure.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { headingOf } from '../parts/heading.ts'
import { html, type Html } from '../parts/html.ts'
import { strandChoice } from '../parts/strand-choice.ts'
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
}

/** The page of a subject: its figures one below the other, each count a link to where it comes from. */
export function topicPage({ frame, topic, strand, answers, support }: TopicView): Html {
  const [first] = answers
  const and = strand === null ? {} : { strand }
  const main = html`
    ${headingOf(frame, topic.title, first?.population ?? 0, strand !== null && hiddenStrand(strand))}
    <p class="lead">${topic.lead}</p>
    ${strand !== null && strandChoice(frame, strand)}
    ${answers.map((answer) =>
      figureOf(frame, answer, chartOf(answer), {
        id: idOf(answer),
        percent: false,
        traced: true,
        and,
        more: answer.measure === 'goal-attainment' && goalsInWords(answer as never),
      }),
    )}
    ${support !== undefined && supportOf(frame, support)}
  `
  return framed(frame, strand === null ? topic.title : `${topic.title}: ${strand}`, main)
}

const hiddenStrand = (strand: Strand): Html => html`<input type="hidden" name="strand" value="${strand}" />`

const idOf = ({ measure, where }: Disclosed<object, object>): string =>
  where.award === undefined ? measure : `${measure}-${where.award.toLowerCase()}`
