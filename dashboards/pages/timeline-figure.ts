import { reflectionMonths } from '../../analytics/framework/achieved.ts'
import { addMonths, type Day } from '../../analytics/framework/day.ts'
import { timelineChart, type ReflectionState, type Timeline } from '../charts/timeline.ts'
import { dayText } from '../parts/day.ts'
import { html, type Html } from '../parts/html.ts'
import type { SchoolAudit, SchoolReflection, SchoolView } from './school-view.ts'

/** A school's journey on one line of time. What it shows stands in words and tables below it. */
export function timelineFigure(view: SchoolView, audits: readonly SchoolAudit[]): Html {
  const chart = timelineChart(timelineOf(view, audits))
  return html`<figure class="figure" id="timeline" aria-labelledby="timeline-finding">
    <div class="figure__words">
      <h2 class="figure__finding" id="timeline-finding">${chart.finding}</h2>
      <p class="figure__subtitle">
        Levels from audit to audit, awards while they are valid and not replaced, and the days reflections fall due, up
        to a year after ${dayText(view.frame.asOf)}.
      </p>
    </div>
    <div class="figure__picture">
      <div class="figure__wide">${chart.svg}</div>
      <div class="figure__narrow">${chart.narrow}</div>
      <p class="figure__more">
        The same is told below: <a class="govuk-link" href="#levels">levels at each audit</a> and the
        <a class="govuk-link" href="#journey">journey</a>.
      </p>
    </div>
    <figcaption class="figure__source">
      <p>Source: records of ${view.frame.hub ?? 'the hub'}; data version ${view.frame.dataVersion ?? 0}.</p>
    </figcaption>
  </figure>`
}

function timelineOf({ frame, school, awards, reflections }: SchoolView, audits: readonly SchoolAudit[]): Timeline {
  const from = addMonths(audits[0]?.heldOn ?? frame.asOf, -3)
  const urns = [...school.formerly, school].map(({ urn, openOn, closedOn }) => ({ urn, from: openOn, to: closedOn }))
  return {
    name: school.name,
    from,
    to: addMonths(frame.asOf, 12),
    asOf: frame.asOf,
    urns: urns.filter(({ to }) => to === null || to > from),
    audits,
    awards: awards
      .toSorted((a, b) => (a.awardOn < b.awardOn ? -1 : 1))
      .map(({ award, awardOn, validUntil }) => ({ award, from: awardOn, to: validUntil })),
    reflections: audits.flatMap(({ heldOn }, at) => reflectionsAfter(heldOn, audits[at + 1]?.heldOn)),
  }

  /** The reflections of an audit, but for those that a newer audit came before. */
  function reflectionsAfter(heldOn: Day, next: Day | undefined): Timeline['reflections'] {
    return reflectionMonths
      .map((month) => ({ month, dueOn: addMonths(heldOn, month) }))
      .filter(({ dueOn }) => next === undefined || next === heldOn || dueOn <= next)
      .map(({ month, dueOn }) => {
        const sheet = reflections.find((each) => each.heldOn === heldOn && each.month === month)
        return { dueOn, state: stateOf(sheet, dueOn, frame.asOf) }
      })
  }
}

function stateOf(sheet: SchoolReflection | undefined, dueOn: Day, asOf: Day): ReflectionState {
  if (sheet !== undefined && sheet.returnedOn !== null) return 'returned'
  if (sheet !== undefined && sheet.withdrawnOn !== null) return 'withdrawn'
  return dueOn <= asOf ? 'overdue' : 'due later'
}
