import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { signOutPage } from '../../dashboards/pages/sign-out.ts'
import { accountPage } from '../../dashboards/pages/account.ts'
import { audiences } from '../access/audience.ts'
import { takeCookie } from '../access/cookie.ts'
import { personOf } from '../access/identify.ts'
import { hashOf } from '../access/secret.ts'
import { checkToken, tokenOf } from '../access/same-origin.ts'
import type { Context } from '../context.ts'
import { namedFrame } from './frame.ts'
import { siteOf, type SignInContext } from './sign-in.ts'

const config = { audience: audiences.everyone, scope: 'self' } as const
const form = { hide: true, body: Type.Record(Type.String(), Type.Unknown()) } as const

/** A person's own sign-ins, and the way out. */
export const accountRoutes: FastifyPluginAsyncTypebox<SignInContext & Pick<Context, 'scoped'>> = async (
  app,
  context,
) => {
  const { gate, providers } = context
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))

  app.get('/sign-out', { config, schema: { hide: true } }, async (request, reply) => {
    const frame = await namedFrame(request, context, '/sign-out')
    return reply.type('text/html; charset=utf-8').send(String(signOutPage({ frame, token: tokenOf(request) })))
  })

  app.post('/sign-out', { config, schema: form }, async (request, reply) => {
    checkToken(request, request.body['token'])
    const { login } = request
    await gate.leave(personOf(request), login?.secret ?? '')
    const there = login === null ? null : await providers.end(login, `${siteOf(request).origin}/sign-in`)
    return takeCookie(reply).redirect(there ?? '/sign-in', 303)
  })

  app.get('/account', { config, schema: { hide: true } }, async (request, reply) => {
    const here = hashOf(request.login?.secret ?? '')
    const signIns = (await gate.listSignIns(personOf(request))).map((each) => ({ ...each, isThis: each.hash === here }))
    const frame = await namedFrame(request, context, '/account')
    const hasPassword = await gate.hasPassword(personOf(request))
    return reply
      .type('text/html; charset=utf-8')
      .send(String(accountPage({ frame, token: tokenOf(request), signIns, hasPassword })))
  })

  app.post('/account/end', { config, schema: form }, async (request, reply) => {
    checkToken(request, request.body['token'])
    await gate.endSignIn(personOf(request), String(request.body['sign-in']))
    return reply.redirect('/account', 303)
  })
}
