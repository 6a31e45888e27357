import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { roles } from '../../analytics/framework/role.ts'
import { peoplePage, type PeopleView, type PersonLine } from '../../dashboards/pages/people.ts'
import { personPage, type PersonView } from '../../dashboards/pages/person.ts'
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
    const name = textIn(request.body, 'name').trim()
    const { typed, standing, errors: wrong } = standingIn(request.body, name === '' ? 'a person' : name)
    const errors = [...(name === '' ? [{ at: 'name', text: 'Enter the name of the person' }] : []), ...wrong]
    reply.type(page)
    const again = async (told: PeopleView['errors']) =>
      reply.code(400).send(await pageOf(request, { typed: { ...typed, name }, errors: told }))
    if (errors.length > 0) return again(errors)
    try {
      const secret = await peopleFor(request).invite({ name, ...standing })
      return await reply.send(await pageOf(request, { invitation: invitationAt(request, secret) }))
    } catch (error) {
      if (!(error instanceof Mistake)) throw error
      return again([{ at: 'of', text: error.message }])
    }
  })

  const personPageOf = async (request: FastifyRequest, id: string, shown: Partial<PersonView> = {}) => {
    const { name, signInName, role, organisation, assigned } = await peopleFor(request).find(id)
    const typed = { role, of: organisation ?? '', schools: assigned.join(', ') }
    const frame = await namedFrame(request, context, `/people/${id}`)
    return String(personPage({ frame, token: tokenOf(request), id, name, signInName, typed, errors: [], ...shown }))
  }

  app.get('/people/:id', { config, schema: { hide: true, params } }, async (request, reply) =>
    reply.type(page).send(await personPageOf(request, request.params.id)),
  )

  app.post('/people/:id', { config, schema: { hide: true, params, body } }, async (request, reply) => {
    checkToken(request, request.body['token'])
    const { id } = request.params
    const { typed, standing, errors } = standingIn(request.body, 'a person')
    if (errors.length > 0)
      return reply
        .code(400)
        .type(page)
        .send(await personPageOf(request, id, { typed, errors }))
    await peopleFor(request).change(id, standing)
    return reply.redirect('/people', 303)
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

/** What a form says somebody is to the hub, as it was typed and as it is meant, with what is wrong with it. */
function standingIn(fields: Readonly<Record<string, unknown>>, name: string) {
  const [role, of, schools] = ['role', 'of', 'schools'].map((field) => textIn(fields, field).trim())
  const typed = { role: role ?? '', of: of ?? '', schools: schools ?? '' }
  const urns = typed.schools.split(/[\s,;]+/).filter((urn) => urn !== '')
  const standing = {
    role: roles.find((each) => each === typed.role) ?? 'adviser',
    organisation: typed.of === '' ? null : typed.of,
    assigned: urns.map(Number),
  }
  const errors = [
    ...wrongWith(() => checkPerson({ name, ...standing }), 'of'),
    ...(urns.every((urn) => /^\d{6}$/.test(urn)) ? [] : [{ at: 'schools', text: 'Use URNs of six digits' }]),
  ]
  return { typed, standing, errors }
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
