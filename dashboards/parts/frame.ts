import type { Scope } from '../../analytics/cohorts/population.ts'
import type { Day } from '../../analytics/framework/day.ts'
import type { Phase } from '../../analytics/framework/phase.ts'
import { dayText } from './day.ts'
import { govuk } from './govuk.ts'
import { html, type Html } from './html.ts'
import { offersNumbers } from './numbers-offered.ts'
import { remarksOnPage, type RemarkShown } from './remarks.ts'
import { hrefOf } from './link.ts'
import { numberText } from './number.ts'
import { isOf, pagesOf, visitorLine, type PageLink, type Visitor } from './visitor.ts'

export { strandPath } from './visitor.ts'

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
  /** Who looks at it; null before anybody is signed in. */
  readonly visitor: Visitor | null
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
  /** Null where no figures are shown. */
  readonly dataVersion: number | null
  /** Whether workbooks can be had as OpenDocument here. */
  readonly openDocument?: boolean
  /** Its path and query, where what it shows can be remarked on and frozen. */
  readonly view?: string
  /** All remarks that its visitor may read. */
  readonly remarks?: readonly RemarkShown[]
}

/** The address of another page that shows the same schools on the same day. */
export const linkFrom = ({ asOf, today, where }: Frame, path: string, and = {}): string =>
  hrefOf(path, { where, and, ...(asOf === today ? {} : { asOf }) })

/** A whole page: the frame around its title and its content. Without script it loads itself again after `refresh` seconds. */
export const framed = (frame: Frame, title: string, main: Html, { refresh = 0, script = '' } = {}): Html =>
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
        ${script !== '' && html`<script type="module" src="${script}"></script>`}
      </head>
      <body>
        ${govuk('skip-link', { text: 'Skip to main content', href: '#main' })} ${header(frame)}
        <div class="govuk-width-container">
          ${sampleBanner(frame)}
          <main class="govuk-main-wrapper" id="main">${main} ${remarksOnPage(frame, offersNumbers(main))}</main>
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
      <a class="masthead__name" href="${frame.visitor?.home ?? '/'}">${hairpin}Crescendo</a>
      ${frame.hub === null ? null : html`<span class="masthead__hub">${frame.hub}</span>`}
      ${frame.visitor !== null && visitorLine(frame.visitor)}
    </div>
    ${frame.visitor !== null && navigation(frame, frame.visitor)}
  </header>
`

const hrefIn = (frame: Frame, { path, keeps }: PageLink): string => (keeps ? linkFrom(frame, path) : path)

/** The ways to all parts and, within one of several pages, to these. */
function navigation(frame: Frame, visitor: Visitor): Html {
  const parts = pagesOf(visitor)
  const under = parts.find((link) => isOf(frame.path, link))?.under ?? []
  return html`${govuk('service-navigation', {
    navigationLabel: 'Pages',
    collapseNavigationOnMobile: false,
    navigation: parts.map((link) => ({
      text: link.text,
      href: hrefIn(frame, link),
      current: frame.path === link.path && link.under === undefined,
      active: isOf(frame.path, link),
    })),
  })}
  ${under.length > 1 && pagesWithin(frame, under)}`
}

const pagesWithin = (frame: Frame, under: readonly PageLink[]): Html => html`
  <nav class="within" aria-label="Pages of this part">
    <ul class="govuk-width-container within__list">
      ${under.map(
        (link) =>
          html`<li>
            <a class="within__link" href="${hrefIn(frame, link)}" ${isOf(frame.path, link) && html`aria-current="page"`}
              >${link.text}</a
            >
          </li>`,
      )}
    </ul>
  </nav>
`

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
        hub === null || dataVersion === null
          ? null
          : html`<p class="footer__source">
              Source: audits, awards, priorities and reflections recorded by ${hub}; data version
              ${numberText(dataVersion)}.
              ${extractOn === null ? 'No school register is loaded.' : `Schools: the national register, as it stood on ${dayText(extractOn)}.`}
            </p>`
      }
      <p class="footer__said">
        Crescendo reports how music is provided in schools. Levels are judgements made together with each school, not
        grades.
      </p>
      <ul class="footer__links">
        <li><a class="footer__link" href="/privacy">Privacy</a></li>
        <li><a class="footer__link" href="/accessibility">Accessibility statement</a></li>
      </ul>
    </div>
  </footer>
`
