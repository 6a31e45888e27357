import type { Boundary } from '../../../analytics/framework/outline.ts'

/** To whom those who show boundaries owe thanks, each once. */
export const thanksFor = (boundaries: readonly Boundary[]): string =>
  [...new Set(boundaries.map(({ attribution }) => attribution))].join(' ')
