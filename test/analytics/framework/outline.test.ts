import { expect, test } from 'vitest'
import { positionsIn, turnOf, wound, type Ring } from '../../../analytics/framework/outline.ts'

const around: Ring = [
  [-1, 52],
  [-1, 53],
  [0, 53],
  [0, 52],
  [-1, 52],
]
const hole: Ring = [
  [-0.6, 52.4],
  [-0.6, 52.6],
  [-0.4, 52.6],
  [-0.4, 52.4],
  [-0.6, 52.4],
]

test('a line around an area runs clockwise and one around a hole the other way, however they ran before', () => {
  const right = [[around, hole.toReversed()]]
  for (const outer of [around, around.toReversed()])
    for (const inner of [hole, hole.toReversed()]) expect(wound([[outer, inner]])).toEqual(right)
  expect(wound(right)).toEqual(right)
})

test('the turn of a line is twice its area: below nothing where it runs clockwise', () => {
  expect(turnOf(around)).toBe(-2)
  expect(turnOf(around.toReversed())).toBe(2)
  expect(positionsIn([[around, hole]])).toBe(10)
})
