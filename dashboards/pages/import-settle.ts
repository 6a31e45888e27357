import { dayText } from '../parts/day.ts'
import { errorAt, formOf } from '../parts/form.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { countText, numberText } from '../parts/number.ts'
import { problemsOf } from './import-problems.ts'
import { notesOf } from './import-notes.ts'
import type { DoubtfulName, Findings, FoundCandidate, ImportView, Step } from './import-view.ts'
import { leaveOutForm } from './leave-out.ts'

/** A file that names schools which a person must settle: each with what it says and the schools it may mean. */
export function schoolsToSettle(view: ImportView, findings: Findings): Step {
  const { file, token } = view
  const others = findings.problems.filter(({ code }) => code !== 'doubtful-school')
  return {
    title: findings.doubtful.length === 1 ? 'Which school is meant?' : 'Which schools are meant?',
    content: html`
      <p class="govuk-body">
        ${countText(findings.doubtful.length, 'name')} in this file could be one of several schools. What you choose is
        remembered for that name and place.
      </p>
      ${formOf({
        action: `/import/${file.id}/schools`,
        token,
        content: html`
          ${findings.doubtful.map((name, at) => choiceOf(view, name, at))}
          ${govuk('button', { text: 'Settle and check again', preventDoubleClick: true })}
        `,
      })}
      ${leaveOutForm(file, token)}
      ${
        others.length > 0 &&
        html`<h2 class="section-title">Also to mend in the file</h2>
          ${problemsOf(file, { ...findings, problems: others, problemCount: others.length })}`
      }
      ${notesOf(findings.notes)}
    `,
  }
}

/** How a field names the row that it settles. */
export const fieldOf = ({ sheet, rows }: Pick<DoubtfulName, 'sheet' | 'rows'>): string =>
  JSON.stringify([sheet, rows[0] ?? 0])

const choiceOf = ({ errors }: ImportView, name: DoubtfulName, at: number): Html =>
  govuk('radios', {
    idPrefix: `school-${at}`,
    name: `school ${fieldOf(name)}`,
    classes: 'govuk-radios--small',
    fieldset: {
      legend: { text: `“${name.name}”`, classes: 'govuk-fieldset__legend--m settle__name' },
    },
    hint: { text: saidOf(name) },
    ...errorAt(errors, `school-${at}`),
    items: [
      ...name.candidates.map((candidate) => ({
        value: String(candidate.urn),
        text: candidate.name,
        hint: { text: aboutOf(candidate) },
      })),
      { divider: 'or' },
      {
        value: 'none',
        text: 'None of these',
        hint: {
          text: 'Give its URN in a column headed URN in your file; if the register lacks the school, load a newer register. Then send the file again.',
        },
      },
    ],
  })

/** Where the file says that the school is, and where it says so. */
const saidOf = (name: DoubtfulName): string =>
  [name.place, ...[name, ...(name.elsewhere ?? [])].map(placeOf)].filter((part) => part !== null).join(' · ')

function placeOf({ sheet, rows }: Pick<DoubtfulName, 'sheet' | 'rows'>): string {
  const first = rows.slice(0, 5).map(numberText).join(', ')
  const more = rows.length > 5 ? ` and ${numberText(rows.length - 5)} more` : ''
  return `${sheet === null ? '' : `Sheet “${sheet}”, `}${sheet === null ? 'R' : 'r'}${rows.length === 1 ? 'ow' : 'ows'} ${first}${more}`
}

/** What tells a school from others of its name: place, URN, open days, and why it may be meant. */
function aboutOf({ urn, town, openOn, closeOn, why }: FoundCandidate): string {
  const life = [
    openOn === null ? null : `opened ${dayText(openOn)}`,
    closeOn === null ? null : `closed ${dayText(closeOn)}`,
  ]
  // Where the reason names the town, it need not be said twice.
  const reason = town === null ? why : why.replace(`, in ${town}`, '')
  return [town, `URN ${urn}`, ...life, reason].filter((part) => part !== null && part !== '').join(' · ')
}
