import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type ClientError,
  type Configuration,
  type IDToken,
} from 'openid-client'
import { Refused } from './refused.ts'
import { isTrial, type Provider } from './settings.ts'

/** What the answer of a provider must fit. */
export interface Begun {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** What a provider said of somebody, and that word as it came, by which they sign out there. */
export interface Answered {
  readonly claims: IDToken
  readonly word: string
}

/** A connection with one provider, by OpenID Connect with the code flow, PKCE, state and nonce. */
export interface Connection {
  /** The address at the provider to which a browser is led; `back` is where the provider sends it back to. */
  readonly begin: (back: string) => Promise<{ readonly address: string; readonly begun: Begun }>
  /** What the provider answered; `came` is the address at which the browser came back. */
  readonly finish: (came: URL, begun: Begun) => Promise<Answered>
  /** The address at the provider where somebody signs out, to come back to `to`; an error where it has none. */
  readonly end: (word: string, to: string) => Promise<string>
}

const scopes: Readonly<Record<Provider['kind'], string>> = {
  'dfe-sign-in': 'openid email profile organisation',
  entra: 'openid profile',
}

/** For how long, in seconds, an answer is waited for where nothing else is said. */
export const usualSeconds = 10

/** The connection with a provider, which is asked how to be used only when somebody comes. */
export function connectionWith(provider: Provider): Connection {
  let found: Promise<Configuration> | null = null
  const configuration = async (): Promise<Configuration> => {
    found ??= discover(provider)
    try {
      return await found
    } catch (error) {
      // Whoever comes next asks again.
      found = null
      throw refusedFor(error)
    }
  }
  return {
    begin: async (back) => {
      const begun = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
      const address = buildAuthorizationUrl(await configuration(), {
        redirect_uri: back,
        scope: scopes[provider.kind],
        state: begun.state,
        nonce: begun.nonce,
        code_challenge: await calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: 'S256',
      })
      return { address: address.href, begun }
    },
    finish: async (came, { state, nonce, verifier }) => {
      const config = await configuration()
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
      try {
        const tokens = await authorizationCodeGrant(config, came, checks)
        // Without an ID token the answer was refused already.
        const [claims, word] = [tokens.claims() as IDToken, tokens.id_token as string]
        const more =
          provider.kind === 'dfe-sign-in' && claims['organisation'] === undefined
            ? await fetchUserInfo(config, tokens.access_token, claims.sub)
            : {}
        return { claims: { ...more, ...claims }, word }
      } catch (error) {
        throw refusedFor(error)
      }
    },
    end: async (word, to) =>
      buildEndSessionUrl(await configuration(), { id_token_hint: word, post_logout_redirect_uri: to }).href,
  }
}

const discover = ({
  issuer,
  clientId,
  clientSecret,
  clientSecretIn,
  seconds = usualSeconds,
}: Provider): Promise<Configuration> =>
  discovery(
    new URL(issuer),
    clientId,
    { id_token_signed_response_alg: 'RS256' },
    (clientSecretIn === 'header' ? ClientSecretBasic : ClientSecretPost)(clientSecret),
    {
      timeout: seconds,
      // Signatures are checked too: by itself it trusts the encrypted line on which the token came.
      execute: [enableNonRepudiationChecks, ...(isTrial(issuer) ? [allowInsecureRequests] : [])],
    },
  )

const silent: ReadonlySet<string> = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'])

/** A fault between us and a provider, as a refusal. Of what the provider wrote only words of a fixed list are kept. */
function refusedFor(error: unknown): Refused {
  const cause = { cause: error }
  if (error instanceof AuthorizationResponseError) return new Refused('declined', {}, cause)
  const { code } = error as Pick<ClientError, 'code'>
  // Without a code nobody answered at all: no such host, no such port, a broken line.
  if (code === undefined) return new Refused('not answering', {}, cause)
  return new Refused(silent.has(code) ? 'not answering' : 'not trusted', { code }, cause)
}
