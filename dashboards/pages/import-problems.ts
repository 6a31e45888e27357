import { html, type Html } from '../parts/html.ts'
import { countText, numberText } from '../parts/number.ts'
import { kindText } from '../parts/sheet-kind.ts'
import { notesOf } from './import-notes.ts'
import { schoolsOf } from './import-review.ts'
import { uploadForm } from './import.ts'
import { tellsOfPupils } from './tells-of-pupils.ts'
import type { Findings, FoundProblem, ImportView, OpenImport, Step } from './import-view.ts'
import { leaveOutForm } from './leave-out.ts'

/** A file in which something is to be mended: what, where, and what would be accepted. */
export function problemsToMend(view: ImportView, findings: Findings): Step {
  const { file, token, others, errors } = view
  const conflicting = findings.schools.filter((school) => school.conflicting > 0)
  return {
    title: `${countText(findings.problemCount, 'thing')} to mend`,
    content: html`
      <p class="govuk-body">
        Nothing of this file was loaded. Mend it in your own copy, save it, and send it again; all that is wrong in it
        is listed here.
        ${tellsOfPupils(findings) && 'It tells of pupils, so what was sent has been deleted; only this list is kept.'}
      </p>
      ${comingWith(findings.problems, others)} ${problemsOf(file, findings)}
      <section>
        <h2 class="section-title" id="again-title">When it is mended</h2>
        ${uploadForm(token, { errors, button: 'Check the mended file', instead: file.id })} ${leaveOutForm(file, token)}
      </section>
      ${schoolsOf(conflicting)} ${notesOf(findings.notes)}
    `,
  }
}

/** Problems that another file may take away by itself. */
const lacking: Readonly<Record<string, readonly string[]>> = {
  'unknown-meeting': ['audits'],
  'unknown-school': ['register', 'register-links'],
  'unknown-framework': ['framework'],
  'unknown-criterion': ['framework'],
}

/** Says which of the files that wait may bring what this one lacks. */
function comingWith(problems: readonly FoundProblem[], others: readonly OpenImport[]): Html | null {
  const kinds = new Set(problems.flatMap(({ code }) => lacking[code] ?? []))
  const bringing = others.filter(({ kind }) => kind !== null && kinds.has(kind))
  if (bringing.length === 0) return null
  return html`<div class="govuk-inset-text">
    Some of it may need no mending:
    ${bringing.map(
      ({ id, name, kind }, at) =>
        html`${at > 0 && ', '}<a class="govuk-link" href="/import/${id}">${name}</a> (${kindText(kind ?? '')})`,
    )}
    ${bringing.length === 1 ? 'waits' : 'wait'} to be loaded. This file is checked again by itself after that.
  </div>`
}

/** Problems that are mended in the same way, and the cells that have them. */
interface Group {
  readonly title: string
  readonly problems: readonly FoundProblem[]
  /** Whether each of them is mended in its own way. */
  readonly isSaidEach: boolean
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** The problems by what mends them; those that come most often first. */
function groupsOf(problems: readonly FoundProblem[]): readonly Group[] {
  const alike = Map.groupBy(problems, ({ code, accepted }) =>
    code === 'conflict' ? code : JSON.stringify([code, accepted]),
  )
  return Array.from(alike, ([key, own]) => ({
    title: key === 'conflict' ? 'Say one thing only' : capital(own[0]?.accepted ?? ''),
    problems: own,
    isSaidEach: key === 'conflict',
  })).toSorted((a, b) => b.problems.length - a.problems.length)
}

const shown = 20

/** The problems of a file in groups, and the way to keep them. */
export const problemsOf = (file: OpenImport, { problems, problemCount }: Findings): Html => html`
  <p class="govuk-body">
    ${
      !tellsOfPupils({ problems }) &&
      html`Hand it back:
        <a class="govuk-link" href="/import/${file.id}/problems.xlsx" download
          >the file with its problems marked (Excel)</a
        >.`
    }
    Keep this list: <a class="govuk-link" href="/import/${file.id}/problems.csv" download>problems as CSV</a>.
    ${problemCount > problems.length && `It and this page stop after ${numberText(problems.length)} of ${numberText(problemCount)}.`}
  </p>
  ${groupsOf(problems).map(groupOf)}
`

/** The columns of a table of problems: those of which some problem says something. */
const columns: readonly { readonly heading: string; readonly of: (problem: FoundProblem) => string | null }[] = [
  { heading: 'Sheet', of: ({ sheet }) => sheet },
  { heading: 'Row', of: ({ row }) => (row === null ? null : numberText(row)) },
  { heading: 'Column', of: ({ column }) => column },
  { heading: 'Found', of: ({ found }) => found },
]

function groupOf({ title, problems, isSaidEach }: Group, at: number): Html {
  const told = columns.filter(({ of }) => problems.some((problem) => (of(problem) ?? '') !== ''))
  const mend = { heading: 'To mend', of: ({ accepted }: FoundProblem) => capital(accepted) }
  return html`<section class="mend">
    <h2 class="mend__title" id="mend-${at}">
      ${title} <span class="mend__count">${countText(problems.length, 'place')}</span>
    </h2>
    ${told.length > 0 && problemTable(isSaidEach ? [...told, mend] : told, problems.slice(0, shown), `mend-${at}`)}
    ${problems.length > shown && html`<p class="notes">And ${countText(problems.length - shown, 'more place')}, in the list to keep.</p>`}
  </section>`
}

const problemTable = (told: typeof columns, problems: readonly FoundProblem[], labelledBy: string): Html => html`
  <div class="scroll" role="region" tabindex="0" aria-labelledby="${labelledBy}">
    <table class="govuk-table">
      <caption class="govuk-visually-hidden">
        Where it stands
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          ${told.map(({ heading }) => html`<th class="govuk-table__header" scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        ${problems.map(
          (problem) =>
            html`<tr class="govuk-table__row">
              ${told.map(({ of }) => html`<td class="govuk-table__cell found">${of(problem) || html`<span class="absent">Nothing</span>`}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
`
