import { expect, it } from 'vitest'
import { apart, dotAt } from '../../../../dashboards/charts/map/dots.ts'

it('dots of one place stand beside each other, none upon another and none far away', () => {
  const points = apart(
    Array.from({ length: 200 }, () => [100, 100] as const),
    10,
  )
  expect(new Set(points.map(String)).size).toBe(200)
  for (const [x, y] of points) expect(Math.hypot(x - 100, y - 100)).toBeLessThan(100)
  expect(apart([[3, 4]], 10)).toEqual([[0, 0]])
})

it('dots of unlike forms are unlike without their colour', () => {
  const corners = (['circle', 'diamond', 'square'] as const).map((form) => JSON.stringify(dotAt([0, 0], form, 5)))
  expect(new Set(corners).size).toBe(3)
})
