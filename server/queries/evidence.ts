import { setImmediate as turn } from 'node:timers/promises'
import { gatherEvidence } from '../../analytics/evidence/build.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { themeSorter } from '../../analytics/framework/theme-rule.ts'
import type { Store } from '../../migrations/open.ts'
import type { Urns } from './holding.ts'
import { readHubFacts } from './hub-facts.ts'
import { readSchoolFacts } from './school-facts.ts'
import { readThemeRules } from './theme-rules.ts'

/** Of how many URNs facts are held as rows at a time: a country has millions of them. */
const urnsAtOnce = 200

/** Which evidence is wanted: of a data version, of all schools or of some URNs alone. */
interface Wanted {
  readonly at: number
  readonly urns?: readonly number[] | undefined
}

/**
 * The evidence of what a hub knew at a data version. Its facts are read a few schools at a time, each as one data
 * version has them, and between two readings others have their turn.
 */
export async function readEvidence(
  store: Store,
  hub: { readonly id: number; readonly name: string },
  { at: version, urns }: Wanted,
): Promise<Evidence> {
  const themeOf = themeSorter(readThemeRules())
  const { gathering, parts } = await begin(store, hub, { at: version, urns })
  for (const [at, part] of parts.entries()) {
    if (at > 0) await turn()
    gathering.add(await readSchoolFacts(store, { hubId: hub.id, version, urns: part }, themeOf))
  }
  return gathering.evidence()
}

/** A gathering that knows the register, whose rows are then held no more, and its URNs in parts. */
async function begin(store: Store, hub: { readonly id: number; readonly name: string }, { at, urns }: Wanted) {
  const facts = await readHubFacts(store, hub, at, urns)
  return { gathering: gatherEvidence(facts), parts: urns === undefined ? partsOf(facts.register) : [urns] }
}

function partsOf(register: readonly { readonly urn: number }[]): readonly Urns[] {
  const urns = Uint32Array.from(register, ({ urn }) => urn).toSorted()
  return Array.from({ length: Math.ceil(urns.length / urnsAtOnce) }, (_, part) => ({
    from: urns[part * urnsAtOnce]!,
    to: urns[Math.min((part + 1) * urnsAtOnce, urns.length) - 1]!,
  }))
}
