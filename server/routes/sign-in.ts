import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { emptyPage } from '../../dashboards/pages/empty.ts'
import { signInPage } from '../../dashboards/pages/sign-in.ts'
import type { FormError } from '../../dashboards/parts/form.ts'
import { browserName } from '../access/browser-name.ts'
import type { Challenges } from '../access/challenges.ts'
import { giveCookie } from '../access/cookie.ts'
import type { Gate } from '../access/gate.ts'
import { homeOf } from '../access/home.ts'
import { signInAsked, type Site } from '../access/passkey.ts'
import type { Providers } from '../access/provider/providers.ts'
import { weaknessOf } from '../access/password.ts'
import { checkToken, tokenOf } from '../access/same-origin.ts'
import { mostFailures } from '../access/show-who.ts'
import type { Context } from '../context.ts'
import { bareFrame } from './frame.ts'

/** What the ways in and out work with. */
export type SignInContext = Pick<Context, 'today' | 'sample'> & {
  readonly gate: Gate
  readonly challenges: Challenges
  readonly providers: Providers
  /** Whether there is any hub to sign in to. */
  readonly isHub: () => Promise<boolean>
}

const page = 'text/html; charset=utf-8'
const config = { audience: 'anyone', scope: 'nothing' } as const
const tried = { ...config, rated: 'sign-in' } as const
const querystring = Type.Object({ to: Type.Optional(Type.String()) })
const schema = { hide: true, body: Type.Record(Type.String(), Type.Unknown()) } as const

/** A page of this server to go on to, or none: an address elsewhere is not followed. */
export const pathIn = (text: unknown): string => (typeof text === 'string' && /^\/(?![/\\])/.test(text) ? text : '')

/** What a form says under a name, as text. */
export const textIn = (body: Readonly<Record<string, unknown>>, field: string): string => {
  const value = body[field]
  return typeof value === 'string' ? value : ''
}

/** The site as the browser has it. */
export const siteOf = ({ hostname, host, server }: FastifyRequest): Site => ({
  hostname,
  origin: server.origin ?? `http://${host}`,
})

/** Ends the sign-in that a browser had, where another is to take its place. */
export const endBefore = async ({ login }: FastifyRequest, { gate }: Pick<SignInContext, 'gate'>): Promise<void> => {
  if (login !== null) await gate.leave(login.person, login.secret)
}

/** The same for whoever is locked out and for a name that nobody has: nothing is told of which names there are. */
export const wrongTries = `After ${mostFailures} wrong tries nobody is let in by that name for a quarter of an hour: try again then, or ask the hub’s data steward for a new invitation, which lets you in at once.`
const wrong = `That name, password and code do not belong together. ${wrongTries}`

/** What is wrong with a new password as a form has it, typed twice. */
export async function passwordErrors(
  typed: Readonly<Record<string, unknown>>,
  ownWords: readonly string[],
): Promise<readonly FormError[]> {
  const password = textIn(typed, 'password')
  const weakness = await weaknessOf(password, ownWords)
  const isSame = password === textIn(typed, 'again')
  return [
    ...(weakness === null ? [] : [{ at: 'password', text: weakness }]),
    ...(isSame ? [] : [{ at: 'again', text: 'The two passwords are not the same' }]),
  ]
}

/** The way in to a hub: with a passkey, or with a password and a code. */
export const signInRoutes: FastifyPluginAsyncTypebox<SignInContext> = async (app, context) => {
  const { gate, challenges, providers, isHub } = context
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))

  const pageOf = (request: FastifyRequest, to: string, signInName: string, errors: readonly FormError[]): string => {
    const frame = bareFrame(request, context, '/sign-in')
    return String(signInPage({ frame, token: tokenOf(request), to, signInName, errors, providers: providers.list }))
  }

  app.get('/sign-in', { config, schema: { hide: true, querystring } }, async (request, reply) => {
    reply.type(page)
    if (!(await isHub())) return String(emptyPage({ frame: bareFrame(request, context, '/sign-in') }))
    return pageOf(request, pathIn(request.query.to), '', [])
  })

  app.post('/sign-in', { config: tried, schema }, async (request, reply) => {
    const { body } = request
    checkToken(request, body['token'])
    const [to, signInName] = [pathIn(body['to']), textIn(body, 'name')]
    const typed = { signInName, password: textIn(body, 'password'), code: textIn(body, 'code') }
    const entered = await gate.letIn(typed, browserName(request.headers['user-agent']))
    if (entered !== null) {
      await endBefore(request, context)
      return giveCookie(reply, entered.secret).redirect(to || homeOf(entered.person), 303)
    }
    return reply
      .code(400)
      .type(page)
      .send(pageOf(request, to, signInName, [{ at: 'name', text: wrong }]))
  })

  app.post('/sign-in/passkey/asked', { config: tried, schema }, async (request) => {
    checkToken(request, request.body['token'])
    const options = await signInAsked(siteOf(request))
    return { name: await challenges.give(options.challenge), options }
  })

  app.post('/sign-in/passkey', { config: tried, schema }, async (request, reply) => {
    const { token, name, response, to } = request.body
    checkToken(request, token)
    const challenge = await challenges.take(name)
    const browser = browserName(request.headers['user-agent'])
    const entered = challenge === null ? null : await gate.letPasskeyIn(siteOf(request), challenge, response, browser)
    if (entered === null) return reply.code(400).send({ detail: 'That passkey does not let you in here.' })
    await endBefore(request, context)
    return giveCookie(reply, entered.secret).send({ to: pathIn(to) || homeOf(entered.person) })
  })
}
