import { dayText } from '../parts/day.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Content, type Html } from '../parts/html.ts'
import { termsOf } from '../parts/terms.ts'
import { movesInWords } from './levels-over-time.ts'
import type { SchoolAudit, SchoolAward, SchoolPriority, SchoolReflection, SchoolView } from './school-view.ts'

/** Things that happened, earliest first. */
export const inOrder = <T extends { readonly heldOn: string }>(happenings: readonly T[]): readonly T[] =>
  happenings.toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : 0))

/** A school's audits in order of time, each with what came of it: award, priorities, reflections. */
export const journeyOf = (view: SchoolView, audits: readonly SchoolAudit[]): Html => html`
  <section aria-labelledby="journey">
    <h2 class="section-title" id="journey">Journey</h2>
    ${
      audits.length === 0
        ? govuk('inset-text', {
            text: 'Nothing is recorded for this school yet. Its first audit will begin its journey.',
          })
        : html`<ol class="journey">
            ${audits.map((audit, at) => stageOf(view, audit, audits[at - 1], audits[at + 1]?.heldOn !== audit.heldOn))}
          </ol>`
    }
  </section>
`

/** One audit. Of two on one day, what came of the day stands under the later. */
function stageOf(view: SchoolView, audit: SchoolAudit, before: SchoolAudit | undefined, lastOfDay: boolean): Html {
  const moved = before === undefined ? null : movesInWords(audit, before)
  const ofDay = <T extends { readonly heldOn: string }>(all: readonly T[]) =>
    lastOfDay ? all.filter(({ heldOn }) => heldOn === audit.heldOn) : []
  const facts = [
    audit.adviser === null ? null : `Adviser: ${audit.adviser}`,
    audit.framework === null ? null : `Framework: ${audit.framework}`,
    audit.urn === view.school.urn ? null : `Recorded under URN ${audit.urn}`,
  ].filter((fact) => fact !== null)
  const priorities = ofDay(view.priorities).toSorted((a, b) => a.priority - b.priority)
  const reflections = ofDay(view.reflections).toSorted((a, b) => a.month - b.month)
  return html`<li class="journey__stage">
    <h3>Audit on ${dayText(audit.heldOn)}</h3>
    ${facts.length > 0 && html`<p class="journey__facts">${facts.join('. ')}.</p>`}
    ${moved !== null && html`<p class="govuk-body">${moved}</p>`}
    ${ofDay(view.awards).map((award) => awardOf(award, view.frame.asOf))} ${parts(priorities.map(priorityOf))}
    ${parts(reflections.map((reflection) => reflectionOf(reflection, view.frame.asOf)))}
  </li>`
}

const parts = (of: readonly Html[]): Content => of.length > 0 && html`<div class="journey__parts">${of}</div>`

function awardOf({ award, awardOn, validUntil, musicMarkNominated, followUpOn }: SchoolAward, asOf: string): Html {
  const until = validUntil < asOf ? `lapsed after ${dayText(validUntil)}` : `valid to ${dayText(validUntil)}`
  return html`<p class="govuk-body">
    <strong>${award}</strong> from ${dayText(awardOn)}, ${until}.
    ${musicMarkNominated === true && 'Nominated for Music Mark.'}
    ${followUpOn !== null && `Follow-up visit on ${dayText(followUpOn)}.`}
  </p>`
}

function priorityOf({ priority, strand, theme, what, why, target, byWhen, how, needs, support }: SchoolPriority): Html {
  const rows: readonly (readonly [string, string | null])[] = [
    ['Strand', [strand, theme].filter((part) => part !== null).join(', ') || null],
    ['Why', why],
    ['Target', target],
    ['By when', byWhen],
    ['How', how],
    ['What is needed', needs],
    ['Support offered', support],
  ]
  return html`<div class="journey__part">
    <h4>Priority ${priority}${what !== '' && `: ${what}`}</h4>
    ${termsOf(rows)}
  </div>`
}

function reflectionOf(reflection: SchoolReflection, asOf: string): Html {
  const { month, answers } = reflection
  const sorted = answers.toSorted((a, b) => (a.priority || Infinity) - (b.priority || Infinity))
  return html`<div class="journey__part">
    <h4>Reflection after ${month} months</h4>
    <p class="govuk-body">${daysOf(reflection, asOf)}</p>
    ${sorted.length > 0 && termsOf(sorted.map(answerOf))}
  </div>`
}

const answerOf = ({ priority, achieved, comment }: SchoolReflection['answers'][number]) =>
  [
    priority === 0 ? 'As a whole' : `Priority ${priority}`,
    html`${(priority > 0 || achieved !== null) && `${achieved ?? 'Not answered'}. `}${quoted(comment)}`,
  ] as const

const quoted = (comment: string | null): Content => comment !== null && `“${comment}”`

function daysOf({ dueOn, sentOn, returnedOn, withdrawnOn }: SchoolReflection, asOf: string): string {
  const days = [
    `Due ${dayText(dueOn)}`,
    sentOn === null ? null : `sent ${dayText(sentOn)}`,
    returnedOn === null ? null : `returned ${dayText(returnedOn)}`,
    withdrawnOn === null ? null : `withdrawn ${dayText(withdrawnOn)}`,
    returnedOn === null && withdrawnOn === null ? (dueOn <= asOf ? 'not returned yet' : 'not due yet') : null,
  ]
  return `${days.filter((day) => day !== null).join(', ')}.`
}
