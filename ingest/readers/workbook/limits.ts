/** What a workbook may be at most. Sizes are in bytes. */
export const limits = {
  fileSize: 20 * 2 ** 20,
  parts: 200,
  inflatedSize: 200 * 2 ** 20,
  ratio: 200,
  rows: 50_000,
  columns: 300,
  /** Over all sheets: cells and the characters in them, as they are handed on. */
  cells: 15_000_000,
  characters: 50_000_000,
  /** Elements within elements, of any part. */
  depth: 64,
  /** Characters from one end of an element to the next: a text, a comment or attributes. A cell has 32,767 at most. */
  stretch: 1_000_000,
  faults: 10_000,
  merges: 1_000,
} as const

/** What the reading of a workbook may take before it is stopped. */
export interface Caps {
  readonly memoryMb: number
  readonly milliseconds: number
}

export const usualCaps: Caps = { memoryMb: 256, milliseconds: 20_000 }
