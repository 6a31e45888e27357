import { placeOnGrid } from '../../analytics/framework/national-grid.ts'
import type { Boundary, Outline, Position } from '../../analytics/framework/outline.ts'
import type { Store } from '../../migrations/open.ts'
import { readHolding } from './holding.ts'

/** Where a hub's districts lie, as was known at a data version, by name. */
export async function listBoundaries(store: Store, hubId: number, version: number): Promise<readonly Boundary[]> {
  const rows = await readHolding(store, { hubId, version }, 'boundary', ['district', 'outline', 'attribution'])
  return rows
    .map(({ district, outline, attribution }) => ({ district, outline: JSON.parse(outline) as Outline, attribution }))
    .toSorted((a, b) => (a.district < b.district ? -1 : 1))
}

/** Where the register says schools are, by URN; those of which it says nothing are left out. */
export async function listPlaces(store: Store, hubId: number, version: number): Promise<ReadonlyMap<number, Position>> {
  const rows = await readHolding(store, { hubId, version }, 'registerSchool', ['urn', 'easting', 'northing'])
  return new Map(
    rows.flatMap(({ urn, easting, northing }) =>
      easting === null || northing === null || easting === 0 ? [] : [[urn, placeOnGrid(easting, northing)] as const],
    ),
  )
}
