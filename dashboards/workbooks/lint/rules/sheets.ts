import { linesOf, ofBook, ofSheets, type Rule } from '../rule.ts'
import type { Sheet } from '../sheet.ts'
import { allOf, childOf, hasChild } from '../xml.ts'

const tabForm = /^[A-Za-z][A-Za-z0-9_]{0,30}$/
const front = ['cover', 'contents', 'notes', 'definitions']

const isFront = ({ tab }: Sheet): boolean => front.includes(tab.toLowerCase())
const firstCell = ({ cells }: Sheet): string => cells.get('A1')?.text ?? ''

/** The workbook's worksheets and how it opens. */
export const sheetRules: readonly Rule[] = [
  ofSheets('S01', 'error', 'Take out blank worksheets.', ({ cells, drawn }) =>
    drawn.length === 0 && [...cells.values()].every(({ kind }) => kind === 'blank') ? ['nothing'] : [],
  ),
  ofBook(
    'S02',
    'error',
    'Name each worksheet once, by letters, digits and underscores, beginning with a letter.',
    ({ book }) => {
      const tabs = book.sheets.map(({ tab }) => tab)
      const isTaken = (tab: string, at: number): boolean =>
        tabs.findIndex((other) => other.toLowerCase() === tab.toLowerCase()) !== at
      return tabs.filter((tab, at) => !tabForm.test(tab) || tab.toLowerCase() === 'history' || isTaken(tab, at))
    },
  ),
  ofSheets('S03', 'error', 'Show the worksheet, or take it out: what is hidden is still disclosed.', ({ state }) =>
    state === 'visible' ? [] : [state],
  ),
  ofSheets(
    'S04',
    'error',
    'Save it with the first worksheet open and the cursor in its first cell.',
    (sheet, { book }) => {
      const view = allOf(childOf(book.workbook, 'bookViews'), 'workbookView')[0]?.attributes ?? {}
      const isFirst = sheet === book.sheets[0]
      const views = allOf(sheet.part, 'sheetView')
      return [
        ...(isFirst && (view['activeTab'] ?? '0') !== '0' ? ['another worksheet is open'] : []),
        ...views.flatMap(({ attributes: { topLeftCell } }) =>
          topLeftCell === undefined || topLeftCell === 'A1' ? [] : [`scrolled to ${topLeftCell}`],
        ),
        ...allOf(sheet.part, 'selection').flatMap(({ attributes: { activeCell = 'A1' } }) =>
          activeCell === 'A1' ? [] : [`the cursor is in ${activeCell}`],
        ),
      ]
    },
  ),
  ofSheets('S05', 'warning', 'Save it at a zoom of 100%.', ({ part }) =>
    allOf(part, 'sheetView').flatMap(({ attributes: { zoomScale = '100' } }) =>
      zoomScale === '100' ? [] : [`${zoomScale}%`],
    ),
  ),
  ofBook('S06', 'warning', 'Put Cover, Contents, Notes and Definitions first, in this order.', ({ book }) => {
    const places = book.sheets.filter(isFront).map(({ tab }) => front.indexOf(tab.toLowerCase()))
    const inFront = book.sheets.slice(0, places.length).every(isFront)
    return inFront && places.every((place, at) => at === 0 || place > places[at - 1]!)
      ? []
      : [book.sheets.map(({ tab }) => tab).join(', ')]
  }),
  ofBook(
    'S07',
    'warning',
    'List every worksheet on Contents in order: a link to its first cell by its name, and its title.',
    ({ book }) => {
      const contents = book.sheets.find(({ tab }) => tab.toLowerCase() === 'contents')
      if (contents === undefined)
        return book.sheets.filter((sheet) => !isFront(sheet)).length > 3 ? ['no worksheet Contents'] : []
      const listed = contents.links.map(({ cell, location }) => {
        const title = contents.cells.get(`B${cell?.row}`)?.text ?? ''
        return `${location?.replace(/!\$?A\$?1$/, '').replaceAll("'", '')}: ${title}`
      })
      const wanted = book.sheets
        .filter((sheet) => sheet !== contents)
        .map((sheet) => `${sheet.tab}: ${firstCell(sheet)}`)
      return listed.join('\n') === wanted.join('\n')
        ? []
        : [wanted.find((each) => !listed.includes(each)) ?? 'another order']
    },
  ),
  ofSheets('S08', 'warning', 'Publish without protection.', ({ part }, { book, profile }) =>
    profile === 'publication' && (hasChild(part, 'sheetProtection') || hasChild(book.workbook, 'workbookProtection'))
      ? ['protected']
      : [],
  ),
  ofSheets('S09', 'warning', 'Take the colour off the tab.', ({ part }) =>
    allOf(part, 'tabColor').map(() => 'a coloured tab'),
  ),
  ofSheets('L01', 'error', 'Write the title into A1, in the style Heading 1.', (sheet) => {
    const cell = sheet.cells.get('A1')
    return cell?.kind === 'text' && cell.style?.builtIn === 16 ? [] : [cell?.text || 'nothing in A1']
  }),
  ofSheets('L02', 'error', 'Say in A2 how many tables, or charts, the worksheet contains.', (sheet) => {
    const { drawn, tables } = sheet
    const charts = drawn.filter(({ kind }) => kind === 'chart').length
    if (tables.length === 0 && charts === 0) return []
    const said = sheet.cells.get('A2')?.text ?? ''
    const parts = [...counted(tables.length, 'table'), ...counted(charts, 'chart')]
    return said.startsWith(`This worksheet contains ${parts.join(' and ')}.`) ? [] : [said || 'nothing in A2']
  }),
  ofSheets('N02', 'error', 'Say above the table that notes can be found on the Notes worksheet.', (sheet) => {
    const hasNotes = !isFront(sheet) && [...sheet.cells.values()].some(({ text }) => /\[note \d+\]/.test(text))
    return hasNotes && !linesOf(sheet).some(({ text }) => /notes?\b.*can be found on the notes worksheet/i.test(text))
      ? ['notes, and no word of where they are']
      : []
  }),
]

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

const counted = (count: number, what: string): readonly string[] =>
  count === 0 ? [] : [`${numbers[count - 1] ?? count} ${what}${count === 1 ? '' : 's'}`]
