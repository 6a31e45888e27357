import type { Store } from '../../migrations/open.ts'
import type { ChallengeTable } from '../../migrations/tables.ts'
import { patiently } from '../patiently.ts'
import { hashOf, newSecret } from './secret.ts'

const lasts: Readonly<Record<ChallengeTable['kind'], number>> = { passkey: 5 * 60_000, provider: 15 * 60_000 }

/** What browsers were asked for and have not answered yet; each counts once, and not for long. */
export interface Challenges {
  /** Remembers what was asked for; gives the name by which its answer asks for it, of which only a hash is kept. */
  readonly give: (challenge: string) => Promise<string>
  /** What was asked for under a name, which is forgotten then; null where there is nothing or it is too old. */
  readonly take: (name: unknown) => Promise<string | null>
}

/** The challenges of one kind that a store keeps, for all processes that serve it. */
export const challengesOf = (store: Store, kind: ChallengeTable['kind'], now = () => new Date()): Challenges => ({
  give: async (body) => {
    const [name, at] = [newSecret(), now()]
    const endsAt = new Date(at.getTime() + lasts[kind]).toISOString()
    await patiently(store, async (free) => {
      await free.deleteFrom('challenge').where('endsAt', '<=', at.toISOString()).execute()
      await free
        .insertInto('challenge')
        .values({ hash: hashOf(name), kind, body, endsAt })
        .execute()
    })
    return name
  },
  take: async (name) => {
    if (typeof name !== 'string') return null
    const found = await patiently(store, (free) =>
      free
        .deleteFrom('challenge')
        .where('hash', '=', hashOf(name))
        .where('kind', '=', kind)
        .returning(['body', 'endsAt'])
        .executeTakeFirst(),
    )
    return found === undefined || found.endsAt <= now().toISOString() ? null : found.body
  },
})
