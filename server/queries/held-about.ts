import type { Store } from '../../migrations/open.ts'
import type { Tables } from '../../migrations/tables.ts'

/** The columns in which people may be named: in words, or as the adviser of a meeting. */
const worded = {
  priority: ['what', 'why', 'target', 'byWhen', 'how', 'needs', 'support'],
  reflectionPriority: ['comment'],
  audit: ['adviser'],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>

/** A place where a name stands in what was written about a school; other versions of the same fact are told too. */
export interface NameFound {
  readonly table: string
  readonly column: string
  readonly urn: number
  readonly heldOn: string
  readonly receipt: number
  /** Whether it is what holds now. */
  readonly holds: boolean
  readonly text: string
}

/** Every place of a hub where a name stands in words, whatever its capitals. */
export async function findName(store: Store, hubId: number, name: string): Promise<readonly NameFound[]> {
  const wanted = name.trim().toLowerCase()
  const found: NameFound[] = []
  for (const [table, columns] of Object.entries(worded)) {
    const rows = (await store
      .selectFrom(table as 'priority')
      .selectAll()
      .where('hubId', '=', hubId)
      .execute()) as readonly Tables['priority'][]
    for (const row of rows)
      for (const column of columns) {
        const text: unknown = Reflect.get(row, column)
        if (typeof text !== 'string' || !text.toLowerCase().includes(wanted)) continue
        const { urn, heldOn, receiptId, untilVersion } = row
        found.push({ table, column, urn, heldOn, receipt: receiptId, holds: untilVersion === null, text })
      }
  }
  return found
}

/** All that is kept about somebody who may sign in, but for secrets; the audit log knows them by their id. */
export async function listHeldAbout(store: Store, personId: string) {
  return {
    person: await store.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst(),
    assignedSchools: await store.selectFrom('personSchool').select('urn').where('personId', '=', personId).execute(),
    signsInWith: await store
      .selectFrom('credential')
      .select(['kind', 'madeAt', 'usedAt'])
      .where('personId', '=', personId)
      .execute(),
    knownElsewhereAs: await store
      .selectFrom('identity')
      .select(['provider', 'organisation', 'subject', 'madeAt'])
      .where('personId', '=', personId)
      .execute(),
    signIns: await store
      .selectFrom('loginSession')
      .select(['way', 'browser', 'beganAt', 'seenAt', 'endsAt'])
      .where('personId', '=', personId)
      .execute(),
    log: await store
      .selectFrom('auditLog')
      .select(['number', 'at', 'action', 'detail'])
      .where('personId', '=', personId)
      .orderBy('number')
      .execute(),
  }
}
