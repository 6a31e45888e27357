import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { askedOfFrozen, frozenTitle, type FrozenFigure } from '../../dashboards/pages/frozen-figures.ts'
import { freezePage, frozenListPage, frozenPage } from '../../dashboards/pages/frozen.ts'
import type { FormError } from '../../dashboards/parts/form.ts'
import { scopeQuery } from '../../dashboards/parts/remarks.ts'
import { audiences } from '../access/audience.ts'
import type { Frozen } from '../access/frozen-of.ts'
import { personOf } from '../access/identify.ts'
import { notThere } from '../access/not-there.ts'
import type { Person } from '../access/person.ts'
import { checkToken, tokenOf } from '../access/same-origin.ts'
import type { Context } from '../context.ts'
import { frozenCsv, frozenSvg } from '../wrapping/frozen-file.ts'
import { doorOf } from './ask.ts'
import { figuresOn } from './figures-on.ts'
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

  /** A frozen view, and the frame that it stood in. */
  const frozenAsked = async (request: FastifyRequest, id: string) => {
    const found = await context.frozenFor(personOf(request)).find(id)
    const door = doorOf(request, context)
    const evidence = await door.evidence(found.dataVersion)
    const [first] = found.figures
    const asked = first === undefined ? { asOf: context.today(), where: {} } : askedOfFrozen(first)
    const boundaries = found.figures.some((figure) => 'shares' in figure)
      ? await door.boundaries(found.dataVersion)
      : []
    const { view: _, remarks: __, ...frame } = frameOf(request, context, `/frozen/${id}`, evidence, asked)
    return { found, frame, boundaries }
  }

  const freezeForm = async (request: FastifyRequest, view: string, typed = '', errors: readonly FormError[] = []) => {
    const { figures } = await figuresOn(app, request, context, view)
    const frame = await namedFrame(request, context, '/frozen/new')
    return String(freezePage({ frame, token: tokenOf(request), view, titles: figures.map(frozenTitle), typed, errors }))
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
    const { figures, dataVersion } = await figuresOn(app, request, context, view)
    if (figures.length === 0) throw notThere()
    const shown = new Set(figures.map(remarkedAs))
    const [path = ''] = view.split('?')
    const standing = await doorOf(request, context).remarks()
    const remarks = standing.filter((remark) => remark.page === path || shown.has(`${remark.measure} ${remark.scope}`))
    const id = await context
      .frozenFor(personOf(request))
      .freeze({ title, address: view, dataVersion, figures, remarks })
    return reply.redirect(`/frozen/${id}`, 303)
  })

  app.get(
    '/frozen/:id',
    { config, schema: { hide: true, params: Type.Object({ id: Type.String({ maxLength: 64 }) }) } as const },
    async (request, reply) => {
      const { found, frame, boundaries } = await frozenAsked(request, request.params.id)
      return reply.type(page).send(String(frozenPage({ ...found, frame, boundaries })))
    },
  )

  app.get(
    '/frozen/:id/files/:name',
    {
      config,
      schema: { hide: true, params: Type.Object({ id: Type.String({ maxLength: 64 }), name: Type.String() }) } as const,
    },
    async (request, reply) => {
      const { found, frame, boundaries } = await frozenAsked(request, request.params.id)
      const [, number, kind] = /^(\d+)\.(csv|svg)$/.exec(request.params.name) ?? []
      const figure = found.figures[Number(number) - 1]
      if (figure === undefined) throw notThere()
      if (kind === 'svg') return reply.type('image/svg+xml').send(frozenSvg(figure, frame, boundaries) ?? '')
      const what = `frozen view ${found.id}, ${request.params.name}`
      const { asOf, where } = askedOfFrozen(figure)
      await doorOf(request, context).exported(what, { asOf, where }, rowsIn(figure))
      const file = `${found.title.replaceAll(/[^\w]+/g, '-')}-${number}.csv`
      return reply
        .type('text/csv')
        .header('content-disposition', `attachment; filename="${file}"`)
        .send(frozenCsv(figure))
    },
  )
}

/** By what remarks on a figure know it; those on strand profiles and maps stand by their page. */
const remarkedAs = (figure: FrozenFigure): string =>
  'measure' in figure ? `${figure.measure} ${scopeQuery(figure.where)}` : ''

const rowsIn = (figure: FrozenFigure): number =>
  ('shares' in figure ? figure.shares : 'profiles' in figure ? figure.profiles : figure.rows).length
