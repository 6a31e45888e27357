import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { partsOfDay } from '../../analytics/framework/day.ts'
import { councilsPage, type CouncilTyped, type CouncilsView } from '../../dashboards/pages/hub-councils.ts'
import { stepPage } from '../../dashboards/pages/hub-step.ts'
import { fileSteps } from '../../dashboards/pages/hub-steps.ts'
import { hubPage } from '../../dashboards/pages/hub.ts'
import type { FormError } from '../../dashboards/parts/form.ts'
import { audiences } from '../access/audience.ts'
import { personOf } from '../access/identify.ts'
import { notThere } from '../access/not-there.ts'
import type { OwnHub } from '../access/own-hub.ts'
import { checkToken, tokenOf } from '../access/same-origin.ts'
import { Mistake } from '../mistake.ts'
import { readExample } from '../wrapping/example-sheet.ts'
import { fileFrame } from './file-frame.ts'
import { stepOf, waitingOf, type HubContext } from './hub-step.ts'
import { textIn } from './sign-in.ts'

const config = { audience: audiences.steward, scope: 'set-up' } as const
const schema = { hide: true } as const
const form = { hide: true, body: Type.Record(Type.String(), Type.Unknown()) } as const
const page = 'text/html; charset=utf-8'

/** The pages on which a steward sets up the hub, and looks after what it is made of. */
export const hubRoutes: FastifyPluginAsyncTypebox<HubContext> = async (app, context) => {
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))
  const ownHub = (request: FastifyRequest): OwnHub => context.ownHubFor(personOf(request))

  app.get('/hub', { config, schema }, async (request, reply) => {
    const own = ownHub(request)
    const counts = { ...(await own.setUp()), councils: (await own.councils()).length }
    const frame = await fileFrame(request, context, '/hub')
    const kinds = (await waitingOf(request, context)).map(({ kind }) => kind)
    return reply.type(page).send(String(hubPage({ frame, counts, waiting: kinds })))
  })

  const councilsOf = async (request: FastifyRequest, shown: Partial<CouncilsView> = {}): Promise<string> => {
    const own = ownHub(request)
    const councils = (await own.councils()).map(({ la, name, fromOn, toOn }) => ({
      la,
      name,
      from: fromOn ?? '',
      to: toOn ?? '',
    }))
    const told = { name: await own.name(), councils, more: '', errors: [], isSaved: false }
    const frame = await fileFrame(request, context, '/hub/councils')
    return String(councilsPage({ frame, token: tokenOf(request), ...told, ...shown }))
  }

  app.get(
    '/hub/councils',
    { config, schema: { hide: true, querystring: Type.Object({ saved: Type.Optional(Type.String()) }) } as const },
    async (request, reply) =>
      reply.type(page).send(await councilsOf(request, { isSaved: request.query.saved !== undefined })),
  )

  app.post('/hub/councils', { config, schema: form }, async (request, reply) => {
    const { body } = request
    checkToken(request, body['token'])
    const own = ownHub(request)
    const [name, more] = [textIn(body, 'name').trim(), textIn(body, 'more').trim()]
    const isFirst = (await own.councils()).length === 0
    const typed: readonly CouncilTyped[] = (await own.councils()).map(({ la, name: called }) => ({
      la,
      name: called,
      from: textIn(body, `from-${la}`).trim(),
      to: textIn(body, `to-${la}`).trim(),
    }))
    const kept = typed.filter(({ la }) => textIn(body, `out-${la}`) === '')
    const { codes, unknown } = await own.councilsIn(more)
    const added = codes.filter((la) => !kept.some((council) => council.la === la))
    const errors: readonly FormError[] = [
      ...(name === '' ? [{ at: 'name', text: 'Enter the name of the hub' }] : []),
      ...kept.flatMap(wrongDays),
      ...(unknown.length === 0
        ? []
        : [{ at: 'more', text: `There is no council “${unknown.join('”, “')}”: use its name or its LA code` }]),
      ...(kept.length + added.length + unknown.length === 0
        ? [{ at: 'more', text: 'Enter at least one council' }]
        : []),
    ]
    const again = async (wrong: readonly FormError[]) =>
      reply
        .code(400)
        .type(page)
        .send(await councilsOf(request, { name, councils: typed, more, errors: wrong }))
    if (errors.length > 0) return again(errors)
    const councils = [
      ...kept.map(({ la, from, to }) => ({ la, fromOn: from || null, toOn: to || null })),
      ...added.map((la) => ({ la, fromOn: null, toOn: null })),
    ]
    try {
      await own.change({ name, councils })
    } catch (error) {
      if (!(error instanceof Mistake)) throw error
      return again([{ at: 'name', text: error.message }])
    }
    return reply.redirect(isFirst ? '/hub' : '/hub/councils?saved', 303)
  })

  for (const name of ['register', 'audits'] as const)
    app.get(fileSteps[name].path, { config, schema }, async (request, reply) =>
      reply.type(page).send(String(stepPage(await stepOf(request, context, name)))),
    )

  const send = async (reply: FastifyReply, file: string, type: string) => {
    const example = await readExample(file)
    if (example === null) throw notThere()
    return reply.type(type).header('content-disposition', `attachment; filename="example-${file}"`).send(example)
  }
  app.get(
    '/hub/examples/:kind.csv',
    { config, schema: { hide: true, params: Type.Object({ kind: Type.String({ maxLength: 40 }) }) } as const },
    (request, reply) => send(reply, `${request.params.kind}.csv`, 'text/csv; charset=utf-8'),
  )
  app.get('/hub/examples/boundaries.geojson', { config, schema }, (_, reply) =>
    send(reply, 'boundaries.geojson', 'application/geo+json'),
  )
}

/** What is wrong with the days of a council, at their fields. */
function wrongDays({ la, from, to }: CouncilTyped): readonly FormError[] {
  const wrong = (['from', 'to'] as const).filter((which) => {
    const day = which === 'from' ? from : to
    return day !== '' && partsOfDay(day) === null
  })
  if (wrong.length > 0) return wrong.map((which) => ({ at: `${which}-${la}`, text: 'Use a day such as 2026-09-01' }))
  return from !== '' && to !== '' && to < from
    ? [{ at: `to-${la}`, text: 'The last day must not be before the first' }]
    : []
}
