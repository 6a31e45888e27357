import type { PlacedChart } from '../placed-sheet.ts'
import { attribute } from './patch.ts'

const namespaces =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'

/** The most characters of what is read out in place of a picture. */
const longest = 250

/** What is read out in place of the chart: its kind, what it shows, and where its figures are. */
function alternative({ finding, form, tab }: PlacedChart): string {
  const kind = { 'stacked bars': 'Stacked bar chart', bars: 'Bar chart', lines: 'Line chart' }[form]
  const where = ` The figures are in the table on the worksheet ${tab}.`
  const room = longest - kind.length - where.length - 3
  const said = finding.length <= room ? finding : `${finding.slice(0, room - 3).replace(/\s\S*$/, '')} ...`
  return `${kind}: ${said}.${where}`
}

/** How many rows of a worksheet a chart covers. */
const rowsHigh = 24

/** Where a chart stands on its worksheet: below its rows, over the first column, with what it shows in words. */
export const drawingPart = (chart: PlacedChart, below: number, number: number): string =>
  `<xdr:wsDr ${namespaces}><xdr:twoCellAnchor>` +
  `<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${below}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>` +
  `<xdr:to><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${below + rowsHigh}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>` +
  `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
  `<xdr:cNvPr id="${number + 1}" name="Chart of ${attribute(chart.tab.replaceAll('_', ' '))}" descr="${attribute(alternative(chart))}"/>` +
  `<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
  `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
  `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">` +
  `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>` +
  `</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`
