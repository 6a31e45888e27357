import type { Scope } from '../../analytics/cohorts/population.ts'
import type { Day } from '../../analytics/framework/day.ts'
import type { Phase } from '../../analytics/framework/phase.ts'
import { strands, strandSlug, type Strand } from '../../analytics/framework/strand.ts'
import { dayText } from './day.ts'
import { govuk } from './govuk.ts'
import { html, type Html } from './html.ts'
import { hrefOf } from './link.ts'
import { numberText } from './number.ts'

/** Which schools a page is about. */
export type PageWhere = Scope

/** What every page stands in: whose it is, what was asked, what can be asked, and what it rests on. */
export interface Frame {
  /** The hub's name; null where no hub is known yet. */
  readonly hub: string | null
  /** The sample county and the day it takes for today; null for a real hub. */
  readonly sample: { readonly today: Day } | null
  /** The address of the style sheet and of the script, as `dashboards/client/assets.ts` gives them. */
  readonly assets: { readonly stylesheet: string; readonly script: string }
  /** The path of this page, without its query. */
  readonly path: string
  readonly asOf: Day
  readonly today: Day
  readonly where: PageWhere
  readonly choices: {
    readonly councils: readonly { readonly code: string; readonly name: string }[]
    readonly districts: readonly string[]
    readonly phases: readonly Phase[]
    readonly frameworks: readonly string[]
    readonly advisers: readonly string[]
  }
  /** The day the register speaks for; null when none is loaded. */
  readonly extractOn: Day | null
  /** Null where there is no hub. */
  readonly dataVersion: number | null
}

/** The address of another page that shows the same schools on the same day. */
export const linkFrom = ({ asOf, today, where }: Frame, path: string, and = {}): string =>
  hrefOf(path, { where, and, ...(asOf === today ? {} : { asOf }) })

/** The path of a strand's page. */
export const strandPath = (strand: string): string => `/strands/${strandSlug(strand as Strand)}`

/** A whole page: the frame around its title and its content. Without script it loads itself again after `refresh` seconds. */
export const framed = (frame: Frame, title: string, main: Html, { refresh = 0 } = {}): Html =>
  html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - ${frame.hub === null ? null : `${frame.hub} - `}Crescendo</title>
        ${refresh > 0 && html`<noscript><meta http-equiv="refresh" content="${refresh}" /></noscript>`}
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${frame.assets.stylesheet}" />
        <script type="module" src="${frame.assets.script}"></script>
      </head>
      <body>
        ${govuk('skip-link', { text: 'Skip to main content', href: '#main' })} ${header(frame)}
        <div class="govuk-width-container">
          ${sampleBanner(frame)}
          <main class="govuk-main-wrapper" id="main">${main}</main>
        </div>
        ${footer(frame)}
      </body>
    </html>`

/** The sign for growing louder. */
const hairpin = html`<svg
  class="masthead__sign"
  width="34"
  height="18"
  viewBox="0 0 34 18"
  aria-hidden="true"
  focusable="false"
>
  <path
    d="M32 2 2 9l30 7"
    fill="none"
    stroke="currentColor"
    stroke-width="2.5"
    stroke-linejoin="round"
    stroke-linecap="round"
  />
</svg>`

const header = (frame: Frame): Html => html`
  <header class="masthead">
    <div class="govuk-width-container masthead__line">
      <a class="masthead__name" href="/">${hairpin}Crescendo</a>
      ${frame.hub === null ? null : html`<span class="masthead__hub">${frame.hub}</span>`}
    </div>
    ${frame.hub === null ? null : navigation(frame)}
  </header>
`

function navigation(frame: Frame): Html {
  const item = (text: string, path: string, current: boolean) => ({ text, href: linkFrom(frame, path), current })
  return govuk('service-navigation', {
    navigationLabel: 'Pages',
    collapseNavigationOnMobile: false,
    navigation: [
      item('County', '/', frame.path === '/'),
      ...strands.map((strand) => item(strand, strandPath(strand), frame.path === strandPath(strand))),
      { ...item('Schools', '/schools', frame.path === '/schools'), active: frame.path.startsWith('/schools/') },
      { text: 'Load files', href: '/import', current: frame.path === '/import', active: isAboutFiles(frame) },
    ],
  })
}

/** Pages about files that were sent and what became of them. */
const isAboutFiles = ({ path }: Frame): boolean => /^\/(import\/|receipts|mappings)/.test(path)

const sampleBanner = ({ sample }: Frame): Html | null =>
  sample === null
    ? null
    : html`<aside class="sample" aria-label="Sample county">
        <strong>Sample county.</strong> These schools and figures are invented, and today is taken to be
        ${dayText(sample.today)}.
      </aside>`

const footer = ({ hub, extractOn, dataVersion }: Frame): Html => html`
  <footer class="footer">
    <div class="govuk-width-container">
      ${
        hub === null
          ? null
          : html`<p>
              Source: audits, awards, priorities and reflections recorded by ${hub}; data version
              ${numberText(dataVersion ?? 0)}.
              ${extractOn === null ? 'No school register is loaded.' : `Schools: the national register, as it stood on ${dayText(extractOn)}.`}
            </p>`
      }
      <p>
        Crescendo reports how music is provided in schools. Levels are judgements made together with each school, not
        grades.
      </p>
    </div>
  </footer>
`
