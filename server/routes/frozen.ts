import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { disclose } from '../../analytics/disclosure/disclose.ts'
import { ask } from '../../analytics/measures/ask.ts'
import { freezePage, frozenListPage, frozenPage } from '../../dashboards/pages/frozen.ts'
import type { FormError } from '../../dashboards/parts/form.ts'
import { scopeQuery } from '../../dashboards/parts/remarks.ts'
import { audiences } from '../access/audience.ts'
import type { Frozen } from '../access/frozen-of.ts'
import { personOf } from '../access/identify.ts'
import { notThere } from '../access/not-there.ts'
import type { Person } from '../access/person.ts'
import { checkToken, tokenOf } from '../access/same-origin.ts'
import { measureOf, parseAsked } from '../asked.ts'
import type { Context } from '../context.ts'
import { doorOf } from './ask.ts'
import { frameOf, namedFrame } from './frame.ts'
import { textIn } from './sign-in.ts'

/** What the routes of frozen views work with. */
export type FrozenContext = Context & { readonly frozenFor: (person: Person) => Frozen }

const config = { audience: audiences.hub, scope: 'hub' } as const
const page = 'text/html; charset=utf-8'
const body = Type.Record(Type.String(), Type.Unknown())

/** Views that were frozen: figures, remarks and data version kept under an address of their own. */
export const frozenRoutes: FastifyPluginAsyncTypebox<FrozenContext> = async (app, context) => {
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))

  /** The figures that a page offers the numbers of, as the one who asks is shown them: whatever page it is. */
  const answersOn = async (request: FastifyRequest, view: string) => {
    if (!/^\/(?![/\\])(?!frozen|api)/.test(view)) throw notThere()
    const { headers } = request
    const { statusCode, body: shown } = await app.inject({
      url: view,
      headers: { host: headers.host ?? '', cookie: headers.cookie ?? '' },
    })
    if (statusCode !== 200) throw notThere()
    const door = doorOf(request, context)
    const evidence = await door.evidence()
    const found = [...shown.matchAll(/href="\/api\/measures\/([\w-]+)\.csv\?([^"]*)"/g)]
    const asked = new Map(
      found.map(([, id = '', query = '']) => [`${id}?${query}`, { id, query: query.replaceAll('&amp;', '&') }]),
    )
    const answers = [...asked.values()].map(({ id, query }) =>
      disclose(
        ask(
          measureOf(id),
          evidence,
          parseAsked(Object.fromEntries(new URLSearchParams(query)), evidence, context.today()),
        ),
        door.audience,
      ),
    )
    return { answers, dataVersion: evidence.dataVersion }
  }

  const freezeForm = async (request: FastifyRequest, view: string, typed = '', errors: readonly FormError[] = []) => {
    const { answers } = await answersOn(request, view)
    const frame = await namedFrame(request, context, '/frozen/new')
    return String(
      freezePage({ frame, token: tokenOf(request), view, titles: answers.map(({ title }) => title), typed, errors }),
    )
  }

  app.get('/frozen', { config, schema: { hide: true } as const }, async (request, reply) => {
    const views = await context.frozenFor(personOf(request)).list()
    return reply.type(page).send(String(frozenListPage(await namedFrame(request, context, '/frozen'), views)))
  })

  app.get(
    '/frozen/new',
    { config, schema: { hide: true, querystring: Type.Object({ view: Type.Optional(Type.String()) }) } as const },
    async (request, reply) => reply.type(page).send(await freezeForm(request, request.query.view ?? '/')),
  )

  app.post('/frozen', { config, schema: { hide: true, body } as const }, async (request, reply) => {
    checkToken(request, request.body['token'])
    const [view, title] = [textIn(request.body, 'view'), textIn(request.body, 'title').trim().slice(0, 200)]
    if (title === '') {
      const errors = [{ at: 'title', text: 'Enter a title' }]
      return reply
        .code(400)
        .type(page)
        .send(await freezeForm(request, view, title, errors))
    }
    const { answers, dataVersion } = await answersOn(request, view)
    if (answers.length === 0) throw notThere()
    const figures = new Set(answers.map(({ measure, where }) => `${measure} ${scopeQuery(where)}`))
    const [path = ''] = view.split('?')
    const standing = await doorOf(request, context).remarks()
    const remarks = standing.filter(
      (remark) => remark.page === path || figures.has(`${remark.measure} ${remark.scope}`),
    )
    const id = await context
      .frozenFor(personOf(request))
      .freeze({ title, address: view, dataVersion, answers, remarks })
    return reply.redirect(`/frozen/${id}`, 303)
  })

  app.get(
    '/frozen/:id',
    { config, schema: { hide: true, params: Type.Object({ id: Type.String({ maxLength: 64 }) }) } as const },
    async (request, reply) => {
      const found = await context.frozenFor(personOf(request)).find(request.params.id)
      const evidence = await doorOf(request, context).evidence(found.dataVersion)
      const [first] = found.answers
      const asked = { asOf: first?.asOf ?? context.today(), where: first?.where ?? {} }
      const { view: _, remarks: __, ...frame } = frameOf(request, context, `/frozen/${found.id}`, evidence, asked)
      return reply.type(page).send(String(frozenPage({ ...found, frame })))
    },
  )
}
