import { Bool, Float64, Int32, Table, Utf8, tableToIPC, vectorFromArray, type Vector } from 'apache-arrow'
import { isMark } from '../../analytics/framework/mark.ts'
import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { Unit } from '../../analytics/measures/measure.ts'

/**
 * The answer's rows as an Arrow IPC stream: words as text, yes or no as true or false, shares, percentages and
 * other numbers as they are, other figures as whole numbers. A column with marks has null
 * where a mark stands and a second column, its key with `Mark` behind it, that holds the marks.
 */
export function arrowOf({ columns, rows }: Disclosed<object, object>): Uint8Array {
  const vectors: Record<string, Vector> = {}
  for (const { key, unit } of columns) {
    const values: unknown[] = rows.map((row) => Reflect.get(row, key))
    if (unit === 'words') vectors[key] = vectorFromArray(values.map(String), new Utf8())
    else {
      vectors[key] = vectorFromArray(
        values.map((value) => (isMark(value) ? null : value)),
        typeOf(unit),
      )
      if (values.some(isMark))
        vectors[`${key}Mark`] = vectorFromArray(
          values.map((value) => (isMark(value) ? value : null)),
          new Utf8(),
        )
    }
  }
  return tableToIPC(new Table(vectors), 'stream')
}

const decimals: ReadonlySet<Unit> = new Set(['share', 'percent', 'pp', 'amount'])

function typeOf(unit: Unit): Bool | Float64 | Int32 {
  if (unit === 'yes or no') return new Bool()
  return decimals.has(unit) ? new Float64() : new Int32()
}
