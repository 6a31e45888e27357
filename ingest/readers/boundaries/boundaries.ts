import { turnOf, type Outline } from '../../../analytics/framework/outline.ts'
import type { Note } from '../../note.ts'
import type { GridRow, Grids } from '../grid.ts'
import { inDegrees, polygonsOf, systemOf } from './coordinates.ts'
import { featuresOf } from './features.ts'
import { readJson } from './json.ts'
import { limits } from './limits.ts'
import { fieldOf } from './told.ts'
import { damaged, problemOfUnreadable, tooLarge, Unreadable } from './unreadable.ts'

/** The heading under which a shape stands: its polygons as JSON. */
const heading = 'Outline'

const textOf = (told: unknown): string =>
  typeof told === 'string' || typeof told === 'number' ? String(told).slice(0, limits.text) : ''

const note = (text: string): Note => ({ row: null, column: null, text })

/** The properties of a shape in words, by their names. */
const propertiesOf = (feature: unknown): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(fieldOf(feature, 'properties') ?? {})
      .filter(([name]) => name.trim().toLowerCase() !== heading.toLowerCase())
      .map(([name, told]) => [name.slice(0, limits.text), textOf(told)]),
  )

/** How the lines around areas run, where some do not run clockwise. */
function windingNote(outlines: readonly Outline[]): readonly Note[] {
  const around = outlines.flat().flatMap(([outer]) => (outer === undefined ? [] : [outer]))
  const turned = around.filter((ring) => turnOf(ring) > 0).length
  return turned === 0
    ? []
    : [note(`${turned} of ${around.length} lines around areas ran counter-clockwise, and were turned round`)]
}

/** The shapes as rows: each property a column, and its outline. Rows are numbered as in a sheet, the names in row 1. */
function rowsOf(
  features: readonly unknown[],
  outlines: readonly (Outline | null)[],
  also: ReadonlyMap<string, string>,
) {
  const properties = features.map((feature) => new Map([...propertiesOf(feature), ...also]))
  const names = [...new Set(properties.flatMap((each) => [...each.keys()]))]
  if (names.length > limits.properties) throw tooLarge(`${names.length} properties`)
  const rows = features.map((_, at): GridRow => {
    const outline = outlines[at] ?? null
    const cells = [
      outline === null ? '' : JSON.stringify(outline),
      ...names.map((name) => properties[at]?.get(name) ?? ''),
    ]
    return { row: at + 2, cells }
  })
  return [{ row: 1, cells: [heading, ...names] }, ...rows]
}

/** What a file says of all its shapes together: to whom those who show them owe thanks. */
function attributionOf(told: unknown): ReadonlyMap<string, string> {
  const attribution = textOf(fieldOf(told, 'attribution'))
  return new Map(attribution === '' ? [] : [['Attribution', attribution]])
}

function gridsOf(bytes: Uint8Array): Grids {
  const told = readJson(bytes)
  const { features, passedOver } = featuresOf(told)
  if (features.length > limits.shapes) throw tooLarge(`${features.length} shapes`)
  const found = features.map(polygonsOf)
  const areas = found.filter((outline) => outline !== null)
  if (areas.length === 0) throw damaged('a map without any area')
  const system = systemOf(areas)
  const outlines = found.map((outline) => (outline === null ? null : inDegrees(outline, system)))
  const notes = [
    ...(system === 'degrees'
      ? []
      : [note('Eastings and northings of the British National Grid were turned into degrees')]),
    ...windingNote(outlines.filter((outline) => outline !== null)),
    ...(passedOver.length === 0
      ? []
      : [note(`Layers passed over, for another has more areas: ${passedOver.map((name) => `"${name}"`).join(', ')}`)]),
  ]
  const rows = rowsOf(features, outlines, attributionOf(told))
  return { grids: [{ sheet: null, rows, notes, problems: [], remarks: [], faults: [] }], notes: [], problems: [] }
}

/** The shapes of a GeoJSON or TopoJSON file as rows, or why it cannot be read. */
export function readBoundaries(bytes: Uint8Array): Grids {
  try {
    return gridsOf(bytes)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { grids: [], notes: [], problems: [problemOfUnreadable(error)] }
  }
}
