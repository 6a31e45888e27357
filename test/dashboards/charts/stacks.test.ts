import { expect, it } from 'vitest'
import { stacksOf } from '../../../dashboards/charts/stacks.ts'
import { narrow, wide, widthOf } from '../../../dashboards/charts/theme.ts'

const title = 'Leadership and Management, at Establishing (Sample audit tool 2018)'
const stacks = [{ title, parts: [], note: null }]

it('a long title over bars is broken where the picture ends, and takes the room it needs', () => {
  const [near, far] = [stacksOf(narrow, 1, false, stacks), stacksOf(wide, 1, false, stacks)]
  expect(far.words.map(({ text }) => text)).toEqual([title])
  expect(near.words.map(({ text }) => text).join(' ')).toBe(title)
  for (const { text, size } of near.words) expect(widthOf(text, size)).toBeLessThanOrEqual(narrow.width)
  expect(near.words.length).toBeGreaterThan(1)
  expect(near.height).toBeGreaterThan(far.height)
})
