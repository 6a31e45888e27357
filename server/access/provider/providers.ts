import type { Store } from '../../../migrations/open.ts'
import { note } from '../audit-log.ts'
import { challengesOf } from '../challenges.ts'
import type { Entered, Gate } from '../gate.ts'
import type { LoginSession } from '../login-session.ts'
import { notThere } from '../not-there.ts'
import type { Seal } from '../seal.ts'
import { connectionWith, type Answered, type Begun } from './connection.ts'
import { toldByDfe } from './dfe-sign-in.ts'
import { toldByEntra } from './entra.ts'
import { Refused } from './refused.ts'
import type { Provider } from './settings.ts'
import { checkProof, type Told } from './told.ts'

/** Outside providers by which people sign in. Every refusal is logged, without saying who. */
export interface Providers {
  readonly list: readonly Pick<Provider, 'id' | 'name'>[]
  /** Begins a sign-in: the address to lead a browser to, and the secret by which it is known when it comes back. */
  readonly begin: (
    id: string,
    back: string,
    to: string,
  ) => Promise<{ readonly address: string; readonly secret: string }>
  /** Lets in whoever came back from a provider, to go on to where they wanted; or refuses them. */
  readonly finish: (
    id: string,
    secret: unknown,
    came: URL,
    browser: string,
  ) => Promise<Entered & { readonly to: string }>
  /** Where somebody who came by a provider signs out there too; null where they did not, or it is not known. */
  readonly end: (login: LoginSession, to: string) => Promise<string | null>
}

/** What is remembered of a sign-in until its browser comes back. */
interface Waiting {
  readonly provider: string
  readonly begun: Begun
  readonly to: string
}

const purpose = 'word of a provider'

/** The providers of the settings, over a store. */
export function providersOf(
  { store, seal, gate }: { readonly store: Store; readonly seal: Seal; readonly gate: Gate },
  providers: readonly Provider[],
): Providers {
  const waiting = challengesOf(store, 'provider')
  const connected = new Map(providers.map((provider) => [provider.id, { provider, ...connectionWith(provider) }]))
  const find = (id: string) => {
    const found = connected.get(id)
    if (found === undefined) throw notThere()
    return found
  }
  /** Does something with a provider; whoever is refused thereby is told of in the log. */
  const refusing = async <T>(provider: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const { personId = 'unknown', hubId = null, code } = error.told
      const detail = { way: 'provider', provider, why: error.why, code }
      await note(store, { hubId, personId, action: 'sign-in refused', detail })
      throw error
    }
  }
  const taken = async (id: string, secret: unknown): Promise<Waiting> => {
    const body = await waiting.take(secret)
    if (body === null) throw new Refused('not begun')
    const found = JSON.parse(body) as Waiting
    if (found.provider !== id) throw new Refused('other provider')
    return found
  }

  return {
    list: providers.map(({ id, name }) => ({ id, name })),
    begin: async (id, back, to) => {
      const { begin } = find(id)
      return refusing(id, async () => {
        const { address, begun } = await begin(back)
        return { address, secret: await waiting.give(JSON.stringify({ provider: id, begun, to } satisfies Waiting)) }
      })
    },
    finish: async (id, secret, came, browser) => {
      const { provider, finish } = find(id)
      return refusing(id, async () => {
        const { begun, to } = await taken(id, secret)
        const answered = await finish(came, begun)
        const word = seal.close(answered.word, purpose)
        return { ...(await gate.letToldIn(await toldBy(provider, answered), { provider: id, word }, browser)), to }
      })
    },
    end: async ({ provided }, to) => {
      if (provided === null) return null
      const { provider, word } = provided
      try {
        return await find(provider).end(seal.open(word, purpose), to)
      } catch {
        // They are signed out here whatever becomes of it there.
        return null
      }
    },
  }
}

const toldBy = async (provider: Provider, answered: Answered): Promise<Told> => {
  checkProof(provider, answered.claims)
  return provider.kind === 'entra' ? toldByEntra(provider, answered) : toldByDfe(provider, answered)
}

/** The addresses to which forms may lead: DfE Sign-in goes on to other names of its own. */
export const formsLeadTo = (providers: readonly Provider[]): readonly string[] => [
  ...new Set(
    providers.flatMap(({ issuer }) => {
      const { origin, hostname } = new URL(issuer)
      return hostname.endsWith('.signin.education.gov.uk') ? [origin, 'https://*.signin.education.gov.uk'] : [origin]
    }),
  ),
]
