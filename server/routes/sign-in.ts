import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { accountPage } from '../../dashboards/pages/account.ts'
import { emptyPage } from '../../dashboards/pages/empty.ts'
import { signInSamplePage } from '../../dashboards/pages/sign-in-sample.ts'
import { audiences } from '../access/audience.ts'
import { browserName } from '../access/browser-name.ts'
import { giveCookie, takeCookie } from '../access/cookie.ts'
import type { Gate } from '../access/gate.ts'
import { homeOf } from '../access/home.ts'
import { personOf } from '../access/identify.ts'
import { notThere } from '../access/not-there.ts'
import { hashOf } from '../access/secret.ts'
import { checkToken, tokenOf } from '../access/same-origin.ts'
import type { Context } from '../context.ts'
import { bareFrame } from './frame.ts'

/** What the ways in and out work with. */
export type SignInContext = Pick<Context, 'today' | 'sample'> & { readonly gate: Gate }

const page = 'text/html; charset=utf-8'
const open = { audience: 'anyone', scope: 'nothing' } as const
const own = { audience: audiences.everyone, scope: 'self' } as const
const form = { hide: true, body: Type.Record(Type.String(), Type.Unknown()) } as const

/** A page of this server to go on to, or none: an address elsewhere is not followed. */
const pathIn = (text: unknown): string => (typeof text === 'string' && /^\/(?![/\\])/.test(text) ? text : '')

/** The ways in and out. */
export const signInRoutes: FastifyPluginAsyncTypebox<SignInContext> = async (app, context) => {
  const { gate, sample } = context
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))

  const asked = Type.Object({ to: Type.Optional(Type.String()) })
  app.get('/sign-in', { config: open, schema: { hide: true, querystring: asked } }, async (request, reply) => {
    const [frame, to] = [bareFrame(request, context, '/sign-in'), pathIn(request.query.to)]
    const view = { frame, token: tokenOf(request), to }
    const shown = sample ? signInSamplePage({ ...view, people: await gate.samplePeople() }) : emptyPage({ frame })
    return reply.type(page).send(String(shown))
  })

  if (sample)
    app.post('/sign-in/sample', { config: open, schema: form }, async (request, reply) => {
      const { token, person: id, to } = request.body
      checkToken(request, token)
      const entered = await gate.letSampleIn(String(id), browserName(request.headers['user-agent']))
      if (entered === null) throw notThere()
      return giveCookie(reply, entered.secret).redirect(pathIn(to) || homeOf(entered.person), 303)
    })

  app.post('/sign-out', { config: own, schema: form }, async (request, reply) => {
    checkToken(request, request.body['token'])
    await gate.leave(personOf(request), request.login?.secret ?? '')
    return takeCookie(reply).redirect('/sign-in', 303)
  })

  app.get('/account', { config: own, schema: { hide: true } }, async (request, reply) => {
    const here = hashOf(request.login?.secret ?? '')
    const signIns = (await gate.listSignIns(personOf(request))).map((each) => ({ ...each, isThis: each.hash === here }))
    const frame = bareFrame(request, context, '/account')
    return reply.type(page).send(String(accountPage({ frame, token: tokenOf(request), signIns })))
  })

  app.post('/account/end', { config: own, schema: form }, async (request, reply) => {
    checkToken(request, request.body['token'])
    await gate.endSignIn(personOf(request), String(request.body['sign-in']))
    return reply.redirect('/account', 303)
  })
}
