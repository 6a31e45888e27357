/** What rows of other cells show of a row: the number of a school among parts, of which there are three or more. */
const parts = /^[^,;\t]*(?:[,;\t][^,;\t]*){2,}$/
const school = /(?:^|[,;\t])"?\d{6}"?(?:[,;\t]|$)/

/** Lines are looked at up to so many characters: a row that names its school does so early. */
const longest = 1000

/**
 * The cell that has taken in rows below its own, as one does whose quotation mark is closed only by that of another
 * row; undefined where none has. Such a file would otherwise load without those rows, and nobody would know.
 */
export const cellWithRows = (cells: readonly string[]): string | undefined =>
  cells.find(
    (cell) =>
      cell.includes('\n') &&
      cell
        .split('\n')
        .slice(1)
        .map((line) => line.slice(0, longest))
        .some((line) => parts.test(line) && school.test(line)),
  )
