import { createHmac, createSign, generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import OidcProvider, { type AccountClaims, type Configuration } from 'oidc-provider'

type Claims = Readonly<Record<string, unknown>>

/** How the provider lies: it changes the claims of ID tokens, or how they are signed. */
export interface Lie {
  readonly claims?: (claims: Claims) => Claims
  readonly signing?: keyof typeof signings
}

/** A real OpenID provider on the machine's own address, at which everybody is signed in already as one person. */
export interface ProviderServer {
  readonly issuer: string
  /** Who signs in next, by what the provider knows of them; `sub` is its name for them. */
  is: AccountClaims
  lie: Lie | null
  /** The paths that it was asked for. */
  readonly asked: string[]
  /** Leads a browser from an address of the provider to where it is sent back; gives that address. */
  readonly walk: (address: string) => Promise<URL>
  readonly close: () => Promise<void>
}

export const client = { id: 'crescendo', secret: 'the secret of the client' } as const

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const another = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const claimsIn = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Claims

/** How a text is signed, by the name that a token gives of it; wrongly in all but the first way. */
const signings = {
  'by its key': ['RS256', (text: string) => createSign('sha256').update(text).sign(privateKey, 'base64url')],
  'with another key': ['RS256', (text: string) => createSign('sha256').update(text).sign(another, 'base64url')],
  'by nobody': ['none', () => ''],
  'with the public key as a secret': [
    'HS256',
    (text: string) =>
      createHmac('sha256', publicKey.export({ format: 'pem', type: 'spki' }))
        .update(text)
        .digest('base64url'),
  ],
} as const

function retold(token: string, { claims = (told) => told, signing = 'by its key' }: Lie): string {
  const [alg, sign] = signings[signing]
  const signed = `${part({ alg, typ: 'JWT', kid: 'one' })}.${part(claims(claimsIn(token)))}`
  return `${signed}.${sign(signed)}`
}

/** Opens a provider with claims of its own kind; `inToken` says whether ID tokens carry them or are asked after. */
export async function openProvider({
  claims,
  back,
  inToken = true,
  isAsking = false,
}: {
  readonly claims: NonNullable<Configuration['claims']>
  /** Where browsers are sent back to, signed in and signed out. */
  readonly back: { readonly in: string; readonly out: string }
  readonly inToken?: boolean
  /** Whether somebody signs in on a page of the provider's, under another name of this machine than ours. */
  readonly isAsking?: boolean
}): Promise<ProviderServer> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => {}
  const server = createServer((request, response) => handle(request, response))
  const address = await listening(server)
  const issuer = isAsking ? address.replace('127.0.0.1', 'localhost') : address
  const own: ProviderServer = {
    issuer,
    is: { sub: 'nobody' },
    lie: null,
    asked: [],
    walk: (address) => walk(address, issuer),
    close: () => closing(server),
  }
  const provider = new OidcProvider(issuer, {
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [back.in],
        post_logout_redirect_uris: [back.out],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims,
    conformIdTokenClaims: !inToken,
    cookies: { keys: ['a key of this test'] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { logoutSource: (ctx, form) => void (ctx.body = leavingPage(form)) },
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ ...own.is, sub: id }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId,
        accountId: oidc.session?.accountId,
      })
      grant.addOIDCScope('openid email profile organisation')
      await grant.save()
      return grant
    },
    ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 60, IdToken: 60 },
    renderError: (ctx, out) => void (ctx.body = out),
  })
  provider.use(async (ctx, next) => {
    await next()
    if (ctx.path !== '/token' || own.lie === null) return
    const told = ctx.body as { id_token?: string }
    if (told.id_token !== undefined) ctx.body = { ...told, id_token: retold(told.id_token, own.lie) }
  })
  const answer = provider.callback()
  handle = (request, response) => {
    own.asked.push(request.url ?? '')
    const login = { accountId: own.is.sub }
    const isInteraction = request.url?.startsWith('/interaction/') === true
    if (isInteraction && isAsking && request.method === 'GET')
      response.writeHead(200, { 'content-type': 'text/html' }).end(askingPage(own.is))
    else if (isInteraction)
      void provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false })
    else void answer(request, response)
  }
  return own
}

const askingPage = ({ sub }: AccountClaims): string =>
  `<!doctype html><title>The provider</title><form method="post"><button>Go on as ${sub}</button></form>`

const leavingPage = (form: string): string =>
  `<!doctype html><title>The provider</title>${form}<button form="op.logoutForm" name="logout" value="yes">Leave</button>`

/** Listens on a free port of the machine's own address; gives the address. */
export const listening = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  })

export const closing = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.closeAllConnections()
    server.close((error) => (error === undefined ? resolve() : reject(error)))
  })

async function walk(address: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>()
  for (let at = new URL(address); ;) {
    if (at.origin !== issuer) return at
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]?.split(/=(.*)/s) ?? []
      cookies.set(name, value)
    }
    const to = answer.headers.get('location')
    if (to === null) throw new Error(`the provider led nowhere: ${answer.status} ${await answer.text()}`)
    at = new URL(to, at)
  }
}
