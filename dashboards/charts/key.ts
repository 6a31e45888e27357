import type { Layout } from './drawing.ts'
import { widthOf, type Canvas, type Style } from './theme.ts'

const swatch = 14

/** What the fills mean, in their order, on as many lines as it takes. */
export function keyOf(canvas: Canvas, entries: readonly { readonly label: string; readonly style: Style }[]): Layout {
  const line = canvas.small + 10
  const widest = Math.max(...entries.map(({ label }) => widthOf(label, canvas.small)))
  const columns = Math.max(1, Math.floor(canvas.width / (widest + swatch + 22)))
  const step = canvas.name === 'narrow' ? canvas.width / columns : undefined
  let [x, row] = [0, 0]
  const placed = entries.map((entry) => {
    const width = step ?? swatch + 6 + widthOf(entry.label, canvas.small) + 16
    if (x > 0 && x + width > canvas.width + 1) [x, row] = [0, row + 1]
    const at = { ...entry, x, y: row * line }
    x += width
    return at
  })
  return {
    boxes: placed.map(({ style, x, y }) => ({ x1: x + 0.5, x2: x + swatch, y1: y + 0.5, y2: y + swatch, style })),
    words: placed.map(({ label, x, y }) => ({
      x: x + swatch + 6,
      y: y + swatch / 2 + 0.5,
      text: label,
      size: canvas.small,
    })),
    height: (row + 1) * line + 12,
  }
}
