import type { Day } from '../../analytics/framework/day.ts'
import { dayText } from '../parts/day.ts'
import { buttonForm } from '../parts/form.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { keptTable, type KeptLine } from '../parts/kept.ts'
import { countText } from '../parts/number.ts'

/** Something that goes now. */
interface DueLine {
  /** The school, of meetings: these are looked over school by school. */
  readonly school?: string
  readonly about: string
  readonly endsOn: Day
}

/** One line of the schedule with what goes now and when the next goes; `due` is null where nothing goes by itself. */
export interface RuleLine extends KeptLine {
  readonly due: readonly DueLine[] | null
  readonly nextOn: Day | null
}

/** What the page of the retention schedule shows. */
export interface RetentionView {
  readonly frame: Frame
  readonly token: string
  readonly rules: readonly RuleLine[]
  /** How many things were let go just now; null where nothing was asked. */
  readonly gone: number | null
}

/** What is kept for how long, what goes now, and when the next goes. */
export function retentionPage({ frame, token, rules, gone }: RetentionView): Html {
  const due = rules.reduce((sum, rule) => sum + (rule.due?.length ?? 0), 0)
  const main = html`
    ${govuk('back-link', { text: 'Your hub', href: '/hub' })}
    <div class="heading">
      <h1 class="govuk-heading-xl heading__title">What is kept for how long</h1>
      <p class="heading__scope">
        ${due === 0 ? 'Nothing has been kept for too long.' : `${countText(due, 'thing')} ${due === 1 ? 'has' : 'have'} been kept for as long as they may.`}
      </p>
    </div>
    ${gone !== null && govuk('inset-text', { text: gone === 0 ? 'Nothing was due.' : `${countText(gone, 'thing')} let go. The audit log says how many of what.` })}
    ${dueOf(rules)}
    ${due > 0 && buttonForm('/retention', token, { text: `Let go of ${countText(due, 'thing')}`, classes: 'govuk-button--warning' })}
    <section>
      <h2 class="section-title">The schedule</h2>
      ${keptTable(rules, nowText)}
      <p class="notes">
        While Crescendo is served, contacts who withdrew, ended sign-ins and invitations and files that were not loaded
        go by themselves every day. The rest goes when you say so here.
      </p>
    </section>
  `
  return framed(frame, 'What is kept for how long', main)
}

const dueOf = (rules: readonly RuleLine[]): readonly Html[] =>
  rules
    .filter(({ due }) => (due?.length ?? 0) > 0)
    .map(
      ({ what, due, ending }) =>
        html`<section>
          <h2 class="section-title">${what}</h2>
          ${due?.some(({ school }) => school !== undefined) ? bySchool(due) : inOneList(due ?? [])}
          <p class="govuk-body">What happens: ${ending}.</p>
        </section>`,
    )

const inOneList = (due: readonly DueLine[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet found">
    ${due.map(({ about, endsOn }) => html`<li>${about}: until ${dayText(endsOn)}</li>`)}
  </ul>`

/** School by school, and how many there are. */
function bySchool(due: readonly DueLine[]): Html {
  const schools = [...Map.groupBy(due, ({ school = '' }) => school)]
  return html`
    <p class="govuk-body">${countText(due.length, 'meeting')} at ${countText(schools.length, 'school')}.</p>
    <ul class="govuk-list due">
      ${schools.map(
        ([school, of]) =>
          html`<li class="due__school">
            <strong>${school}</strong>
            ${of.map(({ about, endsOn }) => html`<span class="due__what">${about}: until ${dayText(endsOn)}</span>`)}
          </li>`,
      )}
    </ul>
  `
}

function nowText({ due, nextOn }: RuleLine): string {
  if (due === null) return 'Kept'
  const next = nextOn === null ? 'none waits' : `the next on ${dayText(nextOn)}`
  return `${due.length} due, ${next}`
}
