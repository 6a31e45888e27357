/**
 * exceljs packs a part in pieces of so many halves of characters, and where an end of a piece falls between the two
 * halves of an astral character (an emoji, say) it writes two question marks instead. So astral characters pass
 * through it spelt out, by number between two private characters, and are put back afterwards.
 */
const [open, close] = ['\uE000', '\uE001']

const spell = (character: string): string => `${open}${(character.codePointAt(0) ?? 0).toString(16)}${close}`

/** The text with its astral characters spelt out. */
export const spellAstral = (text: string): string => text.replaceAll(/[\uE000\uE001\u{10000}-\u{10FFFF}]/gu, spell)

/** The text with its spelt-out characters put back. */
export const restoreAstral = (text: string): string =>
  text.replaceAll(/\uE000([0-9a-f]+)\uE001/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
