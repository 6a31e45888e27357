import { levels } from '../../analytics/framework/level.ts'
import { strands } from '../../analytics/framework/strand.ts'
import type { ExploreRow } from '../charts/explore-spec.ts'
import { framed, type Frame } from '../parts/frame.ts'
import { headingOf } from '../parts/heading.ts'
import { html, type Html } from '../parts/html.ts'
import { hrefOf } from '../parts/link.ts'
import { numberText } from '../parts/number.ts'
import { wideRow, wideTable } from '../parts/wide-table.ts'

/** What the page to explore shows. */
export interface ExploreView {
  readonly frame: Frame
  readonly population: number
  readonly rows: readonly ExploreRow[]
  /** To whom its map owes thanks; blank where it has none. */
  readonly thanks: string
  /** The address of the script that draws the linked views. */
  readonly script: string
}

/** Linked views to look around in, and the numbers they are drawn from, which need no script. */
export function explorePage({ frame, population, rows, thanks, script }: ExploreView): Html {
  const { asOf, where } = frame
  const spec = hrefOf('/api/explore.vl.json', { asOf, where })
  const newest = rows.at(-1)?.year
  const shown = rows.filter(({ year }) => year === newest)
  const main = html`
    ${headingOf(frame, 'Explore', population)}
    <p class="lead">
      Levels by district, strand, phase and year, linked: what you choose in one view filters the others. Nothing here
      is ranked.
    </p>
    <div
      class="explore scroll"
      data-explore="${spec}"
      data-script
      role="region"
      tabindex="0"
      aria-label="Linked views"
      hidden
    ></div>
    <ul class="figure__links explore__links">
      <li><a class="govuk-link" href="${hrefOf('/api/explore.csv', { asOf, where })}">Numbers (CSV)</a></li>
      <li><a class="govuk-link" href="${spec}">Specification (Vega-Lite, with its numbers)</a></li>
    </ul>
    <section class="explore__table">
      <h2 class="section-title" id="numbers">The numbers, ${newest ?? 'none yet'}</h2>
      ${wideTable(
        `Schools by district, strand and level, ${newest ?? 'none yet'}`,
        ['District', 'Strand', ...levels.map((level) => ({ numeric: level }))],
        linesOf(shown),
      )}
      <p class="notes">All years and phases are in the CSV. Counts are of schools rated in the strand. ${thanks}</p>
    </section>
  `
  return framed(frame, 'Explore', main, { script })
}

/** A row a district and strand, all phases together. */
function linesOf(rows: readonly ExploreRow[]): readonly Html[] {
  const districts = [...new Set(rows.map(({ district }) => district))]
  return districts.flatMap((district) =>
    strands.map((strand) => {
      const those = rows.filter((row) => row.district === district && row.strand === strand)
      const count = (level: string): number =>
        those.filter((row) => row.level === level).reduce((sum, row) => sum + row.schools, 0)
      return wideRow(district, [strand, ...levels.map((level) => ({ numeric: numberText(count(level)) }))])
    }),
  )
}
