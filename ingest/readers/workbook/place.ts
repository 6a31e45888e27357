const mostColumns = 16_384
/** The rows that a worksheet has at most, whatever is in them. */
export const mostRows = 1_048_576

/** The number of a column by its letters, from 1; null where they name none. */
function columnOf(letters: string): number | null {
  const number = letters
    .toUpperCase()
    .split('')
    .reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return number >= 1 && number <= mostColumns ? number : null
}

/** The letters of a column by its number, from 1. */
export function lettersOf(column: number): string {
  const [rest, last] = [Math.floor((column - 1) / 26), (column - 1) % 26]
  return `${rest === 0 ? '' : lettersOf(rest)}${String.fromCharCode(65 + last)}`
}

export interface Place {
  readonly row: number
  readonly column: number
}

/** The row and column of a reference such as `C12`; null where it is none. */
export function placeOf(reference: string | null): Place | null {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference ?? '') ?? []
  if (letters === undefined || digits === undefined) return null
  const [column, row] = [columnOf(letters), rowOf(digits)]
  return column === null || row === null ? null : { row, column }
}

/** The number of a row as it is written; null where it is none. */
export function rowOf(text: string | null): number | null {
  const row = /^\d{1,7}$/.test(text ?? '') ? Number(text) : 0
  return row >= 1 && row <= mostRows ? row : null
}
