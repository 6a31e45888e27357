import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { parseAcademicYear } from '../../analytics/framework/academic-year.ts'
import { returnChangesPage } from '../../dashboards/pages/return-changes.ts'
import { returnPage } from '../../dashboards/pages/return.ts'
import { returnsPage } from '../../dashboards/pages/returns.ts'
import type { FormError } from '../../dashboards/parts/form.ts'
import { partText } from '../../dashboards/parts/return-part.ts'
import { audiences } from '../access/audience.ts'
import { personOf } from '../access/identify.ts'
import type { Person } from '../access/person.ts'
import { checkToken, tokenOf } from '../access/same-origin.ts'
import type { Context } from '../context.ts'
import { Mistake } from '../mistake.ts'
import { ownWorkbook } from '../returns/files.ts'
import type { Returns } from '../returns/returns-of.ts'
import { odsName, odsType } from '../wrapping/ods.ts'
import { filesSent } from './files-sent.ts'
import { namedFrame } from './frame.ts'
import { figureLines, historyOf, lineOf } from './return-lines.ts'
import { textIn } from './sign-in.ts'

/** What the routes of returns work with. */
export type ReturnsContext = Context & { readonly returnsFor: (person: Person) => Returns }

const config = { audience: audiences.returns, scope: 'returns' } as const
const page = 'text/html; charset=utf-8'
const id = Type.Integer({ minimum: 1 })
const params = Type.Object({ id })
const body = Type.Record(Type.String(), Type.Unknown())
const form = { hide: true, params, body } as const

type Sent = FastifyRequest<{ Params: { id: number }; Body: Record<string, unknown> }>

/** The pages of returns: to draft, check, approve, freeze, issue again and compare them. */
export const returnRoutes: FastifyPluginAsyncTypebox<ReturnsContext> = async (app, context) => {
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))
  const returnsFor = (request: FastifyRequest): Returns => context.returnsFor(personOf(request))

  const listPage = async (
    request: FastifyRequest,
    typed = { profile: '', year: '' },
    errors: readonly FormError[] = [],
  ) => {
    const returns = returnsFor(request)
    const frame = await namedFrame(request, context, '/returns')
    const issues = (await returns.list()).issues.map(lineOf)
    return String(
      returnsPage({ frame, token: tokenOf(request), issues, profiles: await returns.profiles(), typed, errors }),
    )
  }

  const onePage = async (request: FastifyRequest, returnId: number, errors: readonly FormError[] = []) => {
    const shown = await returnsFor(request).see(returnId)
    const { issue, template, others, evidence } = shown
    const view = {
      ...shown,
      ...lineOf(issue),
      frame: await namedFrame(request, context, `/returns/${returnId}`),
      token: tokenOf(request),
      profile: issue.body,
      reason: issue.reason,
      reissues: issue.reissues,
      history: historyOf(shown),
      figures: figureLines(shown),
      template: template?.name ?? null,
      openDocument: context.writeOds === null ? null : odsName(ownWorkbook(issue)),
      others: others.map(lineOf),
      councils: evidence.councilNames,
      errors,
    }
    return String(returnPage(view))
  }

  /** Does what a form asks and leads to where that gives; what is wrong is said at a field of the return's page. */
  const step = (path: string, work: (returns: Returns, request: Sent) => Promise<number | void>, at = 'main') =>
    app.post(`/returns/:id/${path}`, { config, schema: form }, async (request, reply) => {
      checkToken(request, request.body['token'])
      const { id: returnId } = request.params
      try {
        const next = await work(returnsFor(request), request)
        return await reply.redirect(`/returns/${next ?? returnId}`, 303)
      } catch (error) {
        if (!(error instanceof Mistake) || error.statusCode !== 400) throw error
        return reply
          .code(400)
          .type(page)
          .send(await onePage(request, returnId, [{ at, text: error.message }]))
      }
    })

  app.get('/returns', { config, schema: { hide: true } as const }, async (request, reply) =>
    reply.type(page).send(await listPage(request)),
  )

  app.post('/returns', { config, schema: { hide: true, body } as const }, async (request, reply) => {
    checkToken(request, request.body['token'])
    const typed = { profile: textIn(request.body, 'profile'), year: textIn(request.body, 'year') }
    const year = parseAcademicYear(typed.year)
    const refuse = async (text: string) =>
      reply
        .code(400)
        .type(page)
        .send(await listPage(request, typed, [{ at: 'year', text }]))
    if (year === null) return refuse('Enter an academic year such as 2024/25')
    try {
      return await reply.redirect(`/returns/${await returnsFor(request).draft(typed.profile, year)}`, 303)
    } catch (error) {
      if (!(error instanceof Mistake)) throw error
      return refuse(error.message)
    }
  })

  app.get('/returns/:id', { config, schema: { hide: true, params } as const }, async (request, reply) =>
    reply.type(page).send(await onePage(request, request.params.id)),
  )

  step('narratives', async (returns, { params, body }) => {
    const { issue } = await returns.see(params.id)
    for (const { id: narrative } of issue.body.narratives)
      await returns.write(params.id, narrative, textIn(body, `text-${narrative}`))
  })
  const upload = { ...config, rated: 'upload' } as const
  app.post(
    '/returns/:id/template',
    { config: upload, schema: { hide: true, params } as const },
    async (request, reply) => {
      const { id: returnId } = request.params
      const wrong = async (text: string) =>
        reply
          .code(400)
          .type(page)
          .send(await onePage(request, returnId, [{ at: 'template', text }]))
      try {
        const [file] = await filesSent(request, { files: 1, megabytes: 20, form: 'Return' })
        if (file === undefined) return await wrong('Select the recipient’s workbook')
        await returnsFor(request).takeTemplate(returnId, file.name, file.bytes)
      } catch (error) {
        if (!(error instanceof Mistake) || error.statusCode !== 400) throw error
        return wrong(error.message)
      }
      return reply.redirect(`/returns/${returnId}`, 303)
    },
  )
  step('refresh', (returns, { params }) => returns.refresh(params.id))
  step('approve', (returns, { params }) => returns.approve(params.id))
  step('reopen', (returns, { params }) => returns.reopen(params.id))
  step('freeze', (returns, { params }) => returns.freeze(params.id))
  step('reissue', (returns, { params, body }) => returns.reissue(params.id, textIn(body, 'reason')), 'reason')

  app.get(
    '/returns/:id/files/:name',
    {
      config: { ...config, rated: 'export' as const },
      schema: { hide: true, params: Type.Object({ id, name: Type.String() }) } as const,
    },
    async (request, reply) => {
      const { id: returnId, name } = request.params
      const { writeOds } = context
      const returns = returnsFor(request)
      const isOpen = writeOds !== null && name.endsWith('.ods')
      const bytes = isOpen ? await writeOds(await returns.toOpen(returnId, name)) : await returns.file(returnId, name)
      return reply
        .type(isOpen ? odsType : 'application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .send(Buffer.from(bytes))
    },
  )

  app.get(
    '/returns/:id/changes/:other',
    { config, schema: { hide: true, params: Type.Object({ id, other: id }) } as const },
    async (request, reply) => {
      const { id: one, other } = request.params
      const { from, to, changes, loads } = await returnsFor(request).compare(one, other)
      const { evidence } = await returnsFor(request).see(to.id)
      const titles = new Map([...from.body.indicators, ...to.body.indicators].map((each) => [each.id, each.title]))
      const view = {
        frame: await namedFrame(request, context, `/returns/${one}/changes/${other}`),
        from: lineOf(from),
        to: lineOf(to),
        changes: changes.map(({ indicator, of, ...change }) => ({
          ...change,
          title: titles.get(indicator) ?? indicator,
          part: partText(of, evidence.councilNames),
        })),
        loads,
      }
      return reply.type(page).send(String(returnChangesPage(view)))
    },
  )
}
