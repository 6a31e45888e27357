import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { Frame } from '../parts/frame.ts'
import type { Chart } from './chart.ts'

/** The picture as a file of its own (SVG), with its title, what it counts and its source written on it. */
export const standAlone = (
  chart: Chart,
  _answer: Disclosed<object, object>,
  _frame: Pick<Frame, 'hub' | 'choices'>,
): string => String(chart.svg)
