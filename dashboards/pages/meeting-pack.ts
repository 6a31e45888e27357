import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { strands } from '../../analytics/framework/strand.ts'
import type { SchoolStandingRow, SchoolStandingTotals } from '../../analytics/measures/school-standing.ts'
import { dayText } from '../parts/day.ts'
import { framed, linkFrom } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { levelTag } from '../parts/level-tag.ts'
import { countText, figureText, numberText } from '../parts/number.ts'
import { inOrder } from './journey.ts'
import type { SchoolAudit, SchoolPriority, SchoolReflection, SchoolView } from './school-view.ts'

/** What a meeting pack shows. */
export interface MeetingPackView extends SchoolView {
  /** Where the school stands among the others of its phase; null where it was not audited. */
  readonly standing: Disclosed<SchoolStandingRow, SchoolStandingTotals> | null
}

/** How many audits have room. */
const mostAudits = 3

/** All that an adviser needs at a school's next meeting, on one page of paper, with room to write. */
export function meetingPackPage(view: MeetingPackView): Html {
  const { frame, school } = view
  const audits = inOrder(view.audits).slice(-mostAudits)
  const latest = audits.at(-1)
  const main = html`
    ${govuk('back-link', { text: school.name, href: linkFrom({ ...frame, where: {} }, `/schools/${school.urn}`) })}
    <p class="pack__print">Print this page: it fits one sheet of A4.</p>
    <article class="pack">
      <header class="pack__head">
        <h1>${school.name}</h1>
        <p>
          ${[`URN ${school.urn}`, school.phase, school.town, school.trust, school.pupils === null ? null : `${numberText(school.pupils)} pupils`].filter((part) => part !== null).join(' · ')}
        </p>
        <p>Prepared from what was known on ${dayText(frame.asOf)}, data version ${frame.dataVersion ?? 0}.</p>
      </header>
      <section>
        <h2>Levels so far</h2>
        ${latest === undefined ? html`<p>Not audited yet.</p>` : levelsTable(audits, view.standing)}
      </section>
      <section>
        <h2>Award</h2>
        <p>${awardText(view)}</p>
      </section>
      <section>
        <h2>Priorities of the latest audit</h2>
        ${prioritiesOf(view, latest)}
      </section>
      <section>
        <h2>To ask about</h2>
        <ul>
          ${promptsOf(view, latest).map((prompt) => html`<li>${prompt}</li>`)}
        </ul>
      </section>
      <section class="pack__notes">
        <h2>Notes of the meeting</h2>
        ${['Agreed priority 1', 'Agreed priority 2', 'Agreed priority 3', 'Support offered'].map(
          (line) => html`<p class="pack__line">${line}</p>`,
        )}
      </section>
    </article>
  `
  return framed(frame, `Meeting pack: ${school.name}`, main)
}

const levelsTable = (audits: readonly SchoolAudit[], standing: MeetingPackView['standing']): Html => html`
  <div class="scroll" role="region" tabindex="0" aria-label="Levels so far">
    <table class="govuk-table pack__levels">
      <caption class="govuk-visually-hidden">
        Level of each strand at the last audits, and its peers now
      </caption>
      <thead>
        <tr>
          <th scope="col">Strand</th>
          ${audits.map(({ heldOn }) => html`<th scope="col">${dayText(heldOn)}</th>`)}
          ${standing !== null && html`<th scope="col">Other schools of its phase</th>`}
        </tr>
      </thead>
      <tbody>
        ${strands.map(
          (strand, at) =>
            html`<tr>
              <th scope="row">${strand}</th>
              ${audits.map(({ levels }) => html`<td>${levelTag(levels[at] ?? null)}</td>`)}
              ${standing !== null && html`<td>${standingText(standing, strand)}</td>`}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
`

function standingText({ rows }: NonNullable<MeetingPackView['standing']>, strand: string): string {
  const row = rows.find((each) => each.strand === strand)
  return row === undefined
    ? 'Not compared'
    : `${figureText(row.above)} above, ${figureText(row.levelWith)} level, ${figureText(row.below)} below`
}

function awardText({ awards, frame }: MeetingPackView): string {
  const award = awards.toSorted((a, b) => (a.awardOn < b.awardOn ? -1 : 1)).at(-1)
  if (award === undefined) return 'No award is recorded.'
  const state = award.validUntil < frame.asOf ? 'lapsed after' : 'valid to'
  return `${award.award} from ${dayText(award.awardOn)}, ${state} ${dayText(award.validUntil)}.`
}

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`

function prioritiesOf(view: MeetingPackView, latest: SchoolAudit | undefined): Html {
  const agreed = view.priorities
    .filter(({ heldOn }) => heldOn === latest?.heldOn)
    .toSorted((a, b) => a.priority - b.priority)
  return agreed.length === 0
    ? html`<p>None is recorded.</p>`
    : html`<ol class="pack__priorities">
        ${agreed.map((priority) => html`<li>${priorityText(view, priority)}</li>`)}
      </ol>`
}

function priorityText({ reflections, freeText }: MeetingPackView, priority: SchoolPriority): Html {
  const { what, strand, theme, target, byWhen } = priority
  const about = [strand, theme].filter((part) => part !== null).join(', ')
  const wanted = [target, byWhen === null ? null : `by when: ${byWhen}`].filter((part) => part !== null).join('; ')
  return html`<strong>${freeText ? cut(what, 110) : about}</strong>${freeText && about !== '' && html` (${about})`}.
    ${freeText && wanted !== '' && html`${cut(wanted, 120)}.`} <em>${claimOf(reflections, priority)}</em>`
}

/** What the newest returned reflection says of a priority. */
function claimOf(reflections: readonly SchoolReflection[], { heldOn, priority }: SchoolPriority): string {
  const told = reflections
    .filter((reflection) => reflection.heldOn === heldOn && reflection.returnedOn !== null)
    .toSorted((a, b) => b.month - a.month)[0]
  if (told === undefined) return 'No reflection has come back.'
  const achieved = told.answers.find((answer) => answer.priority === priority)?.achieved ?? 'Not answered'
  return `After ${told.month} months: ${achieved.toLowerCase()}.`
}

/** What is open or missing, as things to ask. */
function promptsOf(view: MeetingPackView, latest: SchoolAudit | undefined): readonly string[] {
  const { frame, reflections, awards, years } = view
  const overdue = reflections.filter(
    ({ returnedOn, withdrawnOn, dueOn }) => returnedOn === null && withdrawnOn === null && dueOn <= frame.asOf,
  )
  const unrated = latest === undefined ? [] : strands.filter((_, at) => (latest.levels[at] ?? null) === null)
  const lapses =
    awards.filter(({ validUntil }) => validUntil < frame.asOf).length === awards.length && awards.length > 0
  const before = years.at(-2)?.pupils ?? null
  const now = years.at(-1)?.pupils ?? null
  return [
    ...(latest === undefined
      ? ['What music happens now, and who leads it?']
      : ['What has changed since the last audit?']),
    ...(overdue.length > 0
      ? [`${countText(overdue.length, 'reflection')} not returned: how far were the priorities achieved?`]
      : []),
    ...(unrated.length > 0 ? [`Not rated last time: ${unrated.join(', ')}.`] : []),
    ...(lapses ? ['The last award has lapsed: is the school ready for a new one?'] : []),
    ...(before !== null && now !== null && before !== now
      ? [`Pupils went from ${numberText(before)} to ${numberText(now)}: does that change what is needed?`]
      : []),
    'Which of the hub’s offers would help most?',
  ]
}
