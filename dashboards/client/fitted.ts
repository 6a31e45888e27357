import type { VisualizationSpec } from 'vega-embed'

/** A view of a specification, as far as it is changed here. */
interface View {
  readonly width?: number
  readonly height?: unknown
  readonly mark?: object
  readonly projection?: object
  readonly encoding?: { readonly x?: object; readonly y?: { readonly type?: string } }
}

/** A specification of views one below the other. */
export type Linked = VisualizationSpec & { readonly vconcat: readonly View[] }

/** From this width on the views are as they are told, with the names of bars beside them. */
const roomy = 760

/** Room for the numbers beside the bars that stand. */
const forNumbers = 56

/** A view as wide as a phone: names stand above their bars, and an axis has few numbers. */
function narrow(view: View, room: number): View {
  const { encoding, mark, projection } = view
  const width = room - forNumbers
  if (projection !== undefined) return { ...view, width, height: width * 0.8 }
  if (encoding?.y?.type !== 'nominal') {
    const x = { ...encoding?.x, axis: { labelAngle: -40, labelLimit: 90 } }
    return { ...view, width, encoding: { ...encoding, x } }
  }
  const above = { labelAlign: 'left', labelOffset: -19, labelPadding: 0, labelLimit: room, ticks: false, domain: false }
  const y = { ...encoding.y, axis: above }
  const x = { ...encoding.x, axis: { tickCount: 4, format: '%' } }
  return { ...view, width, height: { step: 46 }, mark: { ...mark, size: 18 }, encoding: { ...encoding, x, y } }
}

/** A text in lines of about so many letters. */
function inLines(text: string, letters: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && longer.length <= letters) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** The same with every long title in lines. */
function withShortTitles(part: unknown, letters: number): unknown {
  if (Array.isArray(part)) return part.map((each) => withShortTitles(each, letters))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      typeof value === 'string' && value.length > letters && /^(?:title|text|subtitle)$/.test(key)
        ? inLines(value, letters)
        : withShortTitles(value, letters),
    ]),
  )
}

/** The views fitted to the room there is. */
export function fitted(spec: Linked, room: number): Linked {
  if (room >= roomy) return spec
  const legend = { labelFontSize: 13, titleFontSize: 13, orient: 'top', columns: 2, gradientLength: 160 }
  const views = spec.vconcat.map((view) => withShortTitles(narrow(view, room), Math.floor(room / 8)))
  return { ...spec, config: { ...spec.config, legend }, vconcat: views } as Linked
}
