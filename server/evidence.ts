import { buildEvidence } from '../analytics/evidence/build.ts'
import type { Evidence } from '../analytics/evidence/evidence.ts'
import type { Store } from '../migrations/open.ts'
import { readFacts } from './queries/facts.ts'
import { findDataVersion, type Hub } from './queries/hub.ts'

/** Gives a hub's evidence at its newest data version; built again only when a load has changed it. */
export type EvidenceOf = (hub: Pick<Hub, 'id' | 'name'>) => Promise<Evidence>

/** The evidence of a store's hubs, kept in memory by hub. Two who ask at once wait for one building. */
export function evidenceKeeper(store: Store): EvidenceOf {
  const kept = new Map<number, { readonly version: number; readonly evidence: Promise<Evidence> }>()
  return async (hub) => {
    const version = await findDataVersion(store, hub.id)
    const known = kept.get(hub.id)
    if (known?.version === version) return known.evidence
    const evidence = readFacts(store, hub, version).then(buildEvidence)
    kept.set(hub.id, { version, evidence })
    evidence.catch(() => kept.delete(hub.id))
    return evidence
  }
}
