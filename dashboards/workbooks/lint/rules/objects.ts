import type { Book } from '../book.ts'
import { ofSheets, type Rule } from '../rule.ts'
import { areaOf, type Sheet } from '../sheet.ts'
import { columnLetters } from '../../finish/cell-address.ts'
import { allOf, childOf, hasChild, type Element } from '../xml.ts'

const smallest = 1200

/** Pictures and charts. */
export const objectRules: readonly Rule[] = [
  ofSheets('O01', 'error', 'Describe each picture and chart in up to 250 characters, and name it.', ({ drawn }) =>
    drawn
      .filter(
        ({ description, isDecorative, name }) =>
          !isDecorative &&
          (description.trim() === '' ||
            description.length > 250 ||
            /\.(png|jpe?g|gif|svg)$/i.test(description) ||
            /^(picture|chart) ?\d+$/i.test(name)),
      )
      .map(({ name }) => name || 'a picture without a name'),
  ),
  ofSheets('O02', 'warning', 'Publish without pictures.', ({ drawn }, { profile }) =>
    drawn
      .filter(({ kind }) => kind === 'picture' || (profile === 'publication' && kind === 'chart'))
      .map(({ name }) => name),
  ),
  ofSheets(
    'O03',
    'error',
    'Give a chart a title, titles of its axes, text of 12 points, and figures of a table that is there.',
    ({ drawn }, { book }) =>
      drawn.flatMap(({ chart, name }) =>
        chart === null ? [] : chartFaults(chart, book).map((fault) => `${name}: ${fault}`),
      ),
  ),
  ofSheets('O04', 'warning', 'Put charts on worksheets of their own.', ({ drawn, tables }) =>
    tables.length > 0 && drawn.some(({ kind }) => kind === 'chart') ? ['a table and a chart'] : [],
  ),
  ofSheets('D06', 'error', 'Take out of the chart what the table does not show.', ({ drawn }, { book }) =>
    drawn.flatMap(({ chart, name }) =>
      chart === null
        ? []
        : allOf(chart, 'numRef')
            .filter((reference) => isMore(reference, book))
            .map(() => `${name} holds figures that its table does not`),
    ),
  ),
]

function chartFaults(chart: Element, book: Book): readonly string[] {
  const plot = childOf(chart, 'chart')
  const axes = ['catAx', 'valAx'].flatMap((name) => allOf(plot, name))
  const sizes = ['defRPr', 'rPr']
    .flatMap((name) => allOf(chart, name))
    .map(({ attributes: { sz } }) => Number(sz ?? smallest))
  const references = allOf(chart, 'f').map(({ text }) => text)
  return [
    ...(hasChild(plot, 'title') ? [] : ['no title']),
    ...(axes.every((axis) => hasChild(axis, 'title')) ? [] : ['an axis without a title']),
    ...(sizes.every((size) => size >= smallest) ? [] : ['text of less than 12 points']),
    ...(allOf(chart, 'dLbls').some((labels) => childOf(labels, 'showVal').attributes['val'] === '1') ||
    allOf(chart, 'lineChart').length > 0
      ? []
      : ['colour alone tells its figures']),
    ...references
      .filter((reference) => cellsOf(reference, book) === null)
      .map((reference) => `no table at ${reference}`),
    ...allOf(chart, 'numRef')
      .filter((reference) => isOther(reference, book))
      .map(() => 'other figures than its table'),
  ]
}

/** The texts of the cells that a reference means; null where they are not all in one table. */
function cellsOf(reference: string, { sheets }: Book): readonly (string | null)[] | null {
  const [, tab = '', cells = ''] = /^(?:'?(.+?)'?!)(.+)$/.exec(reference) ?? []
  const sheet: Sheet | undefined = sheets.find((other) => other.tab === tab)
  if (sheet === undefined) return null
  const { left, right, top, bottom } = areaOf(cells)
  const isInTable = sheet.tables.some(
    (table) => left >= table.left && right <= table.right && top > table.top && bottom <= table.bottom,
  )
  if (!isInTable || left !== right) return null
  return Array.from({ length: bottom - top + 1 }, (_, at) => {
    const cell = sheet.cells.get(`${columnLetters(left - 1)}${top + at}`)
    return cell?.kind === 'number' ? cell.text : null
  })
}

/** The figures that a chart keeps, by their place. */
const keptOf = (reference: Element): ReadonlyMap<number, string> =>
  new Map(allOf(reference, 'pt').map((point) => [Number(point.attributes['idx']), childOf(point, 'v').text]))

function isMore(reference: Element, book: Book): boolean {
  const cells = cellsOf(childOf(reference, 'f').text, book)
  return cells !== null && [...keptOf(reference).keys()].some((at) => cells[at] == null)
}

function isOther(reference: Element, book: Book): boolean {
  const kept = keptOf(reference)
  const cells = cellsOf(childOf(reference, 'f').text, book)
  return cells !== null && cells.some((text, at) => text !== null && Number(kept.get(at)) !== Number(text))
}
