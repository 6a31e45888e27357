import { buttonForm } from '../parts/form.ts'
import { html, type Html } from '../parts/html.ts'
import { countText, numberText } from '../parts/number.ts'
import { attributionForm } from './import-attribution.ts'
import { correctionsOf } from './import-corrections.ts'
import { notesOf } from './import-notes.ts'
import type { Findings, ImportView, ReviewedSchool, Step } from './import-view.ts'
import { leaveOutForm } from './leave-out.ts'

/** A file in which nothing is wrong: what loading it would do, and the choice to do so. */
export function reviewed(view: ImportView, findings: Findings): Step {
  const { file, token, version } = view
  return {
    title: 'Ready to load',
    content: html`
      <p class="govuk-body review__sentence">${sentenceOf(findings)}</p>
      <div class="choices">
        ${buttonForm(
          `/import/${file.id}/load`,
          token,
          { text: 'Load this file' },
          html`<input type="hidden" name="version" value="${version}" />`,
        )}
        ${leaveOutForm(file, token)}
      </div>
      ${attributionForm(view, findings)} ${correctionsOf(findings)} ${schoolsOf(findings.schools)}
      ${notesOf(findings.notes)}
    `,
  }
}

/** What would happen, in a sentence. */
function sentenceOf({ new: added, changed, same, ignored }: Findings): string {
  const parts = [
    added > 0 && `add ${countText(added, 'row')}`,
    changed > 0 && `change ${countText(changed, 'row')}`,
    same > 0 && `leave ${countText(same, 'row')} as known already`,
    ignored > 0 && `pass over ${countText(ignored, 'row')} that hold nothing to load`,
  ].filter((part) => part !== false)
  const last = parts.at(-1) ?? ''
  const text = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last
  return `Loading this file would ${text}. It can be undone.`
}

const schoolsShown = 100

const counts = ['new', 'changed', 'same', 'conflicting'] as const
const countHeadings = { new: 'New', changed: 'Changed', same: 'Known', conflicting: 'Conflicting' } as const

/** What a file says of each school, in rows of the file; nothing where it speaks of no school. */
export function schoolsOf(schools: readonly ReviewedSchool[]): Html | null {
  if (schools.length === 0) return null
  const told = counts.filter((count) => schools.some((school) => school[count] > 0))
  return html`<section>
    <h2 class="section-title" id="schools-title">School by school</h2>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="schools-title">
      <table class="govuk-table review__schools">
        <caption class="govuk-visually-hidden">
          Rows of the file by school
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th class="govuk-table__header" scope="col">School</th>
            ${told.map((count) => html`<th class="govuk-table__header govuk-table__header--numeric" scope="col">${countHeadings[count]}</th>`)}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          ${schools.slice(0, schoolsShown).map(
            (school) =>
              html`<tr class="govuk-table__row">
                <th class="govuk-table__header" scope="row">
                  ${school.name ?? 'Not in the register yet'} <span class="figures__note">URN ${school.urn}</span>
                </th>
                ${told.map((count) => html`<td class="govuk-table__cell govuk-table__cell--numeric">${numberText(school[count])}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${schools.length > schoolsShown && html`<p class="notes">And ${countText(schools.length - schoolsShown, 'more school')}.</p>`}
  </section>`
}
