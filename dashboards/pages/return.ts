import type { Finding } from '../../analytics/returns/check.ts'
import { buttonForm, errorAt, errorSummary, formOf, titleWith } from '../parts/form.ts'
import { framed } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { instantText } from '../parts/instant.ts'
import { countText } from '../parts/number.ts'
import { termsOf } from '../parts/terms.ts'
import { figuresOf } from './return-figures.ts'
import { narrativesOf } from './return-narratives.ts'
import type { ReturnView } from './return-view.ts'
import { issueText, stateTag } from './returns.ts'

/** One return: how it stands, what there is to mend, its figures and narrative, and the next step. */
export function returnPage(view: ReturnView): Html {
  const { frame, errors, title, state } = view
  const name = `${title}, ${issueText(view)}`
  return framed(
    frame,
    titleWith(errors, name),
    html`
      ${govuk('back-link', { text: 'Returns', href: '/returns' })} ${errorSummary(errors)}
      <div class="heading">
        <h1 class="govuk-heading-xl heading__title">${name}</h1>
        <p class="heading__scope">${stateTag(state)} To ${view.recipient}.</p>
      </div>
      ${aboutOf(view)} ${newerOf(view)} ${findingsOf(view)} ${nextOf(view)} ${templateOf(view)} ${filesOf(view)}
      ${figuresOf(view)} ${narrativesOf(view)} ${othersOf(view)}
    `,
  )
}

const aboutOf = ({ history, dataVersion, profile, template, reason, reissues, state }: ReturnView): Html =>
  termsOf([
    ['Figures', `As known at data version ${dataVersion}`],
    [
      'Profile',
      `${profile.id}, ${profile.template.version}${profile.template.isConfirmed ? '' : ` (not confirmed: ${profile.template.note})`}`,
    ],
    ['Recipient’s workbook', template ?? (state === 'frozen' ? null : 'None is loaded, so none is filled in')],
    [
      'Issued again',
      reissues === null
        ? null
        : html`${reason}. <a class="govuk-link" href="/returns/${reissues}">The issue before</a>`,
    ],
    ...history.map(({ what, at, by }) => [what, `${instantText(at)} by ${by}`] as const),
  ])

/** That there are newer data, with the way to them; what is frozen stays as it is. */
function newerOf({ id, token, newest, dataVersion, state }: ReturnView): Html | null {
  if (newest === dataVersion) return null
  const said = `There are newer data: version ${newest}. ${state === 'frozen' ? 'This return stays as it is; issue it again to take them in.' : ''}`
  return html`${govuk('inset-text', { text: said.trim() })}
  ${state === 'draft' && buttonForm(`/returns/${id}/refresh`, token, { text: 'Take in the newest data', classes: 'govuk-button--secondary' })}`
}

const isError = ({ severity }: Finding): boolean => severity === 'error'

function findingsOf({ findings, state }: ReturnView): Html {
  const [errors, warnings] = [findings.filter(isError), findings.filter((finding) => !isError(finding))]
  return html`
    <h2 class="section-title">Checks</h2>
    ${
      errors.length > 0
        ? html`<h3 class="govuk-heading-s">${countText(errors.length, 'error')}: to mend before it is approved</h3>
            ${listOf(errors)}`
        : state === 'draft' && html`<p class="govuk-body">Nothing keeps it from being approved.</p>`
    }
    ${
      warnings.length > 0 &&
      html`<h3 class="govuk-heading-s">${countText(warnings.length, 'warning')}: to look at</h3>
        ${listOf(warnings)}`
    }
  `
}

const listOf = (findings: readonly Finding[]): Html => html`
  <ul class="govuk-list govuk-list--bullet">
    ${findings.map(
      ({ said, schools = [] }) =>
        html`<li>
          ${said}
          ${
            schools.length > 0 &&
            govuk('details', {
              summaryText: countText(schools.length, 'school'),
              html: String(
                html`<ul class="govuk-list">
                  ${schools.map((school) => html`<li>${school}</li>`)}
                </ul>`,
              ),
            })
          }
        </li>`,
    )}
  </ul>
`

/** What can be done with it now. */
function nextOf({ id, token, state, findings, errors }: ReturnView): Html {
  const post = (path: string, text: string, classes = '') =>
    buttonForm(`/returns/${id}/${path}`, token, { text, classes })
  if (state === 'draft')
    return findings.some(isError)
      ? html`<p class="govuk-body">It can be approved once its errors are mended.</p>`
      : html`<p class="govuk-body">You approve it by your name, and answer for it.</p>
          ${post('approve', 'Approve this return')}`
  if (state === 'approved')
    return html`<div class="return__ways">
      ${post('freeze', 'Freeze this return')} ${post('reopen', 'Open it again', 'govuk-button--secondary')}
    </div>`
  return html`<h2 class="section-title">Issue it again</h2>
    ${formOf({
      action: `/returns/${id}/reissue`,
      token,
      content: html`${govuk('input', {
        id: 'reason',
        name: 'reason',
        label: { text: 'Why it is issued again' },
        hint: { text: 'It is told to the recipient' },
        ...errorAt(errors, 'reason'),
      })}
      ${govuk('button', { text: 'Draft the next issue', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    })}`
}

/** The way to send the recipient's own workbook, which a draft fills in. */
const templateOf = ({ id, token, state, template, errors, recipient }: ReturnView): Html | null =>
  state !== 'draft'
    ? null
    : html`<h2 class="section-title">The recipient’s own workbook</h2>
        ${formOf({
          action: `/returns/${id}/template`,
          token,
          files: true,
          content: html`${govuk('file-upload', {
            id: 'template',
            name: 'template',
            attributes: { accept: '.xlsx' },
            label: { text: template === null ? `The workbook of ${recipient}` : 'Another in its place' },
            hint: {
              text: 'An Excel workbook (.xlsx) of 20 MB at most. Only the cells that the profile names are filled in; all else stays as it is.',
            },
            ...errorAt(errors, 'template'),
          })}
          ${govuk('button', { text: 'Send the workbook', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
        })}`

const filesOf = ({ id, files, openDocument }: ReturnView): Html | null =>
  files.length === 0
    ? null
    : html`<h2 class="section-title">Files</h2>
        <ul class="govuk-list">
          ${files.map(
            ({ name, hash }) =>
              html`<li>
                <a class="govuk-link" href="/returns/${id}/files/${encodeURIComponent(name)}">${name}</a>
                <span class="return__note">SHA-256 <span class="return__hash">${hash}</span></span>
              </li>`,
          )}
        </ul>
        ${
          openDocument !== null &&
          html`<p class="govuk-body">
            For other programs:
            <a class="govuk-link" href="/returns/${id}/files/${encodeURIComponent(openDocument)}"
              >its workbook as OpenDocument (ODS)</a
            >, made anew from the frozen one whenever it is asked for.
          </p>`
        }`

const othersOf = ({ id, others }: ReturnView): Html | null =>
  others.length === 0
    ? null
    : html`<h2 class="section-title">What moved</h2>
        <ul class="govuk-list">
          ${others.map(
            (other) =>
              html`<li>
                <a class="govuk-link" href="/returns/${id}/changes/${other.id}">Compare with ${issueText(other)}</a>
              </li>`,
          )}
        </ul>`
