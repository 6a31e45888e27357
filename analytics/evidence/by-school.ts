/** Below 0 where one row comes before another. */
export type Compare = (row: number, other: number) => number

/** Rows of schools in the order of the schools, and of each school in the order asked for; of equals as they came. */
export function bySchool(
  schools: Uint32Array,
  count: number,
  compare: Compare,
): { readonly order: Uint32Array; readonly starts: Uint32Array } {
  const starts = startsOf(schools, count)
  const next = starts.slice()
  const order = new Uint32Array(schools.length)
  for (let row = 0; row < schools.length; row++) {
    order[next[schools[row]!]!] = row
    next[schools[row]!]! += 1
  }
  for (let school = 0; school < count; school++) {
    const rows = order.subarray(starts[school], starts[school + 1])
    // Most come in order from the database, and most schools have few: asking is quicker than sorting.
    if (!isInOrder(rows, compare)) rows.sort(compare)
  }
  return { order, starts }
}

/** Where each school's rows begin, were they in the order of the schools, and after the last where all end. */
export function startsOf(schools: Uint32Array, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1)
  for (let row = 0; row < schools.length; row++) starts[schools[row]! + 1]! += 1
  for (let school = 0; school < count; school++) starts[school + 1]! += starts[school]!
  return starts
}

function isInOrder(rows: Uint32Array, compare: Compare): boolean {
  for (let at = 1; at < rows.length; at++) if (compare(rows[at - 1]!, rows[at]!) > 0) return false
  return true
}
