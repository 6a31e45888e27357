import { isMark, type Figure } from '../../analytics/framework/mark.ts'

/** A whole number with a comma at the thousands: `1,234`. */
export const numberText = (value: number): string => value.toLocaleString('en-GB')

/** A figure as tables and charts write it: `1,234`, or its mark in square brackets, `[c]`. */
export const figureText = (figure: Figure): string => (isMark(figure) ? `[${figure}]` : numberText(figure))

/** A percentage with its one decimal, `12.5%`, or its mark in square brackets. */
export const percentText = (figure: Figure): string => (isMark(figure) ? `[${figure}]` : `${figure.toFixed(1)}%`)

/** Percentage points with their sign and one decimal, `+12.5` or `-3.0`, or the mark in square brackets. */
export const pointsText = (figure: Figure): string =>
  isMark(figure) ? `[${figure}]` : `${figure > 0 ? '+' : ''}${figure.toFixed(1)}`

/** A number of things in words: `1 school`, `1,234 schools`, `[c] schools`. */
export const countText = (figure: Figure, one: string, many = `${one}s`): string =>
  `${figureText(figure)} ${figure === 1 ? one : many}`
