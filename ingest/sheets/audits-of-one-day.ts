import { listed, type Note } from '../note.ts'
import type { Known } from './known.ts'
import type { SheetRow } from './sheet.ts'

/** Notes on audits of one school on one day under several of its URNs: only that of the higher URN speaks. */
export function auditsOfOneDay(rows: readonly SheetRow[], { current, schools }: Known): readonly Note[] {
  const keyOf = (urn: number, heldOn: string): string => `${schools.schoolOf(urn)} ${heldOn}`
  const urns = new Map<string, Set<number>>()
  const add = (urn: number, heldOn: string): void => {
    const key = keyOf(urn, heldOn)
    urns.set(key, (urns.get(key) ?? new Set()).add(urn))
  }
  const told = rows.flatMap(({ row, facts }) =>
    facts
      .filter(({ table }) => table === 'audit')
      .map(({ key }) => ({ row, urn: Number(key['urn']), heldOn: String(key['heldOn']) })),
  )
  for (const { urn, heldOn } of current.audit.values()) add(urn, heldOn)
  for (const { urn, heldOn } of told) add(urn, heldOn)
  return told.flatMap(({ row, urn, heldOn }) => {
    const others = [...(urns.get(keyOf(urn, heldOn)) ?? [])].filter((other) => other !== urn)
    if (others.length === 0) return []
    const text = `its school has another audit on ${heldOn}, under URN ${listed(others)}: the higher URN counts`
    return [{ row, column: 'Meeting date', text }]
  })
}
