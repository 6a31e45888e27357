import { describe, expect, it } from 'vitest'
import type { Outline } from '../../../../analytics/framework/outline.ts'
import { groundOf, type Polygons } from '../../../../dashboards/charts/map/ground.ts'
import { roomIn } from '../../../../dashboards/charts/map/room.ts'
import { sampleBoundaries } from './sample-boundaries.ts'

const outlines = sampleBoundaries.map(({ outline }) => outline)

const pointsOf = (areas: readonly Polygons[]) => areas.flat(3)

/** The area of polygons in square pixels. */
const areaOf = (polygons: Polygons): number =>
  polygons.flat().reduce((sum, ring) => {
    const twice = ring.reduce(
      (all, [x, y], at) => all + x * (ring[at + 1] ?? ring[0]!)[1] - (ring[at + 1] ?? ring[0]!)[0] * y,
      0,
    )
    return sum + Math.abs(twice) / 2
  }, 0)

describe('the ground of a map', () => {
  it('fits its box, and is no higher than it needs to be', () => {
    const { areas, height } = groundOf(outlines, 430, 460)
    const points = pointsOf(areas)
    expect(Math.min(...points.map(([x]) => x))).toBeGreaterThanOrEqual(0)
    expect(Math.max(...points.map(([x]) => x))).toBeLessThanOrEqual(430)
    expect(Math.min(...points.map(([, y]) => y))).toBeGreaterThanOrEqual(0)
    expect(Math.max(...points.map(([, y]) => y))).toBeLessThanOrEqual(height)
    expect(height).toBeLessThanOrEqual(460)
  })

  it('leaves no gap between neighbours and covers none of them twice', () => {
    const { areas, height } = groundOf(outlines, 430, 460)
    const sum = areas.reduce((all, area) => all + areaOf(area), 0)
    expect(sum / (430 * height)).toBeGreaterThan(0.5)
    expect(sum / (430 * height)).toBeLessThan(0.9)
    const edges = new Map<string, number>()
    for (const ring of areas.flat(2))
      for (const [at, point] of ring.slice(0, -1).entries()) {
        const edge = [String(point), String(ring[at + 1])].toSorted().join(' ')
        edges.set(edge, (edges.get(edge) ?? 0) + 1)
      }
    expect(Math.max(...edges.values())).toBe(2)
    expect([...edges.values()].filter((count) => count === 2).length).toBeGreaterThan(60)
  })

  it('places what lies in a district within it, north above and east to the right', () => {
    const { at } = groundOf(outlines, 430, 460)
    const [[westX], [eastX], [, northY], [, southY]] = [
      at([0.3, 54.5]),
      at([0.6, 54.5]),
      at([0.4, 54.7]),
      at([0.4, 54.4]),
    ]
    expect(westX).toBeLessThan(eastX)
    expect(northY).toBeLessThan(southY)
  })

  it('of very fine outlines is light enough for a page', () => {
    const wavy = (west: number): Outline => [
      [
        [
          ...Array.from(
            { length: 799 },
            (_, at) => [west + Math.sin(at / 127) / 9 + Math.sin(at * 7) / 90, 52 + Math.cos(at / 127) / 9] as const,
          ),
          [west, 52 + 1 / 9],
        ],
      ],
    ]
    const { areas } = groundOf(
      [0, 1, 2, 3, 4, 5, 6].map((at) => wavy(at / 5)),
      430,
      460,
    )
    expect(pointsOf(areas).length).toBeLessThanOrEqual(2500)
  })

  it('is nothing where there is nothing to draw', () => {
    expect(groundOf([], 430, 460)).toMatchObject({ areas: [], height: 0 })
  })
})

describe('the room for words', () => {
  it('is in the widest part of an area, and never in its holes or outside it', () => {
    const square = (x: number, y: number, size: number) =>
      [
        [x, y],
        [x + size, y],
        [x + size, y + size],
        [x, y + size],
        [x, y],
      ] as const
    expect(roomIn([[square(0, 0, 100)]], 20)).toMatchObject({ x: 50, width: 100 })
    const hole = [
      [30, 2],
      [95, 2],
      [95, 98],
      [30, 98],
      [30, 2],
    ] as const
    expect(roomIn([[square(0, 0, 100), hole]], 20)).toMatchObject({ x: 15, width: 30 })
    expect(roomIn([[square(0, 0, 10)]], 20)).toBeNull()
  })
})
