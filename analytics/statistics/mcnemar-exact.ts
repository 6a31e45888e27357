import { signTest } from './sign-test.ts'

/** Two rows, before no and yes; two columns, after no and yes. */
export type FourCells = readonly [readonly [number, number], readonly [number, number]]

/**
 * McNemar's exact two-sided p value for a change of yes and no in pairs: the sign test of those who changed. Those who
 * did not change do not count; 1 where nobody did. For example, [[101, 70], [59, 33]] gives 0.378688.
 *
 * Source: McNemar, Note on the sampling error of the difference between correlated proportions or percentages,
 * Psychometrika 12 (1947), 153-157; exact by Mosteller, Some statistical problems in measuring the subjective response
 * to drugs, Biometrics 8 (1952), 220-226.
 */
export function mcnemarExact([[, gained], [lost]]: FourCells): number {
  return signTest(gained, lost)
}
