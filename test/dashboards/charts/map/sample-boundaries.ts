import { readFileSync } from 'node:fs'
import { wound, type Boundary, type Outline } from '../../../../analytics/framework/outline.ts'

interface Feature {
  readonly properties: { readonly name: string }
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: Outline[number] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: Outline }
}

const file = new URL('../../../../fixtures/sample-boundaries.geojson', import.meta.url)

/** The boundaries of the sample county, as they are once they are loaded. */
export const sampleBoundaries: readonly Boundary[] = (
  JSON.parse(readFileSync(file, 'utf8')) as { readonly features: readonly Feature[] }
).features.map(({ properties: { name }, geometry }) => ({
  district: name,
  outline: wound(geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates),
  attribution: 'Boundaries of an invented county.',
}))
