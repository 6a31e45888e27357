const delimiters = [',', ';', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

/** The first line that is not blank, up to a line break outside quotation marks, without what is quoted. */
function firstLine(text: string): string {
  let [line, isQuoted] = ['', false]
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (character !== '\n' && character !== '\r') line += character
    else if (line.trim() !== '') break
    else line = ''
  }
  return line
}

/** The delimiter found most often in the first line with anything in it; the comma where none is. */
export function delimiterOf(text: string): Delimiter {
  const line = firstLine(text)
  const count = (delimiter: Delimiter): number => line.split(delimiter).length
  return delimiters.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best))
}
