import type { Compared, ComparedSchool, Comparators } from '../../analytics/cohorts/comparators.ts'
import type { SchoolLine } from '../../analytics/cohorts/school-lines.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { dayText } from '../parts/day.ts'
import { framed, linkFrom, type Frame } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Content, type Html } from '../parts/html.ts'
import { levelTag } from '../parts/level-tag.ts'
import { hrefOf } from '../parts/link.ts'
import { numberText, percentText } from '../parts/number.ts'

/** What the page of a school's comparators shows. It names schools: for the hub only. */
export interface ComparatorsView {
  readonly frame: Frame
  /** The school itself, as lists of schools have it. */
  readonly school: SchoolLine
  /** Null where nothing is known by which to compare it. */
  readonly found: Comparators | null
  /** The comparators, as lists of schools have them. */
  readonly lines: readonly SchoolLine[]
}

/** The schools most like one school, with what they were chosen by and where they stand. */
export function comparatorsPage(view: ComparatorsView): Html {
  const { frame, school, found } = view
  const main = html`
    ${govuk('breadcrumbs', {
      items: [
        { text: 'Schools', href: linkFrom(frame, '/schools') },
        { text: school.name, href: schoolLink(frame, school.urn) },
        { text: 'Schools most like it' },
      ],
    })}
    <div class="heading">
      <h1 class="govuk-heading-xl heading__title">Schools most like ${school.name}</h1>
      <p class="heading__scope">As things stood on ${dayText(frame.asOf)}. For the hub: it names schools.</p>
    </div>
    ${found === null || found.comparators.length === 0 ? tooLittle(found) : html`${chosen(found)} ${tableOf(view, found)}`}
  `
  return framed(frame, `Schools most like ${school.name}`, main)
}

const tooLittle = (found: Comparators | null): Html =>
  govuk('inset-text', {
    text:
      found === null
        ? 'There is not enough information to choose similar schools: none of pupils, free school meals and special educational needs is known of this school on the day.'
        : `There are too few schools to choose similar ones from: ${numberText(found.from)} of its phase (${found.phase}), and it takes 30.`,
  })

const chosen = ({ comparators, from, phase }: Comparators): Html => html`
  <p class="govuk-body">
    These ${numberText(comparators.length)} were chosen from the ${numberText(from)} schools of its phase (${phase}),
    the most alike first.
  </p>
  ${govuk('details', {
    summaryText: 'How these schools were chosen',
    html: String(
      html`<p>
          By how near they are in pupils (weighing 0.5), free school meals (0.4) and special educational needs (0.1),
          each difference measured against the middle half of the schools of the phase. Of schools equally near, the
          lower URN comes first. No school is chosen twice, and never more than one in three of the phase.
        </p>
        <p>
          Where something is not known of a school, the middle value of its phase stands for it and is marked: that
          school may be less alike than it looks. What schools were rated has no part in the choice.
        </p>`,
    ),
  })}
`

const headings = { pupils: 'Pupils', fsm: 'Free school meals', send: 'SEND' } as const

/** Parts of the table name their roles, for on a phone the style sheet shows each row as a card. */
const tableOf = ({ frame, school, lines }: ComparatorsView, { school: own, comparators }: Comparators): Html => html`
  <div class="scroll" role="region" tabindex="0" aria-labelledby="comparators-caption">
    <table class="govuk-table schools cards" role="table">
      <caption class="govuk-table__caption govuk-table__caption--m" id="comparators-caption">
        What they were chosen by, and their levels at the latest audit
      </caption>
      <thead class="govuk-table__head" role="rowgroup">
        <tr class="govuk-table__row" role="row">
          ${['School', ...Object.values(headings), ...strands].map(
            (heading) => html`<th class="govuk-table__header" scope="col" role="columnheader">${heading}</th>`,
          )}
        </tr>
      </thead>
      <tbody class="govuk-table__body" role="rowgroup">
        ${rowOf(frame, school, own, ' (this school)')}
        ${comparators.map((each) => {
          const line = lines.find(({ urn }) => urn === each.urn)
          return line !== undefined && rowOf(frame, line, each)
        })}
      </tbody>
    </table>
  </div>
`

const rowOf = (frame: Frame, line: SchoolLine, { pupils, fsm, send }: ComparedSchool, after = ''): Html =>
  html`<tr class="govuk-table__row" role="row">
    <th class="govuk-table__header schools__name" scope="row" role="rowheader">
      <a class="govuk-link" href="${schoolLink(frame, line.urn)}">${line.name}</a>${after}
    </th>
    ${cellOf(valueOf(pupils, numberText), headings.pupils)} ${cellOf(valueOf(fsm, percentText), headings.fsm)}
    ${cellOf(valueOf(send, percentText), headings.send)}
    ${strands.map((strand, at) => cellOf(line.auditedOn === null ? 'Not audited' : levelTag(line.levels[at] ?? null), strand))}
  </tr>`

const cellOf = (content: Content, label: string): Html =>
  html`<td class="govuk-table__cell" role="cell" data-label="${label}">${content}</td>`

const valueOf = ({ value, isGuessed }: Compared, text: (value: number) => string): Content =>
  isGuessed ? html`<span class="absent">Not known, taken as ${text(value)}</span>` : text(value)

const schoolLink = ({ asOf, today }: Frame, urn: number): string =>
  hrefOf(`/schools/${urn}`, asOf === today ? {} : { asOf })
