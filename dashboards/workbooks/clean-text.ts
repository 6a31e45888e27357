/** The most characters that a cell of a workbook can hold. */
const mostCharacters = 32_767

/** Characters that no worksheet may hold, or that no reader can see: controls, non-characters, byte order marks. */
const unprintable = /[\p{Cc}\u{FEFF}\u{FFFE}\u{FFFF}]/gu

/** Words of ASCII with single spaces, which most texts are: there is nothing to clean. */
const plain = /^[!-~]+(?: [!-~]+)*$/

/**
 * Text as a cell may hold it: without control characters and half characters, with single spaces, none at either end,
 * and cut to what a cell can hold. Whatever it begins with, it stays text.
 */
export function cleanText(text: string): string {
  if (text.length <= mostCharacters && plain.test(text)) return text
  const clean = text
    .toWellFormed()
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(unprintable, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
  return cut(clean, mostCharacters).trimEnd()
}

/** Text as a cell may hold it and otherwise as it stands, its spaces and line breaks too. */
export const faithfulText = (text: string): string =>
  cut(
    text
      .toWellFormed()
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll(/[^\P{Cc}\n\t]|[\u{FFFE}\u{FFFF}]/gu, ''),
    mostCharacters,
  )

/** The first characters of a text, not ending in half a character. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most)
