import { createHmac } from 'node:crypto'
import { Type } from 'typebox'
import { Check } from 'typebox/value'
import { usualSeconds } from './connection.ts'
import { Refused } from './refused.ts'
import type { DfeSignIn } from './settings.ts'

const Answer = Type.Object({ roles: Type.Array(Type.Object({ code: Type.String() })) })

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** For how long, in seconds, the word by which we ask can be used. */
const lasts = 60

/** The word by which we ask: a JWT signed with the secret of the roles API, HS256. Source: RFC 7519, RFC 7518 3.2. */
export function askingWord({ clientId, rolesSecret }: DfeSignIn, now: Date): string {
  const issuedAt = Math.floor(now.getTime() / 1000)
  const claims = { iss: clientId, aud: 'signin.education.gov.uk', iat: issuedAt, exp: issuedAt + lasts }
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
  return `${signed}.${createHmac('sha256', rolesSecret).update(signed).digest('base64url')}`
}

/**
 * The codes of the roles that somebody has for this service in one organisation; none where they have no access.
 * Refuses whoever comes while that cannot be found out.
 */
export async function rolesFor(provider: DfeSignIn, organisation: string, subject: string): Promise<readonly string[]> {
  const { clientId, rolesApi, seconds = usualSeconds } = provider
  const path = ['services', clientId, 'organisations', organisation, 'users', subject].map(encodeURIComponent)
  try {
    const answer = await fetch(`${rolesApi.replace(/\/+$/, '')}/${path.join('/')}`, {
      headers: { authorization: `Bearer ${askingWord(provider, new Date())}`, accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(seconds * 1000),
    })
    if (answer.status === 404) return []
    if (!answer.ok) throw new Refused('roles not told', { code: String(answer.status) })
    const told: unknown = await answer.json()
    if (!Check(Answer, told)) throw new Refused('roles not told', { code: 'form' })
    return told.roles.map(({ code }) => code)
  } catch (error) {
    if (error instanceof Refused) throw error
    const isSlow = error instanceof Error && error.name === 'TimeoutError'
    throw new Refused('roles not told', { code: isSlow ? 'slow' : 'broken' }, { cause: error })
  }
}
