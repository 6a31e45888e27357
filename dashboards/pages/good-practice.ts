import type { GoodPractice, PracticeFound, PracticeSeen } from '../../analytics/cohorts/good-practice.ts'
import { strandSlug, type Strand } from '../../analytics/framework/strand.ts'
import { cardTable } from '../parts/card-table.ts'
import { dayText } from '../parts/day.ts'
import { linkFrom, type Frame } from '../parts/frame.ts'
import { html, type Html } from '../parts/html.ts'
import { levelTag } from '../parts/level-tag.ts'
import { countText } from '../parts/number.ts'

/** Who could share what they do in a strand: schools at the highest level, and those that have moved up, by name. */
export const practiceOf = (frame: Frame, strand: Strand, { top, risen }: GoodPractice): Html => html`
  <section>
    <h2 class="section-title" id="good-practice">Who could share good practice</h2>
    <p class="govuk-body">
      ${top.found === 0 ? 'No school is at Enhancing.' : `${countText(top.found, 'school')} at Enhancing.`}
      ${risen.found === 0 ? 'None below it has moved up since its first audit.' : `${countText(risen.found, 'more school')} moved up since the first audit.`}
      Ask the school first: a level is what was agreed on one day.
    </p>
    ${tableOf(frame, strand, 'At Enhancing', top)} ${tableOf(frame, strand, 'Moved up, below Enhancing', risen)}
  </section>
`

const tableOf = (frame: Frame, strand: Strand, title: string, { found, schools }: PracticeFound): Html | null =>
  schools.length === 0
    ? null
    : html`<h3 class="govuk-heading-s">${title}</h3>
        ${cardTable(`${strand}: ${title.toLowerCase()}`, ['School', 'Level', 'Phase', 'District', 'Latest audit'], schools.map(lineOf(frame)))}
        ${
          found > schools.length &&
          html`<p class="govuk-body">
            The ${schools.length} audited last are shown.
            <a
              class="govuk-link"
              href="${linkFrom(frame, '/schools', { met: 'audited', sort: strandSlug(strand), order: 'descending' })}"
              >All schools by their level of ${strand}</a
            >
          </p>`
        }`

const lineOf =
  (frame: Frame) =>
  ({ urn, name, level, from, phase, district, heldOn }: PracticeSeen) => ({
    name: html`<a class="govuk-link" href="${linkFrom({ ...frame, where: {} }, `/schools/${urn}`)}">${name}</a>`,
    cells: [
      html`${levelTag(level)}${from !== null && ` up from ${from}`}`,
      phase,
      district ?? 'Not known',
      dayText(heldOn),
    ],
  })
