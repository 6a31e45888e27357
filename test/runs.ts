const scale = Number(process.env['CRESCENDO_TEST_SCALE'] ?? 1)

/** How many cases a property is tried on: as many as given every day, many times more in the long proofs, fewer under mutation. */
export const runs = (everyday: number): number => Math.ceil(everyday * scale)

/** Whether these are the long proofs, which also run what costs too much for every day. */
export const isLong = scale > 1
