import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { commentaryPage, type CommentaryView, type RemarkLine } from '../../dashboards/pages/commentary.ts'
import { instantText } from '../../dashboards/parts/instant.ts'
import { hrefOf } from '../../dashboards/parts/link.ts'
import type { RemarkTable } from '../../migrations/tables.ts'
import { audiences } from '../access/audience.ts'
import type { Commentary } from '../access/commentary-of.ts'
import { personOf } from '../access/identify.ts'
import type { Person } from '../access/person.ts'
import { checkToken, tokenOf } from '../access/same-origin.ts'
import type { Context } from '../context.ts'
import { Mistake } from '../mistake.ts'
import { aboutOf } from '../wrapping/commentary.ts'
import { namedFrame } from './frame.ts'
import { textIn } from './sign-in.ts'

/** What the routes of the commentary work with. */
export type CommentaryContext = Context & { readonly commentaryFor: (person: Person) => Commentary }

const config = { audience: audiences.hub, scope: 'hub' } as const
const page = 'text/html; charset=utf-8'
const text = Type.Optional(Type.String({ maxLength: 2000 }))
const querystring = Type.Object({ page: text, measure: text, scope: text, view: text })
const body = Type.Record(Type.String(), Type.Unknown())
const params = Type.Object({ id: Type.Integer({ minimum: 1 }) })

const untyped = { text: '', meantFor: 'hub', replaces: '' }

/** An address of ours: a form never leads elsewhere. */
const ownView = (view: string): string => (/^\/(?!\/)/.test(view) ? view : '/')

/** What is remarked on: a figure or a page, by default that from which somebody comes. */
function placeIn(told: Readonly<Record<string, unknown>>): CommentaryView['place'] {
  const [page, measure] = [textIn(told, 'page'), textIn(told, 'measure')]
  const view = ownView(textIn(told, 'view'))
  const [path = ''] = view.split('?')
  return { page: page === '' && measure === '' ? path : page, measure, scope: textIn(told, 'scope'), view }
}

/** What was remarked on pages and figures, with what became of it, and the form to remark more. */
export const commentaryRoutes: FastifyPluginAsyncTypebox<CommentaryContext> = async (app, context) => {
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))

  const pageOf = async (
    request: FastifyRequest,
    place: CommentaryView['place'],
    shown: Partial<CommentaryView> = {},
  ): Promise<string> => {
    const person = personOf(request)
    const { remarks, nameOf } = await context.commentaryFor(person).at(place)
    const lines = remarks.map((remark) => lineOf(remark, remarks, person, nameOf))
    const frame = await namedFrame(request, context, '/commentary')
    const view = {
      frame,
      token: tokenOf(request),
      about: aboutOf(place),
      place,
      lines,
      typed: untyped,
      named: [],
      errors: [],
    }
    return String(commentaryPage({ ...view, ...shown }))
  }

  app.get('/commentary', { config, schema: { hide: true, querystring } as const }, async (request, reply) =>
    reply.type(page).send(await pageOf(request, placeIn(request.query))),
  )

  app.post('/commentary', { config, schema: { hide: true, body } as const }, async (request, reply) => {
    checkToken(request, request.body['token'])
    const place = placeIn(request.body)
    const typed = {
      text: textIn(request.body, 'text'),
      meantFor: textIn(request.body, 'meantFor'),
      replaces: textIn(request.body, 'replaces'),
    }
    const again = async (shown: Partial<CommentaryView>) =>
      reply
        .code(400)
        .type(page)
        .send(await pageOf(request, place, { typed, ...shown }))
    try {
      const named = await context.commentaryFor(personOf(request)).write({
        ...place,
        text: typed.text,
        meantFor: typed.meantFor === 'council' ? 'council' : 'hub',
        replaces: /^\d+$/.test(typed.replaces) ? Number(typed.replaces) : null,
        isNamed: textIn(request.body, 'isNamed') === 'yes',
      })
      if (named.length > 0)
        return await again({ named, errors: [{ at: 'text', text: `This names ${named.join(', ')}` }] })
    } catch (error) {
      if (!(error instanceof Mistake) || error.statusCode !== 400) throw error
      return again({ errors: [{ at: 'text', text: error.message }] })
    }
    return reply.redirect(hrefOf('/commentary', { and: place }), 303)
  })

  for (const way of ['approve', 'withdraw'] as const)
    app.post(
      `/commentary/:id/${way}`,
      { config, schema: { hide: true, params, body } as const },
      async (request, reply) => {
        checkToken(request, request.body['token'])
        await context.commentaryFor(personOf(request))[way](request.params.id)
        return reply.redirect(hrefOf('/commentary', { and: placeIn(request.body) }), 303)
      },
    )
}

function lineOf(
  remark: RemarkTable,
  others: readonly RemarkTable[],
  person: Person,
  nameOf: (id: string) => string,
): RemarkLine {
  const { id, text, writtenAt, writtenBy, withdrawnAt, withdrawnBy, meantFor, approvedAt } = remark
  const instead = others.find(({ replaces }) => replaces === id)
  const isOver = withdrawnAt !== null || instead !== undefined
  const isSteward = person.role === 'data steward'
  return {
    ...remark,
    text,
    by: nameOf(writtenBy),
    writtenAt,
    isApproved: approvedAt !== null,
    ended:
      withdrawnAt !== null
        ? `Withdrawn ${instantText(withdrawnAt)} by ${nameOf(withdrawnBy ?? '')}.`
        : instead === undefined
          ? null
          : `Replaced ${instantText(instead.writtenAt)} by ${nameOf(instead.writtenBy)}.`,
    canWithdraw: !isOver && (isSteward || writtenBy === person.id),
    canApprove: !isOver && isSteward && meantFor === 'council' && approvedAt === null,
  }
}
