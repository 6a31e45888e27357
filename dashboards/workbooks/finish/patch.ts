/**
 * The part with each match of the pattern replaced. Throws unless there are exactly that many, so that what a
 * library writes cannot change under the patterns unnoticed.
 */
export function patch(
  part: string,
  pattern: RegExp,
  matches: number,
  replacement: string | ((...match: string[]) => string),
): string {
  let found = 0
  const patched = part.replaceAll(pattern, (...match: string[]) => {
    found++
    return typeof replacement === 'string' ? replacement : replacement(...match)
  })
  if (found !== matches) throw new Error(`unexpected workbook part: ${found} matches of ${pattern}, not ${matches}`)
  return patched
}

/** How often the pattern matches. */
export const count = (part: string, pattern: RegExp): number => part.match(pattern)?.length ?? 0

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as a part has it between its tags: `_x0041_` must not be read as `A`. */
export const escapeText = (text: string): string =>
  /[&<>]|_x[0-9A-Fa-f]{4}_/.test(text)
    ? text
        .replaceAll(/[&<>]/g, (character) => entities[character] ?? '')
        .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    : text

/** Text as the value of an attribute, a line break written as spreadsheets do. */
export const attribute = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? '').replaceAll('\n', '_x000a_')
