import { readFileSync } from 'node:fs'
import { geoArea } from 'd3-geo'
import { describe, expect, it } from 'vitest'
import { positionsIn } from '../../../analytics/framework/outline.ts'
import { undo } from '../../../ingest/undo.ts'
import type { Store } from '../../../migrations/open.ts'
import { openData } from '../../open-data.ts'
import {
  asItIs,
  backwards,
  geoJson,
  neighbours,
  neighboursAs,
  parsedOutline,
  register,
  topoJson,
} from '../map-files.ts'
import { emptyHub, facts, hubWith, loadFile } from '../story.ts'

/** A hub whose schools lie in two districts. */
async function twoDistricts(): Promise<Store> {
  const store = await emptyHub()
  await loadFile(store, 'register.csv', register)
  return store
}

/** What a file of boundaries leaves in a hub with two districts, and what is said of it. */
async function load(content: string | Uint8Array, more: Parameters<typeof loadFile>[3] = {}) {
  const store = await twoDistricts()
  const outcome = await loadFile(store, 'boundaries.geojson', content, more)
  return { outcome, kept: await facts(store, 'boundary'), store }
}

const globe = 4 * Math.PI
const areaOf = (outline: unknown): number =>
  geoArea({ type: 'MultiPolygon', coordinates: parsedOutline(outline) as unknown as number[][][][] })

describe('boundaries', () => {
  it('are the same whichever way their lines run, and in either format', async () => {
    const [clockwise, counter, topology] = [
      await load(neighboursAs(asItIs)),
      await load(neighboursAs(backwards)),
      await load(topoJson()),
    ]
    expect(clockwise.outcome).toMatchObject({ kind: 'boundaries', new: 2, problems: [] })
    expect(clockwise.kept.map(({ district }) => district)).toEqual(['Northvale', 'Southmere'])
    expect(counter.kept).toEqual(clockwise.kept)
    expect(topology.kept).toEqual(clockwise.kept)
    const turned = '3 of 3 lines around areas ran counter-clockwise, and were turned round.'
    expect(counter.outcome.notes).toContain(turned)
    expect(clockwise.outcome.notes).not.toContain(turned)
    expect(topology.outcome.notes).toContain('Layers passed over, for another has more areas: "county".')
  })

  it('never fill the globe, as a polygon does whose line runs the wrong way', async () => {
    const wrong = {
      type: 'MultiPolygon',
      coordinates: neighbours['Southmere']!.map((rings) => rings.map((ring) => ring.toReversed())),
    }
    expect(geoArea(wrong as never)).toBeGreaterThan(globe * 0.99)
    const { kept } = await load(neighboursAs(backwards))
    for (const { outline } of kept) expect(areaOf(outline)).toBeLessThan(globe / 1000)
  })

  it('in eastings and northings are turned into degrees', async () => {
    const square = (east: number, north: number) => [
      [
        [
          [east, north],
          [east, north + 10_000],
          [east + 10_000, north + 10_000],
          [east + 10_000, north],
          [east, north],
        ],
      ],
    ]
    const { outcome, kept } = await load(geoJson([[{ LAD24CD: 'E07000902' }, square(640_000, 310_000)]]))
    expect(outcome.problems).toEqual([])
    expect(outcome.notes).toContain('Eastings and northings of the British National Grid were turned into degrees.')
    expect(outcome.notes).toContain('Districts without an outline, which no map can show: Northvale.')
    expect(kept).toMatchObject([{ district: 'Southmere', code: 'E07000902' }])
    expect(parsedOutline(kept[0]?.['outline'])[0]?.[0]?.[0]).toEqual([1.5454, 52.6346])
  })

  it('of other districts are left out, and those that cannot be drawn are a problem', async () => {
    const { outcome } = await load(
      geoJson([
        [{ name: 'NORTHVALE' }, neighbours['Northvale']],
        [{ name: 'Elsewhere' }, neighbours['Southmere']],
        [
          { name: 'Southmere' },
          [
            [
              [
                [0, 52],
                [0, 'NaN'],
                [1, 52],
                [0, 52],
              ],
            ],
          ],
        ],
      ]),
    )
    expect(outcome.notes).toContain('1 shape is no district of the hub: left out.')
    expect(outcome.problems).toMatchObject([{ row: 4, column: 'Outline', code: 'missing-value' }])
    const { outcome: none } = await load(geoJson([[{ name: 'Elsewhere' }, neighbours['Southmere']]]))
    expect(none.problems).toMatchObject([
      {
        code: 'unknown-district',
        found: 'Elsewhere',
        accepted: "send the outlines of the hub's districts: Northvale and Southmere",
      },
    ])
    const unready = await loadFile(await hubWith(), 'b.geojson', neighboursAs(asItIs))
    expect(unready.problems).toMatchObject([{ code: 'unknown-district' }])
  })

  it('say whom to thank: as is told beside the file, else as it says itself, else the Office for National Statistics', async () => {
    const said = async (also: object, more: { attribution?: string } = {}) =>
      (await load(neighboursAs(asItIs, { ...also }), more)).kept[0]?.['attribution']
    expect(await said({})).toContain('Open Government Licence v3.0')
    expect(await said({}, { attribution: 'Drawn by the hub' })).toBe('Drawn by the hub')
    expect(await said({ attribution: 'The county' })).toBe('The county')
    expect(await said({ attribution: 'The county' }, { attribution: 'Drawn by the hub' })).toBe('Drawn by the hub')
  })

  it('whose property of the name is called otherwise are read once a person says which it is', async () => {
    const shapes = Object.entries(neighbours).map(([name, at]) => [{ __proto__x: 1, ward: name }, at] as const)
    const asked = await load(geoJson(shapes))
    expect(asked.outcome.problems).toMatchObject([{ code: 'unknown-kind', found: 'Outline, __proto__x, ward' }])
    const columns = [
      { heading: 'Outline', means: 'Outline' },
      { heading: 'ward', means: 'District' },
    ]
    const { outcome } = await load(geoJson(shapes), { mappings: [{ kind: 'boundaries', columns }] })
    expect(outcome).toMatchObject({ new: 2, problems: [] })
  })

  it('are corrected by another file, change nothing twice, and can be undone', async () => {
    const { store, kept } = await load(neighboursAs(asItIs))
    expect(await loadFile(store, 'again.geojson', topoJson())).toMatchObject({
      new: 0,
      changed: 0,
      same: 2,
      receiptId: null,
    })
    const moved = neighboursAs((ring) => ring.map(([x, y]) => [x + 0.1, y]))
    const { receiptId } = await loadFile(store, 'moved.geojson', moved)
    expect(await facts(store, 'boundary')).not.toEqual(kept)
    const request = { hub: 'Northshire', by: 'test', now: '2026-01-11T09:00:00Z' }
    expect(await undo(store, { ...request, receiptId: receiptId ?? 0 })).toMatchObject({ takenOut: 2, givenBack: 2 })
    expect(await facts(store, 'boundary')).toEqual(kept)
  })

  it('with more positions than anyone sees are lightened, and neighbours still meet', async () => {
    const border = Array.from({ length: 5001 }, (_, at) => [at / 5000, 52 + Math.sin(at) / 500] as [number, number])
    const [above, below] = [
      [[...border, [1, 53], [0, 53], border[0]!]],
      [[...border.toReversed(), [0, 51], [1, 51], border.at(-1)!]],
    ]
    const { kept } = await load(
      geoJson([
        [{ name: 'Northvale' }, [above]],
        [{ name: 'Southmere' }, [below]],
      ]),
    )
    const [north, south] = kept.map(({ outline }) => parsedOutline(outline))
    for (const outline of [north!, south!]) expect(positionsIn(outline)).toBeLessThanOrEqual(800)
    const shared = new Set(south!.flat(2).map(String))
    expect(north!.flat(2).filter((position) => shared.has(String(position))).length).toBeGreaterThan(
      positionsIn(north!) - 6,
    )
  })

  it('of the real districts load in both formats, and none of them fills the globe', async () => {
    const files = ['boundaries/llr_ltla24.geojson', 'boundaries/eng_ltla24_utla23.topojson'].map(openData)
    for (const file of files) {
      if (file === null) continue
      const store = await emptyHub()
      const [head, row] = register.split('\n')
      const rows = ['Blaby', 'Leicester', 'Oadby and Wigston'].map((name, at) =>
        row!.replace('100001', `10000${at}`).replace('E07000901', '').replace('Northvale', name),
      )
      await loadFile(store, 'register.csv', [head, ...rows].join('\n'))
      expect(await loadFile(store, 'real.json', readFileSync(file))).toMatchObject({ new: 3, problems: [] })
      for (const { outline } of await facts(store, 'boundary')) expect(areaOf(outline)).toBeLessThan(globe / 100_000)
    }
  })
})
