import type { CriterionPlace, CriterionRating } from '../../analytics/evidence/facts.ts'
import type { Store } from '../../migrations/open.ts'
import { holding, readHolding } from './holding.ts'

/** How many URNs' ratings are read at a time: a country has millions of them. */
const urnsAtOnce = 500

const columns = ['urn', 'heldOn', 'strand', 'theme', 'level', 'number', 'judgement'] as const

/** How far criteria were met at meetings. Ratings of one criterion share the object that says its place. */
export async function readCriterionRatings(
  store: Store,
  hubId: number,
  version: number,
  wanted?: readonly number[],
): Promise<readonly CriterionRating[]> {
  const audited = holding(store, 'audit', hubId, version).select('urn').distinct().orderBy('urn')
  const urns = wanted ?? (await audited.execute()).map(({ urn }) => urn)
  const placeOf = sharedPlaces()
  const ratings: CriterionRating[] = []
  for (let at = 0; at < urns.length; at += urnsAtOnce) {
    const some = urns.slice(at, at + urnsAtOnce)
    for (const row of await readHolding(store, { hubId, version, urns: some }, 'criterionRating', columns)) {
      const { urn, heldOn, judgement } = row
      ratings.push({ urn, heldOn, judgement, place: placeOf(row) })
    }
  }
  return ratings
}

/** Gives one object for each place. */
function sharedPlaces(): (place: CriterionPlace) => CriterionPlace {
  const places = new Map<string, CriterionPlace>()
  return ({ strand, theme, level, number }) => {
    const name = [strand, theme, level, number].join('\n')
    const place = places.get(name) ?? { strand, theme, level, number }
    places.set(name, place)
    return place
  }
}
