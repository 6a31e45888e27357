import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { consentSources, contactRoles } from '../../analytics/framework/contact.ts'
import { contactPage } from '../../dashboards/pages/contact.ts'
import { contactsPage, type ContactLine, type ContactsView } from '../../dashboards/pages/contacts.ts'
import type { FormError } from '../../dashboards/parts/form.ts'
import { countText } from '../../dashboards/parts/number.ts'
import { audiences } from '../access/audience.ts'
import { checkGivenOn } from '../access/consent.ts'
import type { Contacts } from '../access/contacts-of.ts'
import { personOf } from '../access/identify.ts'
import { notThere } from '../access/not-there.ts'
import type { Person } from '../access/person.ts'
import { checkToken, tokenOf } from '../access/same-origin.ts'
import type { Withdrawn } from '../access/withdraw-messages.ts'
import type { Context } from '../context.ts'
import { Mistake } from '../mistake.ts'
import type { Contact } from '../queries/contact.ts'
import { endOf } from '../retention/period.ts'
import { schedule } from '../retention/schedule.ts'
import { contactsCsv } from '../wrapping/contacts-csv.ts'
import { namedFrame } from './frame.ts'
import { filesSent } from './files-sent.ts'
import { textIn } from './sign-in.ts'

/** What the routes of contacts work with. */
export type ContactsContext = Context & { readonly contactsFor: (person: Person) => Contacts }

const config = { audience: audiences.steward, scope: 'people' } as const
const page = 'text/html; charset=utf-8'
const params = Type.Object({ id: Type.String({ maxLength: 64 }) })
const body = Type.Record(Type.String(), Type.Unknown())
const untyped = { urn: '', name: '', role: '', address: '', givenOn: '', source: '' }

const lineOf = ({ consent, ...contact }: Contact): ContactLine => {
  const withdrawn = consent?.withdrawn ?? null
  const erasedOn = withdrawn === null ? '' : endOf(schedule['withdrawn-contacts'].period, withdrawn.withdrawnOn)
  return {
    ...contact,
    consent:
      consent === null ? null : { ...consent, withdrawn: withdrawn === null ? null : { ...withdrawn, erasedOn } },
  }
}

/** The contacts of schools, for the data steward: who may be written to, and who may not any more. */
export const contactRoutes: FastifyPluginAsyncTypebox<ContactsContext> = async (app, context) => {
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))
  const contactsFor = (request: FastifyRequest): Contacts => context.contactsFor(personOf(request))

  const pageOf = async (request: FastifyRequest, shown: Partial<ContactsView> = {}): Promise<string> => {
    const frame = await namedFrame(request, context, '/contacts')
    const contacts = (await contactsFor(request).list()).map(lineOf)
    const view = { frame, token: tokenOf(request), typed: untyped, errors: [], done: null, contacts }
    return String(contactsPage({ ...view, ...shown }))
  }

  app.get('/contacts', { config, schema: { hide: true } }, async (request, reply) =>
    reply.type(page).send(await pageOf(request)),
  )

  app.post('/contacts', { config, schema: { hide: true, body } }, async (request, reply) => {
    checkToken(request, request.body['token'])
    const field = (name: keyof typeof untyped) => textIn(request.body, name).trim()
    const [urn, name, address, givenOn] = [field('urn'), field('name'), field('address'), field('givenOn')]
    const role = contactRoles.find((each) => each === field('role')) ?? 'Other'
    const source = consentSources.find((each) => each === field('source')) ?? 'spoken'
    const typed = { urn, name, role, address, givenOn, source }
    const errors = errorsIn(typed, context.today())
    reply.type(page)
    if (errors.length > 0) return reply.code(400).send(await pageOf(request, { typed, errors }))
    await contactsFor(request).consent({ urn: Number(urn), name, role, address, givenOn, source })
    return reply.send(await pageOf(request, { done: `The consent of ${name} is recorded.` }))
  })

  const upload = { ...config, rated: 'upload' } as const
  app.post('/contacts/messages', { config: upload, schema: { hide: true } }, async (request, reply) => {
    const sent = await filesSent(request, { files: 20, megabytes: 20, form: 'Contacts of schools' })
    reply.type(page)
    if (sent.length === 0)
      return reply.code(400).send(await pageOf(request, { errors: [{ at: 'files', text: 'Select a message' }] }))
    const found: Withdrawn[] = []
    for (const { bytes } of sent) found.push(await contactsFor(request).withdrawByMessages(bytes))
    return reply.send(await pageOf(request, { done: doneText(found) }))
  })

  const exported = { ...config, rated: 'export' } as const
  app.get('/contacts/to-write-to.csv', { config: exported, schema: { hide: true } }, async (request, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="contacts-to-write-to.csv"')
      .send(contactsCsv(await contactsFor(request).handOut())),
  )

  app.get('/contacts/:id', { config, schema: { hide: true, params } }, async (request, reply) => {
    const found = (await contactsFor(request).list()).find(({ id }) => id === request.params.id)
    if (found === undefined) throw notThere()
    const frame = await namedFrame(request, context, `/contacts/${found.id}`)
    return reply.type(page).send(String(contactPage({ frame, token: tokenOf(request), contact: lineOf(found) })))
  })

  app.post('/contacts/:id/withdraw', { config, schema: { hide: true, params, body } }, async (request, reply) => {
    checkToken(request, request.body['token'])
    const source = consentSources.find((each) => each === request.body['source']) ?? 'spoken'
    await contactsFor(request).withdraw(request.params.id, source)
    return reply.redirect('/contacts', 303)
  })

  app.post('/contacts/:id/erase', { config, schema: { hide: true, params, body } }, async (request, reply) => {
    checkToken(request, request.body['token'])
    await contactsFor(request).erase(request.params.id)
    return reply.redirect('/contacts', 303)
  })
}

function errorsIn(
  { urn, name, address, givenOn }: Readonly<Record<'urn' | 'name' | 'address' | 'givenOn', string>>,
  today: string,
): readonly FormError[] {
  const errors: FormError[] = []
  if (!/^\d{6}$/.test(urn)) errors.push({ at: 'urn', text: 'Enter a URN of six digits' })
  if (name === '') errors.push({ at: 'name', text: 'Enter the name of the contact' })
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) errors.push({ at: 'address', text: 'Enter an e-mail address' })
  try {
    checkGivenOn(givenOn, today)
  } catch (error) {
    if (!(error instanceof Mistake)) throw error
    errors.push({ at: 'givenOn', text: error.message })
  }
  return errors
}

function doneText(found: readonly Withdrawn[]): string {
  const sum = (part: keyof Withdrawn): number => found.reduce((total, each) => total + each[part], 0)
  const [messages, withdrawals, unknown] = [sum('messages'), sum('withdrawals'), sum('unknown')]
  if (withdrawals === 0)
    return `${countText(messages, 'message')} ${messages === 1 ? 'was' : 'were'} read, and none has the subject Withdraw.`
  const rest =
    unknown === 0
      ? ''
      : ` ${countText(unknown, 'address', 'addresses')} stood here as nobody’s contact, and may not be written to either from now on.`
  return `${countText(withdrawals, 'withdrawal')} recorded, of ${countText(messages, 'message')}.${rest}`
}
