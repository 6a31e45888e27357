import type { GridRow, Span } from './grid.ts'

/** The columns from one heading of an upper row to the last that it stands over. */
interface Group {
  readonly text: string
  readonly from: number
  readonly to: number
}

const textAt = ({ cells }: GridRow, place: number): string => (cells[place] ?? '').trim()

/**
 * What each heading of an upper row stands over: the cells that it is merged over; in a row without merged cells those
 * to its right that are blank and have something below them.
 */
export function groupsOf(upper: GridRow, lower: GridRow, spans: readonly Span[]): readonly Group[] {
  const own = new Map(spans.filter(({ row }) => row === upper.row).map(({ from, to }) => [from, to]))
  const width = Math.max(upper.cells.length, lower.cells.length)
  const isBelow = (place: number): boolean => textAt(upper, place) === '' && textAt(lower, place) !== ''
  return [...upper.cells.keys()].flatMap((from) => {
    const text = textAt(upper, from)
    if (text === '') return []
    let to = from
    if (own.size === 0) while (to + 1 < width && isBelow(to + 1)) to += 1
    return [{ text, from, to: own.get(from) ?? to }]
  })
}

/** The headings of two rows as one: `Levels - Co-curricular` where both have a text, else the text of either. */
export function joined(upper: GridRow, lower: GridRow, spans: readonly Span[]): readonly string[] {
  const over = new Map<number, string>()
  for (const { text, from, to } of groupsOf(upper, lower, spans))
    for (let place = from; place <= to; place += 1) over.set(place, text)
  const width = Math.max(upper.cells.length, lower.cells.length)
  return Array.from({ length: width }, (_, place) => {
    const [above, below] = [textAt(upper, place), textAt(lower, place)]
    if (below === '') return above
    return over.has(place) ? `${over.get(place)} - ${below}` : below
  })
}

/**
 * How two rows may be one heading: `parted` where the lower does no more than part groups of the upper, as no row of
 * values does; `grouped` where the upper has groups over some columns of the lower; null where the upper is a title.
 */
export function pairing(upper: GridRow, lower: GridRow, spans: readonly Span[]): 'parted' | 'grouped' | null {
  const groups = groupsOf(upper, lower, spans)
  const wide = groups.filter(({ from, to }) => to > from)
  const isTitle = groups.length === 1 && groups[0]?.from === 0
  if (wide.length === 0 || isTitle) return null
  const isWithin = (place: number): boolean => wide.some(({ from, to }) => from <= place && place <= to)
  const filled = [...lower.cells.keys()].filter((place) => textAt(lower, place) !== '')
  return filled.length > 1 && filled.every(isWithin) ? 'parted' : 'grouped'
}
