import { cleanText } from './clean-text.ts'
import type { Look, PlacedRow, PlacedSheet } from './placed-sheet.ts'
import { rowHeight } from './row-height.ts'
import type { CoverSection } from './workbook-spec.ts'

export const coverTab = 'Cover'

/** A page's width, in digits. */
const width = 72

/** The cover: the workbook's title, then section by section its sentences, all in column A. */
export function placeCover(title: string, sections: readonly CoverSection[]): PlacedSheet {
  const row = (text: string, look: Look): PlacedRow => {
    const cells = [{ value: cleanText(text), look }]
    return { height: rowHeight(cells, [width]), cells }
  }
  return {
    tab: coverTab,
    widths: [width],
    table: null,
    rows: [
      row(title, 'coverTitle'),
      ...sections.flatMap(({ heading, lines }) => [
        ...(heading === null ? [] : [row(heading, 'heading2')]),
        ...lines.map((line) => row(line, 'paragraph')),
      ]),
    ],
  }
}
