/** How many cases a property is tried on: as many as given every day, many times more in the long proofs. */
export const runs = (everyday: number): number => everyday * Number(process.env['CRESCENDO_TEST_SCALE'] ?? 1)
