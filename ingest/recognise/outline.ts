import {
  positionsIn,
  turnOf,
  wound,
  type Outline,
  type Position,
  type Ring,
} from '../../analytics/framework/outline.ts'
import type { ReadCell } from './reading.ts'

/** More positions than these nobody sees on a page. */
const most = 800
/** The finest step positions are rounded to, in degrees: ten metres or so. */
const finest = 0.0001

const isDegree = (told: unknown, most: number): told is number => typeof told === 'number' && Math.abs(told) <= most

const isPosition = (told: unknown): told is Position =>
  Array.isArray(told) && told.length >= 2 && isDegree(told[0], 180) && isDegree(told[1], 90)

const isRing = (told: unknown): told is Ring => Array.isArray(told) && told.length >= 4 && told.every(isPosition)

const isOutline = (told: unknown): told is Outline =>
  Array.isArray(told) &&
  told.length > 0 &&
  told.every((rings) => Array.isArray(rings) && rings.length > 0 && rings.every(isRing))

/** Whether the middle one of three positions lies on the line between the others. */
const isBetween = ([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): boolean =>
  (bx - ax) * (cy - ay) === (cx - ax) * (by - ay)

/** The ring with positions counted in whole steps, those that then say nothing left out. */
function stepped(ring: Ring, step: number): Ring {
  const counted = ring.map(([x, y]) => [Math.round(x / step), Math.round(y / step)] as const)
  const unlike = counted.filter(([x, y], at) => {
    const before = counted[at - 1]
    return before === undefined || before[0] !== x || before[1] !== y
  })
  return unlike.filter(
    (position, at) => at === 0 || at === unlike.length - 1 || !isBetween(unlike[at - 1]!, position, unlike[at + 1]!),
  )
}

/**
 * The outline on a grid of steps. Neighbours share their positions, and those are rounded alike, so no gap opens
 * between them. What is smaller than a step goes.
 */
function rounded(outline: Outline, step: number): Outline {
  const digits = Math.max(0, Math.ceil(-Math.log10(step)))
  const back = (count: number): number => Number((count * step).toFixed(digits))
  return outline.flatMap((rings) => {
    const [outer, ...holes] = rings.map((ring) => stepped(ring, step))
    if (outer === undefined || turnOf(outer) === 0) return []
    const kept = [outer, ...holes.filter((hole) => turnOf(hole) !== 0)]
    return [kept.map((ring) => ring.map(([x, y]) => [back(x), back(y)] as const))]
  })
}

/** The outline rounded just so far that it has few enough positions. */
function simplified(outline: Outline): Outline {
  let [step, found] = [finest, rounded(outline, finest)]
  while (positionsIn(found) > most) {
    step *= 2
    found = rounded(outline, step)
  }
  return found
}

const accepted = 'use polygons of longitudes and latitudes, as a GeoJSON or TopoJSON file has them'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The polygons of a shape as JSON in degrees, lightened for a page, every line running as it should. */
export const outline: ReadCell<string> = (text) => {
  const told = parsed(text)
  if (!isOutline(told)) return { problem: 'unreadable-outline', accepted }
  const found = simplified(told)
  return found.length === 0 ? { problem: 'unreadable-outline', accepted } : { value: JSON.stringify(wound(found)) }
}
