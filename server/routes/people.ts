import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { roles } from '../../analytics/framework/role.ts'
import { peoplePage, type PeopleView, type PersonLine } from '../../dashboards/pages/people.ts'
import { audiences } from '../access/audience.ts'
import { personOf } from '../access/identify.ts'
import { checkPerson, daysOpen } from '../access/invite.ts'
import type { People } from '../access/people-of.ts'
import type { Person } from '../access/person.ts'
import { checkToken, tokenOf } from '../access/same-origin.ts'
import type { Context } from '../context.ts'
import { Mistake } from '../mistake.ts'
import type { PersonListed } from '../queries/person.ts'
import { namedFrame } from './frame.ts'
import { siteOf, textIn } from './sign-in.ts'

/** What the routes of people work with. */
export type PeopleContext = Context & { readonly peopleFor: (person: Person) => People }

const config = { audience: audiences.steward, scope: 'people' } as const
const page = 'text/html; charset=utf-8'
const params = Type.Object({ id: Type.String({ maxLength: 64 }) })
const body = Type.Record(Type.String(), Type.Unknown())

const ways = { passkey: 'passkey', password: 'password', totp: 'codes', provider: 'an outside service' } as const

function wayOf({ disabledAt, signsInWith, invitedUntil }: PersonListed): string {
  if (disabledAt !== null) return 'No more'
  const now = signsInWith.length === 0 ? 'Not yet' : `With ${signsInWith.map((kind) => ways[kind]).join(' and ')}`
  return invitedUntil === null ? now : `${now}; an invitation waits`
}

const lineOf = (person: PersonListed): PersonLine => ({
  ...person,
  assigned: person.assigned.length,
  way: wayOf(person),
  isDisabled: person.disabledAt !== null,
})

const untyped = { name: '', role: 'adviser', of: '', schools: '' }

/** The hub's people, for its data steward: to invite, to invite again, and to let in no more. */
export const peopleRoutes: FastifyPluginAsyncTypebox<PeopleContext> = async (app, context) => {
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))
  const peopleFor = (request: FastifyRequest): People => context.peopleFor(personOf(request))

  const pageOf = async (request: FastifyRequest, shown: Partial<PeopleView> = {}): Promise<string> => {
    const view = { token: tokenOf(request), typed: untyped, errors: [], invitation: null, daysOpen }
    const people = (await peopleFor(request).list()).map(lineOf)
    return String(peoplePage({ frame: await namedFrame(request, context, '/people'), ...view, people, ...shown }))
  }

  const invitationAt = (request: FastifyRequest, secret: string) => `${siteOf(request).origin}/invitation/${secret}`

  app.get('/people', { config, schema: { hide: true } }, async (request, reply) =>
    reply.type(page).send(await pageOf(request)),
  )

  app.post('/people', { config, schema: { hide: true, body } }, async (request, reply) => {
    checkToken(request, request.body['token'])
    const [name, of, schools] = ['name', 'of', 'schools'].map((field) => textIn(request.body, field).trim())
    const typed = { name: name ?? '', of: of ?? '', schools: schools ?? '', role: textIn(request.body, 'role') }
    const role = roles.find((each) => each === typed.role) ?? 'adviser'
    const urns = typed.schools.split(/[\s,;]+/).filter((urn) => urn !== '')
    const person = {
      name: typed.name,
      role,
      organisation: typed.of === '' ? null : typed.of,
      assigned: urns.map(Number),
    }
    const errors = [
      ...wrongWith(() => checkPerson(person), typed.name === '' ? 'name' : 'of'),
      ...(urns.every((urn) => /^\d{6}$/.test(urn)) ? [] : [{ at: 'schools', text: 'Use URNs of six digits' }]),
    ]
    reply.type(page)
    if (errors.length > 0) return reply.code(400).send(await pageOf(request, { typed, errors }))
    const secret = await peopleFor(request).invite(person)
    return reply.send(await pageOf(request, { invitation: invitationAt(request, secret) }))
  })

  app.post('/people/:id/invite', { config, schema: { hide: true, params, body } }, async (request, reply) => {
    checkToken(request, request.body['token'])
    const secret = await peopleFor(request).inviteAgain(request.params.id)
    return reply.type(page).send(await pageOf(request, { invitation: invitationAt(request, secret) }))
  })

  app.post('/people/:id/end', { config, schema: { hide: true, params, body } }, async (request, reply) => {
    checkToken(request, request.body['token'])
    await peopleFor(request).endSignIns(request.params.id)
    return reply.redirect('/people', 303)
  })

  app.post('/people/:id/disable', { config, schema: { hide: true, params, body } }, async (request, reply) => {
    checkToken(request, request.body['token'])
    if (request.params.id === personOf(request).id)
      throw new Mistake('You cannot disable yourself: ask another steward.')
    await peopleFor(request).disable(request.params.id)
    return reply.redirect('/people', 303)
  })
}

/** What a check complains of, at a field. */
function wrongWith(check: () => void, at: string): readonly { readonly at: string; readonly text: string }[] {
  try {
    check()
    return []
  } catch (error) {
    if (!(error instanceof Mistake)) throw error
    return [{ at, text: error.message }]
  }
}
