import type { SchoolLine } from '../../analytics/cohorts/school-lines.ts'
import { byNameBut } from '../../analytics/framework/by-name.ts'
import { thanksFor } from '../charts/map/thanks.ts'
import { countsOf, metStates, schoolMapChart, type SchoolMap } from '../charts/school-map.ts'
import { figureWith } from '../parts/figure.ts'
import { framed, linkFrom, type Frame } from '../parts/frame.ts'
import { headingOf } from '../parts/heading.ts'
import { html, type Html } from '../parts/html.ts'
import { hrefOf } from '../parts/link.ts'
import { countText, numberText } from '../parts/number.ts'
import { sourceOf, subtitleOf } from '../parts/scope.ts'
import { wideRow, wideTable } from '../parts/wide-table.ts'

/** More dots than these nobody tells apart. */
export const mostDots = 2000

/** The page with the map of schools, for who leads the hub. */
export function schoolMapPage(frame: Frame, map: SchoolMap): Html {
  const main = html`
    ${headingOf(frame, 'Map of schools', map.schools.length)}
    <p class="lead">Where schools were met, and where none has been yet. Dots of one town stand beside each other.</p>
    ${lackOf(map) ?? figure(frame, map)}
  `
  return framed(frame, 'Map of schools', main)
}

/** Why there is nothing to draw; null where there is. */
function lackOf({ schools, boundaries, places }: SchoolMap): Html | null {
  if (boundaries.length === 0)
    return html`<p class="govuk-body">
      There is no map yet: the data steward can load the boundaries of the districts.
    </p>`
  if (schools.length > mostDots)
    return html`<p class="govuk-body">
      A map shows up to ${numberText(mostDots)} schools. Choose a council, a district or a phase.
    </p>`
  return schools.some(({ urn }) => places.has(urn)) || schools.length === 0
    ? null
    : html`<p class="govuk-body">The register that is loaded does not say where schools are (Easting and Northing).</p>`
}

function figure(frame: Frame, map: SchoolMap): Html {
  const { answer, boundaries, schools, places } = map
  const subtitle = subtitleOf({ ...answer, title: 'Map of schools' }, frame.choices)
  const asked = { asOf: frame.asOf, where: frame.where }
  const lost = schools.filter(({ urn }) => !places.has(urn)).length
  return figureWith({
    id: 'school-map',
    title: 'Map of schools',
    chart: schoolMapChart(map),
    subtitle,
    source: `${sourceOf(answer, frame.hub ?? 'the hub')} ${thanksFor(boundaries)}`,
    more: html`${
        lost > 0 &&
        html`<p class="figure__more">
          The register does not say where ${countText(lost, 'school is', 'schools are')}: not on the map.
        </p>`
      }
      <p class="figure__more figure__more--links">
        <a class="govuk-link" href="${linkFrom(frame, '/schools')}">The schools by name, with their audits</a>
      </p>`,
    table: wideTable(
      subtitle,
      mapHeadings.map((heading, at) => (at === 0 ? heading : { numeric: heading })),
      mapRows(map).map(([name, ...counts]) =>
        wideRow(
          name,
          counts.map((numeric) => ({ numeric })),
        ),
      ),
    ),
    links: {
      csv: hrefOf('/api/school-map.csv', asked),
      svg: hrefOf('/charts/school-map.svg', asked),
      view: `${hrefOf(frame.path, asked)}#school-map`,
    },
  })
}

/** The headings of the map's table, and of its file of numbers. */
export const mapHeadings: readonly string[] = ['District', ...metStates]

/** How many schools of each district were met in which way, the districts by name. */
export function mapRows({ schools, answer }: SchoolMap): readonly (readonly string[])[] {
  const byDistrict = Map.groupBy(schools, ({ district }: SchoolLine) => district ?? 'Unknown')
  return [...byDistrict.keys()].toSorted(byNameBut('Unknown')).map((district) => {
    const counts = countsOf(byDistrict.get(district) ?? [], answer.asOf)
    return [district, ...metStates.map((state) => String(counts[state]))]
  })
}
