import type { PlacedChart } from '../placed-sheet.ts'
import type { ChartSeries } from '../workbook-spec.ts'
import { columnLetters } from './cell-address.ts'
import { escapeText } from './patch.ts'
import { quoted } from './worksheet-part.ts'

const namespaces =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** Text of a chart: Arial of so many points. */
const run = (points: number, isBold = false): string =>
  `lang="en-GB" sz="${points * 100}" b="${isBold ? 1 : 0}"><a:solidFill><a:srgbClr val="0B0C0C"/></a:solidFill><a:latin typeface="Arial"/>`

const textProperties = (points: number): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${run(points)}</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`

const titled = (text: string, points: number, isBold: boolean): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr ${run(points, isBold)}</a:rPr><a:t>${escapeText(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`

/**
 * A chart bound to the columns of its table. It keeps a copy of their figures, as charts do; a cell with a mark is in
 * neither.
 */
export function chartPart(chart: PlacedChart): string {
  const { axis, finding, form } = chart
  const series = chart.lines.map((_, at) => seriesOf(chart, at)).join('')
  const axes = '<c:axId val="1"/><c:axId val="2"/>'
  const isLine = form === 'lines'
  const grouping = form === 'stacked bars' ? 'stacked' : form === 'bars' ? 'clustered' : 'standard'
  const plot = isLine
    ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`
    : `<c:barChart><c:barDir val="bar"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/>${form === 'stacked bars' ? '<c:overlap val="100"/>' : ''}${axes}</c:barChart>`
  return (
    `<c:chartSpace ${namespaces}><c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/><c:chart>` +
    titled(finding, 14, true) +
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}${namesAxis(chart)}${figuresAxis(axis, isLine)}</c:plotArea>` +
    `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textProperties(12)}</c:legend>` +
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>${textProperties(12)}</c:chartSpace>`
  )
}

function seriesOf(chart: PlacedChart, at: number): string {
  const { categories, firstRow, form, lastRow, lines, names, series, tab } = chart
  const { column, colour } = series[at] as ChartSeries
  const { name, values } = lines[at]!
  const place = (column: number): string =>
    `${quoted(tab)}!$${columnLetters(column)}$${firstRow + 1}:$${columnLetters(column)}$${lastRow + 1}`
  const points = (texts: readonly (string | number | null)[]): string =>
    `<c:ptCount val="${texts.length}"/>${texts
      .map((text, index) => (text === null ? '' : `<c:pt idx="${index}"><c:v>${escapeText(String(text))}</c:v></c:pt>`))
      .join('')}`
  const fill = `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
  const outline = '<a:ln w="9525"><a:solidFill><a:srgbClr val="0B0C0C"/></a:solidFill></a:ln>'
  const isLine = form === 'lines'
  const paint = isLine
    ? `<c:spPr><a:ln w="28575">${fill}</a:ln></c:spPr><c:marker><c:symbol val="${['circle', 'square', 'diamond', 'triangle'][at % 4]}"/><c:size val="8"/><c:spPr>${fill}</c:spPr></c:marker>`
    : `<c:spPr>${fill}${outline}</c:spPr><c:invertIfNegative val="0"/>`
  return (
    `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:v>${escapeText(name)}</c:v></c:tx>${paint}` +
    labelsOf(isLine, colour) +
    `<c:cat><c:strRef><c:f>${escapeText(place(names))}</c:f><c:strCache>${points(categories)}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${escapeText(place(column))}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(values)}</c:numCache></c:numRef></c:val>` +
    `${isLine ? '<c:smooth val="0"/>' : ''}</c:ser>`
  )
}

/** The figures written on the bars, nothing for a nought, so that colour is never the only carrier. */
function labelsOf(isLine: boolean, colour: string): string {
  const ink = isLine || isLight(colour) ? '0B0C0C' : 'FFFFFF'
  const text = `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr lang="en-GB" sz="1200" b="0"><a:solidFill><a:srgbClr val="${ink}"/></a:solidFill><a:latin typeface="Arial"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`
  return `<c:dLbls><c:numFmt formatCode="#,##0;-#,##0;;" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>${text}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
}

/** Whether dark text is read on it: its red, green and blue weighed as eyes do. */
function isLight(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = (colour.match(/../g) ?? []).map((part) => Number.parseInt(part, 16))
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140
}

const namesAxis = ({ form, namesAxis }: PlacedChart): string =>
  `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${form === 'lines' ? 'minMax' : 'maxMin'}"/></c:scaling><c:delete val="0"/><c:axPos val="${form === 'lines' ? 'b' : 'l'}"/>${titled(namesAxis, 12, false)}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${textProperties(12)}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`

const figuresAxis = (axis: string, isLine: boolean): string =>
  `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="${isLine ? 'l' : 'b'}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="B1B4B6"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>${titled(axis, 12, false)}<c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${textProperties(12)}<c:crossAx val="1"/><c:crosses val="${isLine ? 'autoZero' : 'max'}"/><c:crossBetween val="between"/></c:valAx>`
