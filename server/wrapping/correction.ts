import { stringify } from 'csv-stringify/sync'

/** Rows under headings as the CSV file that says the same, for our own reader: what a person corrected in a form. */
export const correctionCsv = (headings: readonly string[], rows: readonly (readonly (string | number | null)[])[]) =>
  Buffer.from(stringify([headings, ...rows].map((row) => [...row])))
