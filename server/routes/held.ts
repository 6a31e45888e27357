import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { heldPage, type HeldView } from '../../dashboards/pages/held.ts'
import { countText } from '../../dashboards/parts/number.ts'
import { audiences } from '../access/audience.ts'
import type { HeldAbout } from '../access/held-of.ts'
import { personOf } from '../access/identify.ts'
import type { Person } from '../access/person.ts'
import { checkToken, tokenOf } from '../access/same-origin.ts'
import type { Context } from '../context.ts'
import type { Held } from '../queries/held-about.ts'
import { namedFrame } from './frame.ts'
import { textIn } from './sign-in.ts'

const config = { audience: audiences.steward, scope: 'people' } as const
const body = Type.Record(Type.String(), Type.Unknown())
const form = { hide: true, body } as const
const page = 'text/html; charset=utf-8'

/** The names that a form asks for, a line each. */
const namesIn = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((name) => name.trim())
    .filter((name) => name.length > 1)

/** What was chosen under a name, one or several. */
const chosenIn = (fields: Readonly<Record<string, unknown>>, name: string): readonly string[] =>
  [fields[name]].flat().filter((value) => typeof value === 'string')

const foundOf = ({ signIns, contacts, named, filesNotSearched }: Held): NonNullable<HeldView['found']> => ({
  signIns: signIns.flatMap(({ person }) =>
    person === undefined
      ? []
      : [{ value: person.id, text: `${person.name}, ${person.role}`, hint: `Sign-in name ${person.signInName}` }],
  ),
  contacts: contacts.map(({ id, name, role, school, urn, address }) => ({
    value: id,
    text: `${name}, ${role}, ${school ?? `URN ${urn}`}`,
    hint: address,
  })),
  places: named,
  waiting: filesNotSearched,
})

/** What is held about somebody, for the data steward: to tell it, and to erase what was looked over and chosen. */
export const heldRoutes: FastifyPluginAsyncTypebox<
  Context & { readonly heldFor: (person: Person) => HeldAbout }
> = async (app, context) => {
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))

  const pageOf = async (request: FastifyRequest, shown: Partial<HeldView> = {}): Promise<string> => {
    const view = { token: tokenOf(request), names: '', errors: [], found: null, done: null }
    return String(heldPage({ frame: await namedFrame(request, context, '/held'), ...view, ...shown }))
  }

  app.get('/held', { config, schema: { hide: true } }, async (request, reply) =>
    reply.type(page).send(await pageOf(request)),
  )

  app.post('/held', { config, schema: form }, async (request, reply) => {
    checkToken(request, request.body['token'])
    const names = textIn(request.body, 'names')
    reply.type(page)
    const wrong = [{ at: 'names', text: 'Enter a name of two letters or more' }]
    if (namesIn(names).length === 0) return reply.code(400).send(await pageOf(request, { names, errors: wrong }))
    const held = await context.heldFor(personOf(request)).find(namesIn(names))
    return reply.send(await pageOf(request, { names, found: foundOf(held) }))
  })

  app.post('/held/copy', { config: { ...config, rated: 'export' }, schema: form }, async (request, reply) => {
    checkToken(request, request.body['token'])
    const held = await context.heldFor(personOf(request)).find(namesIn(textIn(request.body, 'names')))
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="held.json"')
      .send(JSON.stringify(held, null, 2))
  })

  app.post('/held/erase', { config, schema: form }, async (request, reply) => {
    checkToken(request, request.body['token'])
    const names = textIn(request.body, 'names')
    const heldAbout = context.heldFor(personOf(request))
    const before = await heldAbout.find(namesIn(names))
    const known = [
      ...before.signIns.flatMap(({ person }) => person?.name ?? []),
      ...before.contacts.map(({ name }) => name),
    ]
    const forgotten = await heldAbout.forget({
      people: chosenIn(request.body, 'people'),
      contacts: chosenIn(request.body, 'contacts'),
      words: { names: [...namesIn(names), ...known], codes: chosenIn(request.body, 'words') },
    })
    const done = `Erased: ${countText(forgotten.people, 'person', 'people')} who signed in, ${countText(forgotten.contacts, 'contact')}, the name in ${countText(forgotten.places, 'place')}.`
    return reply
      .type(page)
      .send(await pageOf(request, { done, names, found: foundOf(await heldAbout.find(namesIn(names))) }))
  })
}
