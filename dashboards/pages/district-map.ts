import { cellsOf, districtMapChart, headingsOf, type DistrictMap } from '../charts/district-map.ts'
import { districtForms, districtShows } from '../charts/map/district-share.ts'
import { thanksFor } from '../charts/map/thanks.ts'
import { figureWith, type Figured } from '../parts/figure.ts'
import { linkFrom, type Frame } from '../parts/frame.ts'
import { html, type Html } from '../parts/html.ts'
import { hrefOf } from '../parts/link.ts'
import { sourceOf, subtitleOf } from '../parts/scope.ts'
import { wideRow, wideTable } from '../parts/wide-table.ts'

/** What the address of a page with a map says of it; nothing of what is usual. */
export const mapAsked = ({ show, form }: Pick<DistrictMap, 'show' | 'form'>) => ({
  show: show === 'establishing' ? undefined : show,
  map: form === 'map' ? undefined : form,
})

export const districtMapTitle = 'Map of districts'

/** The map on the page of a strand, or by itself, without the ways to draw it otherwise: by what name, and where it is kept. */
type MapPlace = { readonly strand: string } | Pick<Figured, 'id' | 'links'>

/** The map of districts as a figure; a line where no boundaries are loaded. */
export function districtMapFigure(frame: Frame, map: DistrictMap, place: MapPlace): Html {
  if (map.boundaries.length === 0) return noMap
  const { answer, boundaries } = map
  const chart = districtMapChart(map)
  const subtitle = subtitleOf({ ...answer, title: districtMapTitle }, frame.choices)
  return figureWith({
    title: districtMapTitle,
    chart,
    subtitle,
    source: `${sourceOf(answer, frame.hub ?? 'the hub')} ${thanksFor(boundaries)}`,
    table: html`${sharesTable(map, subtitle)}
      <p class="notes">${note}</p>`,
    ...('strand' in place ? onPage(frame, map, place.strand) : place),
  })
}

/** On the page of a strand: its name there, the ways to draw it otherwise, and where it is to be kept. */
function onPage(frame: Frame, map: DistrictMap, strand: string): Pick<Figured, 'id' | 'more' | 'links'> {
  const asked = { asOf: frame.asOf, where: frame.where, and: { strand, ...mapAsked(map) } }
  return {
    id: 'district-map',
    more: choicesOf(frame, map, strand),
    links: {
      csv: hrefOf('/api/district-map.csv', asked),
      svg: hrefOf('/charts/district-map.svg', asked),
      view: `${hrefOf(frame.path, asked)}#district-map`,
    },
  }
}

const note =
  'Districts are in the order of their names; none is ranked. Of fewer than ten schools nothing is said, and their district is hatched.'

const noMap = html`<p class="notes">
  There is no map yet: the data steward can load the boundaries of the districts, as GeoJSON or TopoJSON, like any other
  file.
</p>`

/** What stands in a column: the first three after the name are of numbers. */
const inColumn = (text: string, at: number) => (at < 3 ? { numeric: text } : text)

/** The shares of the districts as a table. */
function sharesTable(map: DistrictMap, caption: string): Html {
  const [name = '', ...headings] = headingsOf(map)
  const rows = map.shares.map(cellsOf).map(([district, ...cells]) => wideRow(district, cells.map(inColumn)))
  return wideTable(caption, [name, ...headings.map(inColumn)], rows)
}

/** The ways to what else a map can show, and how else it can be drawn. */
function choicesOf(frame: Frame, { show, form }: DistrictMap, strand: string): Html {
  const link = (text: string, other: Parameters<typeof mapAsked>[0], isChosen: boolean): Html =>
    html`<li>
      <a
        class="choice__link"
        href="${linkFrom(frame, frame.path, { strand, ...mapAsked(other) })}#district-map"
        ${isChosen && html`aria-current="true"`}
        >${text}</a
      >
    </li>`
  const [shows, forms] = [Object.entries(districtShows), Object.entries(districtForms)]
  return html`
    <nav class="choice" aria-label="What the map shows">
      <ul>
        ${shows.map(([id, { choice }]) => link(choice, { show: id as typeof show, form }, id === show))}
      </ul>
    </nav>
    <nav class="choice" aria-label="How the map is drawn">
      <ul>
        ${forms.map(([id, text]) => link(text, { show, form: id as typeof form }, id === form))}
      </ul>
    </nav>
  `
}
