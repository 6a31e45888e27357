import { codesOf, numbersOf } from '../../../analytics/evidence/columns.ts'
import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import { stretchesOf } from './stretches.ts'
import { column, tableOf, type Prepared, type PreparedColumn } from './table.ts'

/** A column of a table, by the rows it is made from. */
export type Own = readonly [kind: PreparedColumn['kind'], name: string, value: (row: number) => number]

/** Makes a table of rows that belong to schools. */
export type Place = (
  name: string,
  order: readonly string[],
  schools: ArrayLike<number>,
  own: readonly Own[],
) => Prepared

/**
 * Makes tables that need no join to say who is counted: each row stands once for each stretch of days on which a URN
 * speaks for its school, beside those days and that URN's council, district and phase.
 */
export function placeIn(evidence: Evidence): Place {
  const stretches = stretchesOf(evidence)
  const { urns } = evidence
  const [la, district, phase] = [codesOf(urns, 'la'), codesOf(urns, 'district'), numbersOf(urns, 'phase')]
  return (name, order, schools, own) => {
    const size = Array.prototype.reduce.call(schools, (sum, school) => Number(sum) + stretches[school]!.length, 0)
    const rows = new Int32Array(Number(size))
    const [from, until, urn] = [rows.slice(), rows.slice(), rows.slice()]
    for (let row = 0, at = 0; row < schools.length; row++)
      for (const stretch of stretches[schools[row]!]!) {
        rows[at] = row
        from[at] = stretch.from
        until[at] = stretch.until
        urn[at] = stretch.urn
        at++
      }
    return tableOf(name, order, [
      column('number', 'from_day', from),
      column('number', 'until_day', until),
      column(
        'number',
        'school',
        rows.map((row) => schools[row]!),
      ),
      column(
        'short',
        'la',
        urn.map((row) => la[row]!),
      ),
      column(
        'short',
        'district',
        urn.map((row) => district[row]!),
      ),
      column(
        'byte',
        'phase',
        urn.map((row) => phase[row]!),
      ),
      ...own.map(([kind, title, value]) =>
        column(
          kind,
          title,
          rows.map((row) => value(row)),
        ),
      ),
    ])
  }
}
