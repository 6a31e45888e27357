import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { invitationPage, noInvitationPage } from '../../dashboards/pages/invitation.ts'
import type { FormError } from '../../dashboards/parts/form.ts'
import { browserName } from '../access/browser-name.ts'
import { addressOf, secretFor, stepOf } from '../access/code.ts'
import { giveCookie } from '../access/cookie.ts'
import type { Invited } from '../access/gate.ts'
import { homeOf } from '../access/home.ts'
import { madePasskey, registrationAsked } from '../access/passkey.ts'
import { hashPassword, leastLength } from '../access/password.ts'
import { checkToken, tokenOf } from '../access/same-origin.ts'
import { newId } from '../access/secret.ts'
import { bareFrame } from './frame.ts'
import { endBefore, passwordErrors, siteOf, textIn, type SignInContext } from './sign-in.ts'

const page = 'text/html; charset=utf-8'
const config = { audience: 'anyone', scope: 'nothing', rated: 'sign-in' } as const
const params = Type.Object({ secret: Type.String({ maxLength: 64 }) })
const form = { hide: true, params, body: Type.Record(Type.String(), Type.Unknown()) } as const

/** The page of an invitation, and the two ways to take it up: a passkey, or a password and the codes of an app. */
export const invitationRoutes: FastifyPluginAsyncTypebox<SignInContext> = async (app, context) => {
  const { gate, challenges } = context
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))

  const refused = (request: FastifyRequest, reply: FastifyReply) =>
    reply
      .code(404)
      .type(page)
      .send(String(noInvitationPage({ frame: bareFrame(request, context, '/sign-in') })))

  const pageOf = (request: FastifyRequest, secret: string, invited: Invited, errors: readonly FormError[]): string => {
    const { name, role, signInName } = invited
    const codes = secretFor(secret)
    return String(
      invitationPage({
        frame: bareFrame(request, context, '/sign-in'),
        token: tokenOf(request),
        path: `/invitation/${secret}`,
        name,
        role,
        signInName,
        codes: { secret: codes, address: addressOf(codes, signInName) },
        leastLength,
        errors,
      }),
    )
  }

  app.get('/invitation/:secret', { config, schema: { hide: true, params } }, async (request, reply) => {
    const { secret } = request.params
    const invited = await gate.invited(secret)
    if (invited === null) return refused(request, reply)
    return reply.type(page).send(pageOf(request, secret, invited, []))
  })

  app.post('/invitation/:secret/password', { config, schema: form }, async (request, reply) => {
    const {
      params: { secret },
      body,
    } = request
    checkToken(request, body['token'])
    const invited = await gate.invited(secret)
    if (invited === null) return refused(request, reply)
    const [password, codes] = [textIn(body, 'password'), secretFor(secret)]
    const step = stepOf(codes, textIn(body, 'code'), 0, new Date())
    const errors: readonly FormError[] = [
      ...(await passwordErrors(body, invited.ownWords)),
      ...(step === null ? [{ at: 'code', text: 'Enter the six digits that the app shows now' }] : []),
    ]
    if (errors.length > 0 || step === null)
      return reply
        .code(400)
        .type(page)
        .send(pageOf(request, secret, invited, errors))
    const credentials = [
      { id: newId(), kind: 'password' as const, body: await hashPassword(password) },
      { id: newId(), kind: 'totp' as const, secret: codes, lastStep: step },
    ]
    const entered = await gate.accept(secret, credentials, browserName(request.headers['user-agent']))
    if (entered === null) return refused(request, reply)
    await endBefore(request, context)
    return giveCookie(reply, entered.secret).redirect(homeOf(entered.person), 303)
  })

  app.post('/invitation/:secret/passkey/asked', { config, schema: form }, async (request, reply) => {
    checkToken(request, request.body['token'])
    const invited = await gate.invited(request.params.secret)
    if (invited === null) return reply.code(404).send({ detail: 'This invitation cannot be used any more.' })
    const options = await registrationAsked(siteOf(request), invited)
    return { name: await challenges.give(options.challenge), options }
  })

  app.post('/invitation/:secret/passkey', { config, schema: form }, async (request, reply) => {
    const { token, name, response } = request.body
    checkToken(request, token)
    const challenge = await challenges.take(name)
    const made = challenge === null ? null : await madePasskey(siteOf(request), challenge, response)
    const browser = browserName(request.headers['user-agent'])
    const entered =
      made === null ? null : await gate.accept(request.params.secret, [{ ...made, kind: 'passkey' }], browser)
    if (entered === null) return reply.code(400).send({ detail: 'The passkey could not be kept. Try again.' })
    await endBefore(request, context)
    return giveCookie(reply, entered.secret).send({ to: homeOf(entered.person) })
  })
}
