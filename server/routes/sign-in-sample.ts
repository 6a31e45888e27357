import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { signInSamplePage } from '../../dashboards/pages/sign-in-sample.ts'
import { browserName } from '../access/browser-name.ts'
import { giveCookie } from '../access/cookie.ts'
import { homeOf } from '../access/home.ts'
import { notThere } from '../access/not-there.ts'
import { checkToken, tokenOf } from '../access/same-origin.ts'
import { bareFrame } from './frame.ts'
import { endBefore, pathIn, type SignInContext } from './sign-in.ts'

const config = { audience: 'anyone', scope: 'nothing' } as const
const querystring = Type.Object({ to: Type.Optional(Type.String()) })
const body = Type.Record(Type.String(), Type.Unknown())

/** The way in to the sample county, by one press. No other hub has these routes. */
export const sampleSignInRoutes: FastifyPluginAsyncTypebox<SignInContext> = async (app, context) => {
  const { gate } = context
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))

  app.get('/sign-in', { config, schema: { hide: true, querystring } }, async (request, reply) => {
    const view = {
      frame: bareFrame(request, context, '/sign-in'),
      token: tokenOf(request),
      to: pathIn(request.query.to),
      people: await gate.samplePeople(),
    }
    return reply.type('text/html; charset=utf-8').send(String(signInSamplePage(view)))
  })

  app.post('/sign-in/sample', { config, schema: { hide: true, body } }, async (request, reply) => {
    const { token, person, to } = request.body
    checkToken(request, token)
    const entered = await gate.letSampleIn(String(person), browserName(request.headers['user-agent']))
    if (entered === null) throw notThere()
    await endBefore(request, context)
    return giveCookie(reply, entered.secret).redirect(pathIn(to) || homeOf(entered.person), 303)
  })
}
