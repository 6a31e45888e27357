import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { closing, listening } from './provider-server.ts'

/** The second API of DfE Sign-in, which tells of roles to whoever asks with a word signed by its secret. */
export interface RolesServer {
  readonly address: string
  /** What it answers next: the codes of roles, a status, or nothing for a long time. */
  answers: readonly string[] | number | 'never'
  /** The paths that it was asked for. */
  readonly asked: string[]
  readonly close: () => Promise<void>
}

export const rolesSecret = 'the secret of the roles API'

/** Whether a word is signed by the secret, for this API, for five minutes at most. */
function isSound(word: string, issuer: string): boolean {
  const [head = '', body = '', signature] = word.split('.')
  const told = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>
  const { alg } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { alg?: string }
  const now = Date.now() / 1000
  return (
    alg === 'HS256' &&
    signature === createHmac('sha256', rolesSecret).update(`${head}.${body}`).digest('base64url') &&
    told['iss'] === issuer &&
    told['aud'] === 'signin.education.gov.uk' &&
    Number(told['exp']) > now &&
    Number(told['exp']) <= now + 300
  )
}

export async function openRoles(issuer: string): Promise<RolesServer> {
  const server = createServer((request, response) => {
    own.asked.push(request.url ?? '')
    if (own.answers === 'never') return
    const isKnown = isSound(request.headers.authorization?.replace('Bearer ', '') ?? '', issuer)
    const status = isKnown ? (typeof own.answers === 'number' ? own.answers : 200) : 401
    const roles = typeof own.answers === 'number' ? [] : own.answers.map((code) => ({ code, name: code }))
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ roles }))
  })
  const own: RolesServer = {
    address: await listening(server),
    answers: [],
    asked: [],
    close: () => closing(server),
  }
  return own
}
