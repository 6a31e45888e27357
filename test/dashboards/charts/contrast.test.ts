import { expect, it } from 'vitest'
import {
  absent,
  ink,
  levelStyles,
  movementStyles,
  palePaint,
  plain,
  quietInk,
  untold,
  type Style,
} from '../../../dashboards/charts/theme.ts'

/** Relative luminance. Source: WCAG 2.2. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
  const [r = 0, g = 0, b = 0] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

/** The darkest that lies behind a text: the lines of a hatch are grey. */
const behind = ({ fill }: Style): string => (fill === 'hatch' ? '#BFBFBF' : fill)

const styles: readonly Style[] = [
  ...Object.values(levelStyles),
  ...Object.values(movementStyles),
  plain,
  absent,
  untold,
]

it('is #767676 on white as WCAG says: 4.54 to 1', () => {
  expect(contrast('#767676', '#FFFFFF')).toBeCloseTo(4.54, 2)
})

it.each(styles)('what is written on $fill can be read', (style) => {
  expect(contrast(style.ink, behind(style))).toBeGreaterThanOrEqual(4.5)
})

it.each(styles)('the edge of $fill can be seen on white', ({ fill, outline }) => {
  expect(contrast(outline ?? fill, '#FFFFFF')).toBeGreaterThanOrEqual(3)
})

it('text and quiet text can be read on white and on every pale cell', () => {
  for (const paint of ['#FFFFFF', ...Object.values(palePaint)])
    for (const text of [ink, quietInk]) expect(contrast(text, paint)).toBeGreaterThanOrEqual(4.5)
})
