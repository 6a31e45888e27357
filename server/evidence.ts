import type { Evidence } from '../analytics/evidence/evidence.ts'
import type { Store } from '../migrations/open.ts'
import { countErasures } from './queries/erasures.ts'
import { readEvidence } from './queries/evidence.ts'
import type { Hub } from './queries/hub.ts'

/**
 * Gives a hub's evidence at its newest data version, as the hub was read just now, built again only when a load has
 * changed it; or at an earlier one, as it stood then.
 */
export type EvidenceOf = (hub: Hub, at?: number) => Promise<Evidence>

/** How many earlier versions are kept in memory, and of hubs of how many schools at most. */
const [mostKept, mostSchools] = [16, 5000]

/** What is done with evidence that was just built, as long as it is the newest. */
type WhenBuilt = (evidence: Evidence, isNewest: () => boolean) => void

/** The evidence of a store's hubs, kept in memory by hub. Two who ask at once wait for one building. */
export function evidenceKeeper(store: Store, whenBuilt: WhenBuilt = () => {}): EvidenceOf {
  const kept = new Map<number, { readonly version: number; readonly evidence: Promise<Evidence> }>()
  const past = new Map<string, Promise<Evidence>>()
  const looked = new Map<number, { readonly version: number; readonly erasures: number }>()
  /** What was taken out of words, which makes a data version, is not kept in memory of earlier ones either. */
  const dropErased = async ({ id, dataVersion: version }: Hub): Promise<void> => {
    const before = looked.get(id)
    if (before?.version === version) return
    const erasures = await countErasures(store, id)
    if (before?.erasures !== erasures) for (const key of past.keys()) if (key.startsWith(`${id} `)) past.delete(key)
    looked.set(id, { version, erasures })
  }
  return async (hub, at) => {
    const version = hub.dataVersion
    await dropErased(hub)
    if (at !== undefined && at !== version) return pastEvidence(store, past, hub, at)
    const known = kept.get(hub.id)
    if (known?.version === version) return known.evidence
    const evidence = readEvidence(store, hub, { at: version })
    kept.set(hub.id, { version, evidence })
    evidence
      .then((built) => whenBuilt(built, () => kept.get(hub.id)?.version === version))
      .catch(() => kept.delete(hub.id))
    return evidence
  }
}

/** A hub's evidence as it stood at a data version, which does not change; the last asked for are kept. */
async function pastEvidence(
  store: Store,
  past: Map<string, Promise<Evidence>>,
  hub: Pick<Hub, 'id' | 'name'>,
  version: number,
): Promise<Evidence> {
  const key = `${hub.id} ${version}`
  const evidence = past.get(key) ?? readEvidence(store, hub, { at: version })
  past.delete(key)
  past.set(key, evidence)
  for (const oldest of [...past.keys()].slice(0, -mostKept)) past.delete(oldest)
  evidence.then(({ schools }) => schools.numRows > mostSchools && past.delete(key)).catch(() => past.delete(key))
  return evidence
}
