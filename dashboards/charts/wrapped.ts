import { widthOf } from './theme.ts'

/** A text in lines no wider than that many pixels, broken only where `between` stands. */
export function wrapped(text: string, width: number, size: number, between = ' '): readonly string[] {
  const lines: string[] = []
  for (const part of text.split(between)) {
    const longer = lines.length === 0 ? part : `${lines.at(-1)}${between}${part}`
    if (lines.length > 0 && widthOf(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(part)
  }
  return lines
}
