import type { ReturnFigure } from '../../analytics/returns/figures.ts'
import { figureText } from './number.ts'

/** Which part of an indicator a figure is, in words: `Leicester`, `Primary`, `Gender: girls`; blank for the whole. */
export function partText(of: string, councils: ReadonlyMap<string, string>): string {
  const [by = '', value = ''] = of.split('=')
  if (by === 'council') return councils.get(value) ?? value
  if (by === 'phase' || by === '') return value
  return `${by.charAt(0).toUpperCase()}${by.slice(1)}: ${value}`
}

/** What a figure was in the issue before, where that is not what it is now; null where it has not moved or is new. */
export function revisedFrom(figure: ReturnFigure, before: readonly ReturnFigure[] | null): ReturnFigure | null {
  const was = before?.find(({ indicator, of }) => indicator === figure.indicator && of === figure.of)
  if (was === undefined) return null
  return was.number === figure.number && was.denominator === figure.denominator ? null : was
}

/** That a figure was revised, and what it was: `[r] was 118 of 300`; null where it was not. */
export function revisedText(figure: ReturnFigure, before: readonly ReturnFigure[] | null): string | null {
  const was = revisedFrom(figure, before)
  if (was === null) return null
  return `[r] was ${figureText(was.number)}${was.denominator === 'z' ? '' : ` of ${figureText(was.denominator)}`}`
}
