/** The colours of text: what matters most, and what stands back. Both can be read on white. */
export const ink = '#0B0C0C'
export const quietInk = '#595959'

/** How a box is filled, what is written on it, and its outline where the fill is too light to have an edge. */
export interface Style {
  /** A colour, or `hatch`. */
  readonly fill: string
  readonly ink: string
  readonly outline: string | null
}

const light = (fill: string): Style => ({ fill, ink, outline: ink })
const dark = (fill: string): Style => ({ fill, ink: '#FFFFFF', outline: null })

/** Focusing to Enhancing, light to dark, by the columns of the measures. Colour never says a level alone. */
export const levelStyles = {
  focusing: light('#BFBFBF'),
  developing: light('#6BACE6'),
  establishing: dark('#2073BC'),
  enhancing: dark('#12436D'),
} as const

/** Blue for up and orange for down: apart for colour-blind people too, and neither is praise or blame. */
export const movementStyles = {
  up: dark('#12436D'),
  same: light('#BFBFBF'),
  down: light('#F46A25'),
} as const

/** Pale forms of the movements, for cells that carry a number each. */
export const palePaint = { up: '#D2E2F1', same: '#E6E6E6', down: '#FCDCCB', none: '#FFFFFF' } as const

/** What is known to be missing: white where there is nothing yet, hatched where it cannot be told. */
export const absent: Style = { fill: '#FFFFFF', ink, outline: quietInk }
export const untold: Style = { fill: 'hatch', ink, outline: quietInk }

/** The one bar that matters, and the track it runs on. */
export const plain: Style = dark('#12436D')
export const track: Style = { fill: '#F3F3F3', ink, outline: null }

/** A size at which a chart is drawn. Text is 12 px or more where it is shown at that size. */
export interface Canvas {
  readonly name: 'wide' | 'narrow'
  readonly width: number
  readonly text: number
  readonly small: number
}

export const wide: Canvas = { name: 'wide', width: 720, text: 15, small: 13 }
export const narrow: Canvas = { name: 'narrow', width: 290, text: 14, small: 12.5 }

/** About how wide a text is, in pixels, in Arial and its like. */
export const widthOf = (text: string, size: number): number => text.length * size * 0.56
