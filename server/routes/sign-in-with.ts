import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { signInRefusedPage } from '../../dashboards/pages/sign-in-refused.ts'
import { browserName } from '../access/browser-name.ts'
import { askedIn, giveAsked, giveCookie, takeAsked } from '../access/cookie.ts'
import { homeOf } from '../access/home.ts'
import { Refused } from '../access/provider/refused.ts'
import { checkToken } from '../access/same-origin.ts'
import { bareFrame } from './frame.ts'
import { endBefore, pathIn, siteOf, type SignInContext } from './sign-in.ts'

const config = { audience: 'anyone', scope: 'nothing', rated: 'sign-in' } as const
const params = Type.Object({ provider: Type.String({ maxLength: 40 }) })
const body = Type.Record(Type.String(), Type.Unknown())

/** The way in by an outside provider: there, and back again. */
export const signInWithRoutes: FastifyPluginAsyncTypebox<SignInContext> = async (app, context) => {
  const { providers } = context
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))

  const refused = (request: FastifyRequest, reply: FastifyReply, id: string, error: unknown) => {
    if (!(error instanceof Refused)) throw error
    const name = providers.list.find((each) => each.id === id)?.name ?? id
    const view = { frame: bareFrame(request, context, '/sign-in'), provider: name, why: error.why }
    return takeAsked(reply)
      .code(error.why === 'not answering' || error.why === 'roles not told' ? 503 : 403)
      .type('text/html; charset=utf-8')
      .send(String(signInRefusedPage(view)))
  }

  app.post('/sign-in/with/:provider', { config, schema: { hide: true, params, body } }, async (request, reply) => {
    checkToken(request, request.body['token'])
    const { provider } = request.params
    try {
      const back = `${siteOf(request).origin}/sign-in/with/${provider}/back`
      const { address, secret } = await providers.begin(provider, back, pathIn(request.body['to']))
      return giveAsked(reply, secret).redirect(address, 303)
    } catch (error) {
      return refused(request, reply, provider, error)
    }
  })

  app.get('/sign-in/with/:provider/back', { config, schema: { hide: true, params } }, async (request, reply) => {
    const { provider } = request.params
    try {
      const came = new URL(request.url, siteOf(request).origin)
      const browser = browserName(request.headers['user-agent'])
      const { person, secret, to } = await providers.finish(provider, askedIn(request), came, browser)
      await endBefore(request, context)
      return giveCookie(takeAsked(reply), secret).redirect(to || homeOf(person), 303)
    } catch (error) {
      return refused(request, reply, provider, error)
    }
  })
}
