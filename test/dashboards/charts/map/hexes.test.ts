import { describe, expect, it } from 'vitest'
import { hexesFor } from '../../../../dashboards/charts/map/hexes.ts'
import type { Point, Polygons } from '../../../../dashboards/charts/map/ground.ts'

const middleOf = (polygons: Polygons): Point => {
  const ring = polygons[0]![0]!.slice(0, 6)
  return [ring.reduce((sum, [x]) => sum + x, 0) / 6, ring.reduce((sum, [, y]) => sum + y, 0) / 6]
}

const spiral = (count: number): readonly Point[] =>
  Array.from(
    { length: count },
    (_, at) => [Math.sin(at * 2.4) * Math.sqrt(at), Math.cos(at * 2.4) * Math.sqrt(at)] as const,
  )

describe('hexagons', () => {
  it.each([1, 2, 7, 40, 150])(
    'are one for each of %d places, of one size, none upon another, within the box',
    (count) => {
      const { areas, height } = hexesFor(spiral(count), 430, 460)
      const middles = areas.map(middleOf)
      const side = Math.hypot(areas[0]![0]![0]![0]![0] - middles[0]![0], areas[0]![0]![0]![0]![1] - middles[0]![1])
      expect(areas.length).toBe(count)
      for (const [at, [x, y]] of middles.entries())
        for (const [otherX, otherY] of middles.slice(at + 1))
          expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(side * 1.73)
      for (const [x, y] of areas.flat(3)) expect(x >= 0 && x <= 430 && y >= 0 && y <= height).toBe(true)
      expect(height).toBeLessThanOrEqual(460)
    },
  )

  it('stand about where their places lie: what is north stays above, what is east stays to the right', () => {
    const { areas } = hexesFor(
      [
        [0, -10],
        [10, 0],
        [0, 10],
        [-10, 0],
        [0, 0],
      ],
      430,
      460,
    )
    const [north, east, south, west] = areas.map(middleOf)
    expect(north![1]).toBeLessThan(south![1])
    expect(west![0]).toBeLessThan(east![0])
  })
})
