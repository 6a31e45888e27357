import { framed, type Frame } from '../parts/frame.ts'
import { html, type Html } from '../parts/html.ts'

/** What a page shows when it cannot show what was asked for. */
export interface ProblemView {
  readonly frame: Frame
  readonly status: 400 | 403 | 404 | 429 | 500 | 503
  /** What is wrong and what can be asked instead, in words for people; null to say no more than the status. */
  readonly detail: string | null
}

const words: Readonly<Record<ProblemView['status'], { readonly title: string; readonly remedy: string }>> = {
  400: {
    title: 'This address asks for something that cannot be shown',
    remedy: 'Change the address, or start again from the first page.',
  },
  403: {
    title: 'Nothing was changed',
    remedy: 'Go back to the page you came from, load it again, and send the form from there.',
  },
  404: {
    title: 'Page not found',
    remedy: 'If you typed the address, check it is correct. If you followed a link, the page may have moved.',
  },
  429: {
    title: 'Too many requests',
    remedy: 'Nothing was lost.',
  },
  500: {
    title: 'Something went wrong',
    remedy:
      'Nothing was lost. Try again in a few minutes; if it happens again, tell whoever looks after Crescendo, and when it happened.',
  },
  503: {
    title: 'That could not be made now',
    remedy: 'Nothing was lost.',
  },
}

/** Words that also stand behind a colon, as the command line says them, as a sentence. */
const sentence = (words: string): string =>
  words.slice(0, 1).toUpperCase() + words.slice(1) + (/[.!?]$/.test(words) ? '' : '.')

/** A page that says what happened and what to do. */
export const problemPage = ({ frame, status, detail }: ProblemView): Html =>
  framed(
    frame,
    words[status].title,
    html`<h1 class="govuk-heading-l">${words[status].title}</h1>
      ${detail === null ? null : html`<p class="govuk-body">${sentence(detail)}</p>`}
      <p class="govuk-body">${words[status].remedy}</p>
      <p class="govuk-body"><a class="govuk-link" href="${frame.visitor?.home ?? '/'}">Go to the first page</a></p>`,
  )
