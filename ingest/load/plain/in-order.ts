import type { Part } from '../parts.ts'
import type { PlainRows } from './rows.ts'

/** A row in so many bits, a day in 16, a strand in 2: with the school's they make a whole number that is exact. */
const rowBits = 2 ** 17
const days = 2 ** 16
const strands = 4
const mostSchools = 2 ** 15

/** The rows of a school in the order of their days and strands, by their places; `school` as the part names it. */
export interface SchoolRows {
  readonly school: number
  readonly rows: Uint32Array
}

/**
 * The rows of each school all of whose rows are plain, and the schools of which some are not. Sorted as numbers, for
 * grouping a million rows by maps takes as long as writing them.
 */
export function inOrder({ numbers, schoolAt }: Part, { isPlain, dayAt, strandAt }: PlainRows) {
  const others = new Set<number>()
  const places = new Map<number, number>()
  const all = new Float64Array(numbers.length)
  let plain = 0
  const placeOfSchool = (school: number): number => {
    const known = places.get(school) ?? places.size
    places.set(school, known)
    return known
  }
  // The rows of an audit mostly follow each other, and its school is looked up once.
  let [last, place] = [Number.NaN, 0]
  const isTooLarge = numbers.length > rowBits
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index]!
    const school = schoolAt(number)
    if (school !== last) place = placeOfSchool((last = school))
    const isOther = isTooLarge || school < 0 || place >= mostSchools || !isPlain(number)
    if (isOther) others.add(school)
    else all[plain++] = ((place * days + dayAt(number)) * strands + strandAt(number)) * rowBits + index
  }
  const schools = [...places.keys()]
  const keys = all.subarray(0, plain).toSorted()
  const found: SchoolRows[] = []
  const placeOf = (key: number): number => Math.floor(key / (rowBits * strands * days))
  for (let from = 0; from < keys.length;) {
    const place = placeOf(keys[from]!)
    let to = from + 1
    while (to < keys.length && placeOf(keys[to]!) === place) to += 1
    const school = schools[place]!
    if (!others.has(school))
      found.push({ school, rows: Uint32Array.from(keys.subarray(from, to), (key) => numbers[key % rowBits]!) })
    from = to
  }
  return { schools: found, others }
}
