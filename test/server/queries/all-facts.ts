import type { Facts } from '../../../analytics/evidence/facts.ts'
import { themeSorter } from '../../../analytics/framework/theme-rule.ts'
import type { Store } from '../../../migrations/open.ts'
import { findDataVersion } from '../../../server/queries/hub.ts'
import { readHubFacts } from '../../../server/queries/hub-facts.ts'
import { readSchoolFacts } from '../../../server/queries/school-facts.ts'
import { readThemeRules } from '../../../server/queries/theme-rules.ts'

/** All that a hub knew at a data version, now if none is given, read at once as rows. */
export async function readFacts(
  store: Store,
  hub: { readonly id: number; readonly name: string },
  { at }: { readonly at?: number | undefined } = {},
): Promise<Facts> {
  const version = at ?? (await findDataVersion(store, hub.id))
  return {
    ...(await readHubFacts(store, hub, version)),
    ...(await readSchoolFacts(store, { hubId: hub.id, version }, themeSorter(readThemeRules()))),
  }
}
