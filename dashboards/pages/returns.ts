import { academicYearText } from '../../analytics/framework/academic-year.ts'
import { errorAt, errorSummary, formOf, titleWith } from '../parts/form.ts'
import { framed } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { wideTable } from '../parts/wide-table.ts'
import type { ReturnLine, ReturnsView } from './return-view.ts'

/** What the hub returns to its funder, year by year, and the way to draft the next. */
export const returnsPage = (view: ReturnsView): Html =>
  framed(
    view.frame,
    titleWith(view.errors, 'Returns'),
    html`
      ${errorSummary(view.errors)}
      <div class="heading">
        <h1 class="govuk-heading-xl heading__title">Returns</h1>
        <p class="heading__scope">
          What goes to a funder for one academic year. A return is drafted, checked and approved by somebody with a
          name; once frozen it is never changed, only issued again.
        </p>
      </div>
      ${view.issues.length === 0 ? html`<p class="govuk-body">There is no return yet.</p>` : tableOf(view)}
      ${draftForm(view)}
    `,
  )

const tagColours = { draft: 'yellow', approved: 'blue', frozen: 'green' } as const

/** How a return stands, as a tag. */
export const stateTag = (state: ReturnLine['state']): Html =>
  govuk('tag', {
    text: `${state.charAt(0).toUpperCase()}${state.slice(1)}`,
    classes: `govuk-tag--${tagColours[state]}`,
  })

/** A return by its year and issue: `2024/25, issue 2`. */
export const issueText = ({ year, issue }: Pick<ReturnLine, 'year' | 'issue'>): string =>
  `${academicYearText(year)}, issue ${issue}`

const tableOf = ({ issues }: ReturnsView): Html =>
  wideTable(
    'Returns, the newest first',
    ['Return', 'To', 'How it stands', 'Data version'],
    issues.map(
      (line) => html`
        <tr class="govuk-table__row">
          <th class="govuk-table__header" scope="row">
            <a class="govuk-link" href="/returns/${line.id}">${line.title}, ${issueText(line)}</a>
          </th>
          <td class="govuk-table__cell">${line.recipient}</td>
          <td class="govuk-table__cell">${stateTag(line.state)}</td>
          <td class="govuk-table__cell">${line.dataVersion}</td>
        </tr>
      `,
    ),
  )

const draftForm = ({ token, profiles, typed, errors }: ReturnsView): Html => html`
  <h2 class="section-title">Draft a return</h2>
  ${formOf({
    action: '/returns',
    token,
    content: html`
      ${govuk('select', {
        id: 'profile',
        name: 'profile',
        label: { text: 'What is returned, and to whom' },
        value: typed.profile,
        items: profiles.map(({ id, title, recipient }) => ({ value: id, text: `${title}, ${recipient}` })),
        ...errorAt(errors, 'profile'),
      })}
      ${govuk('input', {
        id: 'year',
        name: 'year',
        label: { text: 'Academic year' },
        hint: { text: 'Such as 2024/25' },
        value: typed.year,
        classes: 'govuk-input--width-5',
        ...errorAt(errors, 'year'),
      })}
      ${govuk('button', { text: 'Draft', preventDoubleClick: true })}
    `,
  })}
`
