import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept } from '../evidence/kept.ts'
import { everyone, type Grouping } from '../evidence/ledger.ts'
import { phases, type Phase } from '../framework/phase.ts'

export const byPhase: Grouping = {
  size: () => phases.length,
  groups: ({ urns }) => numbersOf(urns, 'phase'),
}

const byCouncil: Grouping = {
  size: ({ urns }) => wordsOf(urns, 'la').length,
  groups: ({ urns }) => codesOf(urns, 'la'),
}

export const byDistrict: Grouping = {
  size: ({ urns }) => wordsOf(urns, 'district').length,
  groups: ({ urns }) => codesOf(urns, 'district'),
}

/** Each phase of each group apart. */
const withPhase = (grouping: Grouping): Grouping => ({
  size: (evidence) => grouping.size(evidence) * phases.length,
  groups: (evidence) => {
    const [groups, phase] = [grouping.groups(evidence), numbersOf(evidence.urns, 'phase')]
    return Uint32Array.from(phase, (code, urn) => groups[urn]! * phases.length + code)
  },
})

const [byCouncilAndPhase, byDistrictAndPhase] = [withPhase(byCouncil), withPhase(byDistrict)]

/** One group of a grouping. */
export interface Group {
  readonly grouping: Grouping
  /** -1 for a place that the hub has no URN in. */
  readonly group: number
}

/** The group of all URNs of a phase, of a council or of a district, or of all; null for a council and a district. */
export function groupOf(
  evidence: Evidence,
  { council, district, phase }: { readonly council?: string; readonly district?: string; readonly phase?: Phase },
): Group | null {
  if (council !== undefined && district !== undefined) return null
  const code = phase === undefined ? 0 : phases.indexOf(phase)
  if (council === undefined && district === undefined)
    return phase === undefined ? { grouping: everyone, group: 0 } : { grouping: byPhase, group: code }
  const place = council === undefined ? placeOf(evidence, 'district', district ?? '') : placeOf(evidence, 'la', council)
  const [alone, phased] = council === undefined ? [byDistrict, byDistrictAndPhase] : [byCouncil, byCouncilAndPhase]
  if (phase === undefined) return { grouping: alone, group: place }
  return { grouping: phased, group: place === -1 ? -1 : place * phases.length + code }
}

/** The code of a place by its name, -1 for one that is not there. */
export const placeOf = ({ urns }: Evidence, column: 'la' | 'district', name: string): number =>
  kept(urns, column, () => new Map(wordsOf(urns, column).map((word, code) => [word, code]))).get(name) ?? -1
