/**
 * Widths of the printable ASCII characters of Arial from the space on, in thousandths of its size.
 *
 * Source: Adobe Font Metrics of Helvetica, to whose widths Arial was drawn.
 */
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
] as const

/** The width of a character that Arial's table does not hold; of a broad one, as of Chinese, Japanese and Korean. */
const [otherWidth, broadWidth] = [600, 1000]
const digitWidth = 556

export interface Type {
  /** In points. */
  readonly size: number
  readonly bold: boolean
}

export const bodyType: Type = { size: 12, bold: false }
export const headerType: Type = { size: 12, bold: true }

/** The text's width in columns' own unit: how many digits of the body's type are as wide. */
export function widthOf(text: string, { size, bold }: Type): number {
  let thousandths = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    thousandths += widths[code - 32] ?? (code < 0x1100 ? otherWidth : broadWidth)
  }
  return ((thousandths / digitWidth) * size * (bold ? 1.08 : 1)) / bodyType.size
}

/** The pieces at whose ends a line of text may break. */
export const unbroken = (text: string): readonly string[] => text.match(/[^\s-]+-?|-/gu) ?? []

/** How many lines the text fills in a column of that width, breaking between words, and within words that are wider. */
export const linesOf = (text: string, width: number, type: Type): number =>
  !text.includes('\n') && widthOf(text, type) <= width
    ? 1
    : widthsOfLines(text, width, type).reduce((lines, wide) => lines + Math.max(1, Math.ceil(wide / width)), 0)

/** The width of the widest line of the text in a column of that width. */
export const longestLine = (text: string, width: number, type: Type): number =>
  Math.max(...widthsOfLines(text, width, type))

const widthsOfLines = (text: string, width: number, type: Type): readonly number[] =>
  text.split('\n').flatMap((paragraph) => {
    const lines: number[] = []
    let line = ''
    for (const word of paragraph.split(/ |(?<=-)(?=\S)/)) {
      const longer = line === '' || line.endsWith('-') ? line + word : `${line} ${word}`
      if (line !== '' && widthOf(longer, type) > width) {
        lines.push(widthOf(line, type))
        line = word
      } else line = longer
    }
    return [...lines, widthOf(line, type)]
  })
