import type { PlacedSheet } from '../placed-sheet.ts'
import { chartPart } from './chart-part.ts'
import { drawingPart } from './drawing-part.ts'
import { patch } from './patch.ts'

const open = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** One relationship from a part to another. */
const relationTo = (kind: 'drawing' | 'chart', target: string): string =>
  `${open}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${officeRelationships}/${kind}" Target="${target}"/></Relationships>`

/** Adds the parts of the charts, each of a worksheet without a table, and gives the list of types with theirs. */
export function addCharts(
  contentTypes: string,
  sheets: readonly PlacedSheet[],
  add: (name: string, part: string) => void,
): string {
  const overrides = sheets
    .flatMap(({ chart, rows }, at) => (chart === undefined ? [] : { chart, rows: rows.length, sheet: at + 1 }))
    .map(({ chart, rows, sheet }, at) => {
      const number = at + 1
      add(`xl/worksheets/_rels/sheet${sheet}.xml.rels`, relationTo('drawing', `../drawings/drawing${number}.xml`))
      add(`xl/drawings/drawing${number}.xml`, open + drawingPart(chart, rows, number))
      add(`xl/drawings/_rels/drawing${number}.xml.rels`, relationTo('chart', `../charts/chart${number}.xml`))
      add(`xl/charts/chart${number}.xml`, open + chartPart(chart))
      return (
        `<Override PartName="/xl/drawings/drawing${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>` +
        `<Override PartName="/xl/charts/chart${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`
      )
    })
  return overrides.length === 0 ? contentTypes : patch(contentTypes, /<\/Types>$/g, 1, `${overrides.join('')}</Types>`)
}
