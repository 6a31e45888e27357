import { expect, test } from 'vitest'
import { placeOnGrid } from '../../../analytics/framework/national-grid.ts'

test('a place on the grid is where the Ordnance Survey says: its worked example, Caister water tower', () => {
  const [longitude, latitude] = placeOnGrid(651_409.903, 313_177.27)
  expect(longitude).toBeCloseTo(1.716_07, 4)
  expect(latitude).toBeCloseTo(52.657_98, 4)
})

test('a step on the grid is a step on the ground, wherever it is taken', () => {
  for (const [easting, northing] of [
    [400_000, 100_000],
    [150_000, 20_000],
    [650_000, 300_000],
    [250_000, 1_000_000],
  ] as const) {
    const [[west, south], [east, north]] = [placeOnGrid(easting, northing), placeOnGrid(easting + 300, northing + 400)]
    const metres = Math.hypot((east - west) * 111_320 * Math.cos((south * Math.PI) / 180), (north - south) * 111_250)
    expect(metres / 500).toBeCloseTo(1, 2)
  }
})
