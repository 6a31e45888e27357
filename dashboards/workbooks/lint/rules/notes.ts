import { bodyOf, ofBook, ofCells, ofSheets, at, type Rule } from '../rule.ts'
import type { Link } from '../sheet.ts'
import { columnCells } from './tables.ts'

const marker = /\[note (\d+)\]/g
const vague = /^(click here|here|link|more|read more|this|download)$/i
const isBare = (text: string): boolean => /^(https?:\/\/|www\.|mailto:)/i.test(text)
const textOf = ({ cell }: Link): string => cell?.text ?? ''

/** Notes and links. */
export const noteRules: readonly Rule[] = [
  ofBook(
    'N01',
    'error',
    'Number notes from 1 by first appearance, each [note n] by itself, and list exactly those on Notes.',
    ({ book }) => {
      const notes = book.sheets.find(({ tab }) => tab.toLowerCase() === 'notes')
      const others = book.sheets.filter((sheet) => sheet !== notes && sheet.tab.toLowerCase() !== 'cover')
      const texts = others.flatMap(({ cells }) => [...cells.values()].map(({ text }) => text))
      const used = [...new Set(texts.flatMap((text) => [...text.matchAll(marker)].map(([, number]) => Number(number))))]
      const [table] = notes?.tables ?? []
      const defined =
        notes === undefined || table === undefined
          ? []
          : columnCells(notes, table, 0).map(({ text }) => Number(/^\[note (\d+)\]$/.exec(text)?.[1] ?? NaN))
      const wrong = texts.filter((text) => /\[notes? ?\d+ ?[,;]|\[Notes? \d|\[note\d/.test(text))
      return [
        ...wrong,
        ...used.filter((number) => !defined.includes(number)).map((number) => `[note ${number}] is not on Notes`),
        ...(used.every((number, at) => number === at + 1) ? [] : [`they come as ${used.join(', ')}`]),
        ...(defined.every((number, at) => number === at + 1) ? [] : [`they are listed as ${defined.join(', ')}`]),
      ]
    },
  ),
  {
    id: 'N01',
    severity: 'warning',
    mend: 'Take out notes that nothing refers to.',
    find: ({ book }) => {
      const notes = book.sheets.find(({ tab }) => tab.toLowerCase() === 'notes')
      const [table] = notes?.tables ?? []
      if (notes === undefined || table === undefined) return []
      const text = book.sheets
        .filter((sheet) => sheet !== notes)
        .flatMap(({ cells }) => [...cells.values()].map(({ text }) => text))
        .join('\n')
      return columnCells(notes, table, 0)
        .filter((cell) => !text.includes(cell.text))
        .map((cell) => at(notes, cell, cell.text))
    },
  },
  ofSheets(
    'N03',
    'warning',
    'Put the marker of a note into the header or a column of notes, not beside a figure.',
    (sheet) =>
      bodyOf(sheet)
        .filter(({ text }) => /\d.*\[note \d+\]/.test(text) && /^[\d,.% ]+\[note/.test(text))
        .map((cell) => at(sheet, cell, cell.text)),
  ),
  ofSheets('K01', 'error', 'Let a link say where it leads.', (sheet) =>
    sheet.links
      .filter((link) => vague.test(textOf(link)) || isBare(textOf(link)) || textOf(link) === '')
      .map((link) => at(sheet, link, textOf(link) || 'no text')),
  ),
  ofSheets(
    'K02',
    'error',
    'Let links within the workbook lead to the first cell of a worksheet that is there.',
    (sheet, { book }) =>
      sheet.links
        .filter(({ location, target }) => {
          if (location === null) return false
          const [tab = '', cell = ''] = location.replaceAll("'", '').split('!')
          return target !== null || cell.replaceAll('$', '') !== 'A1' || !book.sheets.some((other) => other.tab === tab)
        })
        .map((link) => at(sheet, link, link.location ?? '')),
  ),
  ofBook('K03', 'warning', 'Give links to the same place the same text.', ({ book }) => {
    const texts = new Map<string, Set<string>>()
    for (const { links } of book.sheets)
      for (const link of links) {
        const to = link.target ?? link.location ?? ''
        texts.set(to, (texts.get(to) ?? new Set()).add(textOf(link)))
      }
    return [...texts].filter(([, said]) => said.size > 1).map(([to, said]) => `${to}: ${[...said].join(', ')}`)
  }),
  ofSheets('K04', 'error', 'Link to web and mail addresses only.', (sheet) =>
    sheet.links
      .filter(({ target }) => target !== null && !/^(https?|mailto):/i.test(target))
      .map((link) => at(sheet, link, link.target ?? '')),
  ),
  ofCells(
    'K05',
    'error',
    'Underline links, in a blue that can be read.',
    ({ address, style }, { links }) =>
      links.some((link) => link.address === address) &&
      (style?.font.isUnderlined !== true || style.font.colour === null),
  ),
]
