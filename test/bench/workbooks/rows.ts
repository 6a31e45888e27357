export const columns = ['URN', 'School', 'Council', 'District', 'Phase', 'One', 'Two', 'Three', 'Four', 'Five']

const phases = ['Primary', 'Secondary', 'Special', 'All-through']

/** A row of a table, the same every time: five words and five numbers. */
export const rowAt = (at: number): readonly (string | number)[] => [
  String(100_000 + at),
  `School number ${(at * 7919) % 100_003}`,
  `Council ${at % 150}`,
  `District ${at % 300}`,
  phases[at % 4] ?? '',
  at,
  (at * 31) % 997,
  (at * 17) % 4001,
  at % 7,
  (at * 101) % 65_537,
]
