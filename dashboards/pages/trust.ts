import type { SchoolLine } from '../../analytics/cohorts/school-lines.ts'
import { awards } from '../../analytics/framework/award.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { cardTable } from '../parts/card-table.ts'
import { dayText } from '../parts/day.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { html, type Html } from '../parts/html.ts'
import { levelTag } from '../parts/level-tag.ts'
import { countText, numberText } from '../parts/number.ts'

/** What the people of a trust begin at. */
export interface TrustView {
  readonly frame: Frame
  /** The schools of the trust, and no other. */
  readonly schools: readonly SchoolLine[]
}

/** The schools of one trust, each with where it stands and the way to its journey. */
export const trustPage = ({ frame, schools }: TrustView): Html =>
  framed(
    frame,
    'Your schools',
    html`<div class="heading">
        <h1 class="govuk-heading-xl heading__title">Your schools</h1>
        <p class="heading__scope">${foundText(schools)}, as things stood on ${dayText(frame.asOf)}.</p>
      </div>
      ${cardTable(
        'The schools of your trust',
        ['School', 'Phase', 'Latest audit', ...strands, 'Award'],
        schools.map(lineOf),
      )}`,
  )

/** How many schools there are, how many of them were audited, and how many hold an award. */
function foundText(schools: readonly SchoolLine[]): string {
  const audited = schools.filter(({ auditedOn }) => auditedOn !== null).length
  const holding = schools.filter(({ award }) => award !== null && award.valid && award.award !== awards[0]).length
  return `${countText(schools.length, 'school')}: ${numberText(audited)} audited, ${numberText(holding)} with a valid Bronze, Silver or Gold award`
}

const lineOf = ({ urn, name, phase, auditedOn, levels, award }: SchoolLine) => ({
  name: html`<a class="govuk-link" href="/schools/${urn}">${name}</a>`,
  cells: [
    phase,
    auditedOn === null ? 'Not audited' : dayText(auditedOn),
    ...strands.map((_, at) => (auditedOn === null ? null : levelTag(levels[at] ?? null))),
    award === null ? 'None' : `${award.award}${award.valid ? '' : ' (lapsed)'}`,
  ],
})
