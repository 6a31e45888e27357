import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { changePasswordPage } from '../../dashboards/pages/change-password.ts'
import type { FormError } from '../../dashboards/parts/form.ts'
import { audiences } from '../access/audience.ts'
import { personOf } from '../access/identify.ts'
import { notThere } from '../access/not-there.ts'
import { leastLength } from '../access/password.ts'
import { checkToken, tokenOf } from '../access/same-origin.ts'
import type { Context } from '../context.ts'
import { namedFrame } from './frame.ts'
import { passwordErrors, textIn, wrongTries, type SignInContext } from './sign-in.ts'

const config = { audience: audiences.everyone, scope: 'self' } as const
const body = Type.Record(Type.String(), Type.Unknown())

/** Where somebody changes their own password. */
export const changePasswordRoutes: FastifyPluginAsyncTypebox<SignInContext & Pick<Context, 'scoped'>> = async (
  app,
  context,
) => {
  const { gate } = context
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))

  const pageOf = async (request: FastifyRequest, errors: readonly FormError[]): Promise<string> => {
    const frame = await namedFrame(request, context, '/account/password')
    const hasPassword = await gate.hasPassword(personOf(request))
    return String(changePasswordPage({ frame, token: tokenOf(request), hasPassword, leastLength, errors }))
  }

  app.get('/account/password', { config, schema: { hide: true } }, async (request, reply) =>
    reply.type('text/html; charset=utf-8').send(await pageOf(request, [])),
  )

  app.post(
    '/account/password',
    { config: { ...config, rated: 'sign-in' }, schema: { hide: true, body } },
    async (request, reply) => {
      const { login, body: typed } = request
      checkToken(request, typed['token'])
      if (login === null) throw notThere()
      const [password, code, next] = [textIn(typed, 'now'), textIn(typed, 'code'), textIn(typed, 'password')]
      const errors = await passwordErrors(typed, await gate.ownWords(login.person))
      if (errors.length === 0 && (await gate.changePassword(login, { password, code, next })))
        return reply.redirect('/account', 303)
      const wrong = { at: 'now', text: `That password and code do not belong together. ${wrongTries}` }
      return reply
        .code(400)
        .type('text/html; charset=utf-8')
        .send(await pageOf(request, errors.length > 0 ? errors : [wrong]))
    },
  )
}
