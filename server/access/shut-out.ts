import type { Store } from '../../migrations/open.ts'
import { hashOf } from './secret.ts'
import { suppress } from './suppression.ts'

/** How a provider knows somebody: by its own name for them within an organisation of its own. */
export interface Identity {
  readonly provider: string
  readonly organisation: string
  readonly subject: string
}

const markOf = ({ provider, organisation, subject }: Identity): string =>
  hashOf(JSON.stringify(['shut out', provider, organisation, subject]))

/** The marks of how providers know somebody who was disabled; none of anybody else, who may come back as they came. */
export async function shutOutMarks(trx: Store, hubId: number, personId: string): Promise<readonly string[]> {
  const identities = await trx
    .selectFrom('identity')
    .innerJoin('person', 'person.id', 'identity.personId')
    .select(['provider', 'identity.organisation', 'subject'])
    .where('identity.hubId', '=', hubId)
    .where('personId', '=', personId)
    .where('disabledAt', 'is not', null)
    .execute()
  return identities.map(markOf)
}

/** Keeps marks of those who were shut out, once who they are is forgotten. */
export async function shutOut(trx: Store, hubId: number, marks: readonly string[]): Promise<void> {
  for (const mark of marks) await suppress(trx, hubId, mark)
}

/** Whether whoever a provider knows so was shut out, and is forgotten. */
export async function isShutOut(trx: Store, hubId: number, identity: Identity): Promise<boolean> {
  const found = await trx
    .selectFrom('suppression')
    .select('mark')
    .where('hubId', '=', hubId)
    .where('mark', '=', markOf(identity))
    .executeTakeFirst()
  return found !== undefined
}
