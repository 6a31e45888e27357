import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import { placeName } from '../../../analytics/evidence/judgements.ts'
import { byName } from '../../../analytics/framework/by-name.ts'
import { levels } from '../../../analytics/framework/level.ts'
import { strands } from '../../../analytics/framework/strand.ts'

/** The criteria by their places in the tool, with their wording and codes: all frameworks of these facts have the same. */
export function byPlace({ criteria, places }: Evidence) {
  const wording = new Map(criteria.map(({ criterion, ...place }) => [placeName(place), criterion]))
  return places
    .map((place, code) => ({ code, place, criterion: wording.get(placeName(place)) ?? '' }))
    .toSorted(
      ({ place: a }, { place: b }) =>
        strands.indexOf(a.strand) - strands.indexOf(b.strand) ||
        byName(a.theme, b.theme) ||
        levels.indexOf(a.level) - levels.indexOf(b.level) ||
        a.number - b.number,
    )
}
