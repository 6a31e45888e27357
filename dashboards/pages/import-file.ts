import { errorSummary, titleWith } from '../parts/form.ts'
import { framed } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { kindText } from '../parts/sheet-kind.ts'
import { sizeText } from '../parts/size.ts'
import { asking } from './import-asking.ts'
import { leftOut, nothingNew, putAside } from './import-ended.ts'
import { problemsToMend } from './import-problems.ts'
import { reviewed } from './import-review.ts'
import { schoolsToSettle } from './import-settle.ts'
import type { Findings, ImportState, ImportView, Step } from './import-view.ts'
import { isWorking } from './import-words.ts'
import { working } from './import-working.ts'

export type * from './import-view.ts'

const steps: Readonly<Record<ImportState, (view: ImportView, findings: Findings) => Step>> = {
  arriving: working,
  checking: working,
  loading: working,
  asking,
  doubtful: schoolsToSettle,
  problems: problemsToMend,
  ready: reviewed,
  known: nothingNew,
  loaded: leftOut,
  'left out': leftOut,
  stopped: putAside,
}

const nothingFound: Findings = {
  kind: null,
  new: 0,
  changed: 0,
  same: 0,
  ignored: 0,
  problems: [],
  problemCount: 0,
  doubtful: [],
  corrections: [],
  schools: [],
  notes: [],
  guess: null,
}

/** The page of one file that was sent: whatever is next for it. */
export function importFilePage(view: ImportView): Html {
  const { frame, file, errors, said, findings } = view
  const { title, content } = steps[file.state](view, findings ?? nothingFound)
  const kind = findings?.kind ?? file.kind
  const main = html`
    ${govuk('back-link', { text: 'All files', href: '/import' })} ${errorSummary(errors)}
    <div class="heading">
      <h1 class="govuk-heading-xl heading__title">${title}</h1>
      <p class="heading__scope file">
        <span class="file__name">${file.name}</span>${kind !== null && ` · ${kindText(kind)}`} · ${sizeText(file.size)}
      </p>
    </div>
    ${said !== null && govuk('inset-text', { text: said })} ${content}
  `
  return framed(frame, titleWith(errors, `${title}: ${file.name}`), main, { refresh: isWorking(file.state) ? 2 : 0 })
}
