/** A table as the SQL engines load it: columns of whole numbers, narrow where they can be. */
export interface Prepared {
  readonly name: string
  /** The columns by which its rows lie in order. */
  readonly order: readonly string[]
  readonly columns: readonly PreparedColumn[]
}

export interface PreparedColumn {
  readonly name: string
  /** Whether all fit in 0 to 255, in 0 to 32,767, or neither. */
  readonly kind: 'byte' | 'short' | 'number'
  readonly values: Int32Array
}

/** The number of rows of a prepared table. */
export const rowsOf = ({ columns }: Prepared): number => columns[0]?.values.length ?? 0

export const column = (kind: PreparedColumn['kind'], name: string, values: Int32Array): PreparedColumn => ({
  name,
  kind,
  values,
})

/** A table with its rows in order. */
export function tableOf(name: string, order: readonly string[], columns: readonly PreparedColumn[]): Prepared {
  const keys = order.map((key) => columns.find((each) => each.name === key)!.values)
  const rows = Int32Array.from({ length: columns[0]!.values.length }, (_, row) => row).toSorted((a, b) => {
    for (const key of keys) if (key[a] !== key[b]) return key[a]! - key[b]!
    return a - b
  })
  return { name, order, columns: columns.map((each) => ({ ...each, values: rows.map((row) => each.values[row]!) })) }
}
