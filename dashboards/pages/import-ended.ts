import { buttonForm } from '../parts/form.ts'
import { html } from '../parts/html.ts'
import { countText } from '../parts/number.ts'
import { attributionForm } from './import-attribution.ts'
import { notesOf } from './import-notes.ts'
import type { Findings, ImportView, Step } from './import-view.ts'
import { leaveOutForm } from './leave-out.ts'

/** A file of which all is known already. */
export const nothingNew = (view: ImportView, findings: Findings): Step => ({
  title: 'Nothing new in this file',
  content: html`
    <p class="govuk-body">
      ${findings.same === 0 ? 'It states nothing that could be loaded.' : `All that it says is known already: ${countText(findings.same, 'row')}.`}
      Loading it would change nothing.
    </p>
    ${leaveOutForm(view.file, view.token)} ${attributionForm(view, findings)} ${notesOf(findings.notes)}
  `,
})

/** A file that could not be read to its end. */
export const putAside = ({ file, token }: ImportView): Step => ({
  title: 'This file could not be read to its end',
  content: html`
    <div class="choices">
      ${buttonForm(`/import/${file.id}/check`, token, { text: 'Check it again' })} ${leaveOutForm(file, token)}
    </div>
  `,
})

/** A file that nobody wants any more. */
export const leftOut = (): Step => ({
  title: 'This file was left out',
  content: html`<p class="govuk-body">
    Nothing of it was kept. If you want it after all, <a class="govuk-link" href="/import">send it again</a>.
  </p>`,
})
