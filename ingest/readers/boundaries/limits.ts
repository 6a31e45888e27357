/** What a boundary file may be at most. */
export const limits = {
  /** Bytes. */
  fileSize: 20 * 2 ** 20,
  /** Lists and objects within each other; a map needs eight or so. */
  depth: 40,
  /** Lists and objects in all: every position is one. */
  parts: 1_500_000,
  positions: 1_000_000,
  shapes: 2000,
  properties: 100,
  /** Characters of a property's name, and of what it says. */
  text: 200,
} as const
