import { Type, type Static } from 'typebox'
import { Check, Errors } from 'typebox/value'
import { roles } from '../../../analytics/framework/role.ts'
import { Mistake } from '../../mistake.ts'

const strict = { additionalProperties: false } as const

/** A secret as it is, or the name of the environment variable that holds it. */
const Secret = Type.Union([Type.String({ minLength: 1 }), Type.Object({ env: Type.String({ minLength: 1 }) }, strict)])

const text = Type.String({ minLength: 1 })

const common = {
  /** Names the provider in addresses, in the database and in the log. It never changes. */
  id: Type.String({ pattern: '^[a-z][a-z0-9-]{0,30}$' }),
  /** What people call it. */
  name: text,
  issuer: text,
  clientId: text,
  clientSecret: Secret,
  /** How the client secret is sent: in the form, or in the header. */
  clientSecretIn: Type.Optional(Type.Enum(['form', 'header'])),
  /** For how long an answer of the provider is waited for. */
  seconds: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 60 })),
  /** The ways of proving who one is, as the provider names them, of which it must tell one; any way, where none is named. */
  provedBy: Type.Optional(Type.Array(text, { minItems: 1 })),
  /** What each of the provider's roles is to a hub. */
  roles: Type.Record(Type.String(), Type.Enum([...roles])),
}

const DfeSignIn = Type.Object(
  {
    ...common,
    kind: Type.Literal('dfe-sign-in'),
    /** The second API, which tells of roles, and the secret that is for it alone. */
    rolesApi: text,
    rolesSecret: Secret,
    /** The hub meant where a trust or a school is of several. */
    hub: Type.Optional(text),
  },
  strict,
)

const Entra = Type.Object(
  {
    ...common,
    kind: Type.Literal('entra'),
    /** The directories whose people may come, and the hub that each is of. */
    tenants: Type.Array(Type.Object({ id: text, hub: text }, strict), { minItems: 1 }),
  },
  strict,
)

const Providers = Type.Array(Type.Union([DfeSignIn, Entra]))

type Told = Static<typeof Providers>[number]
type Known<Provider extends Told> = Omit<Provider, 'clientSecret' | 'rolesSecret'> & {
  readonly clientSecret: string
} & (Provider extends { rolesSecret: unknown } ? { readonly rolesSecret: string } : unknown)

/** DfE Sign-in, or another that tells of organisations by its categories, as the settings have it. */
export type DfeSignIn = Known<Static<typeof DfeSignIn>>
/** Microsoft Entra ID, as the settings have it. */
export type Entra = Known<Static<typeof Entra>>
export type Provider = DfeSignIn | Entra

const loopbacks: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost'])

/** Whether an address is of the machine itself, without encryption: for trials. */
export const isTrial = (address: string): boolean => {
  const url = URL.parse(address)
  return url?.protocol === 'http:' && loopbacks.has(url.hostname)
}

function checkAddress(address: string, at: string): void {
  if (URL.parse(address)?.protocol !== 'https:' && !isTrial(address))
    throw new Mistake(`${at}: found "${address}"; use an address such as https://sign-in.example`)
}

/** What a text says of the providers by which people may sign in. Refuses, in words, what cannot be used. */
export function parseProviders(json: string, env: Readonly<Record<string, string | undefined>>): readonly Provider[] {
  const told = parsed(json)
  if (!Check(Providers, told)) throw new Mistake(`providers: ${firstFault(told)}`)
  const secretOf = (secret: Static<typeof Secret>, at: string): string => {
    const found = typeof secret === 'string' ? secret : env[secret.env]
    if (found === undefined || found === '') throw new Mistake(`${at}: nothing is in the environment under that name`)
    return found
  }
  const ids = told.map(({ id }) => id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) throw new Mistake(`providers: "${twice}" is there twice`)
  return told.map((provider) => {
    const { id } = provider
    checkAddress(provider.issuer, `${id}, issuer`)
    const clientSecret = secretOf(provider.clientSecret, `${id}, clientSecret`)
    if (provider.kind === 'entra') return { ...provider, clientSecret }
    checkAddress(provider.rolesApi, `${id}, rolesApi`)
    return { ...provider, clientSecret, rolesSecret: secretOf(provider.rolesSecret, `${id}, rolesSecret`) }
  })
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    // What is wrong is not told with the text, which may hold secrets.
    throw new Mistake('providers: the file is not JSON')
  }
}

/** Where the settings are not as they must be; never what is there, which may be a secret. */
function firstFault(told: unknown): string {
  const faults = [...Errors(Providers, told)].toSorted((a, b) => b.instancePath.length - a.instancePath.length)
  return `${faults[0]?.instancePath || 'the file'} ${faults[0]?.message ?? 'is not a list of providers'}`
}
