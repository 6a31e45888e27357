/**
 * The register's establishment type codes that are state-funded. All others (independent, further and higher
 * education, non-maintained special, secure units ...) are outside every population.
 */
export const stateFundedTypes: ReadonlySet<number> = new Set([
  1, 2, 3, 5, 6, 7, 12, 14, 15, 28, 33, 34, 35, 36, 38, 39, 40, 41, 42, 43, 44, 45, 46, 57,
])

/** The register's status codes. */
export const statuses = [
  { code: 1, name: 'Open' },
  { code: 2, name: 'Closed' },
  { code: 3, name: 'Open, but proposed to close' },
  { code: 4, name: 'Proposed to open' },
] as const

export const closedStatus = 2
