import { dayText } from '../parts/day.ts'
import { framed, linkFrom, type Frame } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { numberText } from '../parts/number.ts'
import { councilName } from '../parts/scope.ts'
import { termsOf } from '../parts/terms.ts'
import { isOfHub } from '../parts/visitor.ts'
import { inOrder, journeyOf } from './journey.ts'
import { timelineFigure } from './timeline-figure.ts'
import { yearsOf } from './years-known.ts'
import { levelsOverTime } from './levels-over-time.ts'
import type { SchoolAudit, SchoolIdentity, SchoolView } from './school-view.ts'

export type * from './school-view.ts'

/** A school's page: who it is, where it stands, and its journey in order of time. */
export function schoolPage(view: SchoolView): Html {
  const { frame, school } = view
  const audits = inOrder(view.audits)
  const main = html`
    ${upward(frame, school)}
    <div class="heading">
      <h1 class="govuk-heading-xl heading__title">${school.name}</h1>
      <p class="heading__scope">${standing(view, audits)}</p>
    </div>
    ${identityOf(view.school, frame)}
    ${isForHub(frame) && school.closedOn === null && othersLinks(frame, school, audits.length > 0)}
    ${!view.freeText && wordsLeftOut} ${audits.length > 0 && timelineFigure(view, audits)}
    ${audits.length > 0 && levelsOverTime(audits)} ${journeyOf(view, audits)} ${workbookLinks(frame, school)}
    ${yearsOf(view.years)}
  `
  return framed(frame, school.name, main)
}

/** The school's workbooks, as they stand on the day of the page. */
const workbookLinks = ({ asOf, openDocument }: Frame, { urn }: SchoolIdentity): Html =>
  html`<p class="workbook">
    <a class="govuk-link" href="/schools/${urn}/school-pack.xlsx?asOf=${asOf}"
      >Download this journey as a workbook (Excel)</a
    >, or <a class="govuk-link" href="/schools/${urn}/action-plan.xlsx?asOf=${asOf}">the action plan alone</a>.
    ${
      openDocument &&
      html`For other programs:
        <a class="govuk-link" href="/schools/${urn}/school-pack.ods?asOf=${asOf}">this journey (ODS)</a> or
        <a class="govuk-link" href="/schools/${urn}/action-plan.ods?asOf=${asOf}">the action plan (ODS)</a>.`
    }
  </p>`

const isForHub = ({ visitor }: Frame): boolean => visitor !== null && isOfHub(visitor)

/** The way to the list that the school is in, for those who have one. */
function upward(frame: Frame, { name }: SchoolIdentity): Html | null {
  const list = isForHub(frame)
    ? { text: 'Schools', href: linkFrom(frame, '/schools') }
    : frame.visitor?.role === 'trust user'
      ? { text: 'Your schools', href: frame.visitor.home }
      : null
  return list === null ? null : govuk('breadcrumbs', { items: [list, { text: name }] })
}

const wordsLeftOut = govuk('inset-text', {
  text: 'What was agreed and answered in words is shown to the advisers to whom this school is assigned.',
})

/** Leads to the schools most like it and, where it was audited, to where it stands among all others of its phase. */
const othersLinks = (frame: Frame, { urn, phase }: SchoolIdentity, isAudited: boolean): Html =>
  html`<ul class="govuk-list ways">
    ${
      isAudited &&
      html`<li>
        <a class="govuk-link" href="${linkFrom({ ...frame, where: {} }, '/measures/school-standing', { school: urn })}"
          >How it stands among the other schools of its phase (${phase})</a
        >
      </li>`
    }
    <li>
      <a class="govuk-link" href="${linkFrom({ ...frame, where: {} }, `/schools/${urn}/comparators`)}"
        >Schools most like it</a
      >
    </li>
    <li>
      <a class="govuk-link" href="${linkFrom({ ...frame, where: {} }, `/schools/${urn}/meeting-pack`)}"
        >Meeting pack, one page to print</a
      >
    </li>
  </ul>`

/** Where the school stands on the day, in a sentence. */
function standing({ frame, awards }: SchoolView, audits: readonly SchoolAudit[]): string {
  const latest = audits.at(-1)
  const day = `As things stood on ${dayText(frame.asOf)}`
  if (latest === undefined) return `${day}: not audited yet.`
  const award = awards.toSorted((a, b) => (a.awardOn < b.awardOn ? -1 : 1)).at(-1)
  const times = audits.length === 1 ? 'audited once' : `audited ${audits.length} times`
  const held =
    award === undefined ? 'no award' : award.validUntil < frame.asOf ? `${award.award} award, lapsed` : award.award
  return `${day}: ${times}, last on ${dayText(latest.heldOn)}; ${held}.`
}

function identityOf(school: SchoolIdentity, { choices }: Frame): Html {
  const { urn, council, district, town, phase, trust, pupils, closedOn, formerly } = school
  const place = [town, district, councilName(choices, council)].filter((part) => part !== null)
  const before = formerly.map(
    ({ urn, name, closedOn }) => `${name} (URN ${urn}${closedOn === null ? '' : `, closed ${dayText(closedOn)}`})`,
  )
  const rows: readonly (readonly [string, string | null])[] = [
    ['URN', String(urn)],
    ['Phase', phase],
    ['Place', [...new Set(place)].join(', ')],
    ['Trust', trust],
    ['Pupils', pupils === null ? null : numberText(pupils)],
    ['Closed', closedOn === null ? null : dayText(closedOn)],
    ['Formerly', before.length === 0 ? null : before.join('; ')],
  ]
  return html`<div class="identity">${termsOf(rows)}</div>`
}
