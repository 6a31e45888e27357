import { countUse, rememberMapping } from '../mapping/remember.ts'
import type { Trx } from './known.ts'
import type { SheetFile } from './read.ts'

/** Who loads which file for which hub; `now` is an instant in UTC. */
interface Use {
  readonly hub: string
  readonly fileName: string
  readonly by: string
  readonly now: string
}

/** Remembers the mappings that were given for the shapes they were used for, and counts the use of each. */
export async function rememberUse(trx: Trx, use: Use, tabs: readonly SheetFile[]): Promise<void> {
  const used = new Set<number>()
  const byShape = new Map(tabs.map((tab) => [tab.shape, tab.mapping]))
  for (const [shape, mapping] of byShape) {
    if (mapping === null) continue
    const name = mapping.name ?? use.fileName
    const { id } = 'shape' in mapping ? mapping : await rememberMapping(trx, { ...use, name, shape, mapping })
    used.add(id)
  }
  await countUse(trx, [...used], use.now)
}
