const known: string[] = []

/** The letters of a column counted from 0: 27 is `AB`. */
export const columnLetters = (column: number): string => (known[column] ??= lettersOf(column))

function lettersOf(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** The address of a cell by its row and column, both counted from 0: 0, 27 is `AB1`. */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`
