/** A place on the earth in degrees: how far east it is, and how far north. */
export type Position = readonly [longitude: number, latitude: number]

/** A closed line: its last position is its first. */
export type Ring = readonly Position[]

/**
 * The outline of an area: its polygons, each the line around it, clockwise, and then the lines around its holes, the
 * other way round. Wound otherwise, a globe takes an area for all the rest of the earth.
 */
export type Outline = readonly (readonly Ring[])[]

/** The outline of one district, and to whom those who show it owe thanks. */
export interface Boundary {
  readonly district: string
  readonly outline: Outline
  readonly attribution: string
}

/** Twice the area within a ring in square degrees: above 0 where it runs counter-clockwise, below where clockwise. */
export function turnOf(ring: Ring): number {
  // Measured from the first position, for the products of whole coordinates would swallow a small ring's area.
  const [x0, y0] = ring[0] ?? [0, 0]
  return ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[at + 1] ?? [x0, y0]
    return sum + (x - x0) * (nextY - y0) - (nextX - x0) * (y - y0)
  }, 0)
}

/** The outline with every line running as it should, whichever way each ran before. */
export const wound = (outline: Outline): Outline =>
  outline.map((rings) => rings.map((ring, at) => (turnOf(ring) > 0 === (at === 0) ? ring.toReversed() : ring)))

/** How many positions an outline has. */
export const positionsIn = (outline: Outline): number => outline.flat().reduce((sum, ring) => sum + ring.length, 0)
