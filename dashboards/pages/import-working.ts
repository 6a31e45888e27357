import { html, type Html } from '../parts/html.ts'
import { countText, numberText } from '../parts/number.ts'
import type { ImportView, Progress, Step } from './import-view.ts'
import { leaveOutForm } from './leave-out.ts'

/** While a file is read: how far that has come. A script keeps it up to date, or else the page loads itself again. */
export function working({ file, progress, token }: ImportView): Step {
  const title = file.state === 'loading' ? 'Loading this file' : 'Checking this file'
  return {
    title,
    content: html`
      <div class="progress" data-working="${file.id}">
        <progress
          class="progress__bar"
          max="${Math.max(progress?.of ?? 1, 1)}"
          aria-labelledby="progress-text"
          ${barOf(progress)}
        ></progress>
        <p class="progress__text" id="progress-text" role="status" data-progress-text>${progressText(progress)}</p>
      </div>
      <p class="govuk-body">
        Nothing is lost if you leave this page: you find the file again under
        <a class="govuk-link" href="/import">Load files</a>.
        <a class="govuk-link" href="/import/${file.id}">Look again</a>
      </p>
      ${file.state !== 'loading' && leaveOutForm(file, token)}
    `,
  }
}

const barOf = (progress: Progress | null): Html | null =>
  progress === null || progress.of === 0 ? null : html`value="${progress.done}"`

/** How far the reading of a file has come, in words. */
export function progressText(progress: Progress | null): string {
  if (progress === null) return 'In line.'
  if (progress.before > 0) return `${countText(progress.before, 'file')} before this one.`
  if (progress.of === 0) return 'Reading the file.'
  return `${numberText(progress.done)} of ${countText(progress.of, 'row')} checked.`
}
