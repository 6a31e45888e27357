import { newSecret } from './secret.ts'

const lasts = 5 * 60_000
const most = 10_000

/** Challenges that browsers were given and have not answered yet; each counts once, and not for long. */
export interface Challenges {
  /** Remembers a challenge; gives the name by which its answer asks for it. */
  readonly give: (challenge: string) => string
  /** The challenge of a name, which is forgotten then; null where there is none or it is too old. */
  readonly take: (name: unknown) => string | null
}

/** Challenges of one process. */
export function newChallenges(): Challenges {
  const given = new Map<string, { readonly challenge: string; readonly at: number }>()
  return {
    give: (challenge) => {
      const [oldest] = given.size >= most ? given.keys() : []
      if (oldest !== undefined) given.delete(oldest)
      const name = newSecret()
      given.set(name, { challenge, at: Date.now() })
      return name
    },
    take: (name) => {
      const found = typeof name === 'string' ? given.get(name) : undefined
      if (found === undefined) return null
      given.delete(String(name))
      return Date.now() - found.at > lasts ? null : found.challenge
    },
  }
}
