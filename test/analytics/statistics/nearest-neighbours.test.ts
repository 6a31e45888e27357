import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nearestNeighbours, type Points } from '../../../analytics/statistics/nearest-neighbours.ts'
import { diceOf } from '../../../fixtures/dice.ts'
import { runs } from '../../runs.ts'

/** The neighbours of a point by comparing it with every other. */
function plainly(points: Points, count: number, point: number): readonly number[] {
  const squared = (other: number): number =>
    points.reduce((sum, axis) => sum + (axis[other]! - axis[point]!) * (axis[other]! - axis[point]!), 0)
  return [...points[0].keys()]
    .filter((other) => other !== point)
    .map((other) => ({ other, distance: squared(other) }))
    .toSorted((a, b) => a.distance - b.distance || a.other - b.other)
    .slice(0, count)
    .map(({ other }) => other)
}

const pointsOf = (rows: readonly (readonly [number, number, number])[]): Points =>
  [0, 1, 2].map((axis) => Float64Array.from(rows, (row) => row[axis]!)) as unknown as Points

/** The neighbours of every point. */
const neighboursIn = (points: Points, of: (point: number) => Iterable<number>) =>
  Array.from(points[0].keys(), (point) => [...of(point)])

const found = (points: Points, count: number) => neighboursIn(points, nearestNeighbours(points, count))
const compared = (points: Points, count: number) => neighboursIn(points, (point) => plainly(points, count, point))

it('finds the nearest first, and of those equally near the lower number', () => {
  const neighboursOf = nearestNeighbours(pointsOf([0, 1, 3, 2].map((x) => [x, 0, 0])), 2)
  expect([...neighboursOf(1)]).toEqual([0, 3])
  expect([...neighboursOf(2)]).toEqual([3, 1])
})

it('finds none of one point, and all others where fewer are there than asked for', () => {
  expect([...nearestNeighbours(pointsOf([[0, 0, 0]]), 30)(0)]).toEqual([])
  expect([
    ...nearestNeighbours(
      pointsOf([
        [0, 0, 0],
        [1, 1, 1],
      ]),
      30,
    )(0),
  ]).toEqual([1])
})

it('finds what comparing with every point finds, where few places make many ties', () => {
  const place = fc.integer({ min: 0, max: 4 })
  const some = fc.array(fc.tuple(place, place, place), { minLength: 1, maxLength: 150 })
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 40 }), (rows, count) => {
      expect(found(pointsOf(rows), count)).toEqual(compared(pointsOf(rows), count))
    }),
    { numRuns: runs(40) },
  )
})

it('finds what comparing with every point finds, wherever the points are', () => {
  const place = fc.double({ noNaN: true, min: -1e3, max: 1e3 })
  const some = fc.array(fc.tuple(place, place, place), { minLength: 1, maxLength: 150 })
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 40 }), (rows, count) => {
      expect(found(pointsOf(rows), count)).toEqual(compared(pointsOf(rows), count))
    }),
    { numRuns: runs(40) },
  )
})

it('finds them among many points too, some on top of each other', () => {
  const dice = diceOf(1, 'neighbours')
  const points = pointsOf(
    Array.from({ length: 400 }, () => [Math.round(60 * dice()), dice() ** 3, Math.round(9 * dice())]),
  )
  expect(found(points, 30)).toEqual(compared(points, 30))
})
