import { beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../migrations/open.ts'
import { checkGivenOn, eraseContacts, recordConsent, recordWithdrawal } from '../../../server/access/consent.ts'
import { contactsOf } from '../../../server/access/contacts-of.ts'
import { listToWriteTo, mayBeWrittenTo } from '../../../server/access/may-contact.ts'
import { markOf } from '../../../server/access/suppression.ts'
import { listConsents, listContacts } from '../../../server/queries/contact.ts'
import { emptyHubs, erasedIn, logOf, north as hubId, south as other, steward } from './empty-hubs.ts'

let store: Store
beforeEach(async () => {
  store = await emptyHubs()
  return () => store.destroy()
})

const ada = { hubId, urn: 100001, name: ' Ada Lowe ', address: ' A.Lowe@Ash.example', source: 'letter' } as const
const consenting = { ...ada, role: 'Head Teacher', givenOn: '2025-01-10' } as const
const withdrawing = { hubId, address: 'A.LOWE@ash.example', withdrawnOn: '2026-01-09', source: 'spoken' } as const

const logged = () => logOf(store)
const toWriteTo = async (of: number = hubId) => (await listToWriteTo(store, of)).map(({ id }) => id)

describe('the day of a consent', () => {
  it('is one, and not still to come', () => {
    expect(() => checkGivenOn('2026-01-10', '2026-01-10')).not.toThrow()
    expect(() => checkGivenOn('soon', '2026-01-10')).toThrow(
      'Enter the day on which consent was given, such as 2026-09-14',
    )
    expect(() => checkGivenOn('2026-01-11', '2026-01-10')).toThrow(
      'The day on which consent was given is still to come',
    )
  })
})

describe('consent', () => {
  it('makes a contact of the school, once for an address, and is logged without the name', async () => {
    const id = await recordConsent(store, consenting, 'by')
    const [contact] = await listContacts(store, hubId)
    expect(contact).toMatchObject({
      id,
      name: 'Ada Lowe',
      address: 'a.lowe@ash.example',
      role: 'Head Teacher',
      urn: 100001,
    })
    expect(
      await recordConsent(store, { ...consenting, name: 'Ada King', role: 'Other', givenOn: '2025-02-10' }, 'by'),
    ).toBe(id)
    expect(await listContacts(store, hubId)).toMatchObject([{ id, name: 'Ada King', role: 'Other' }])
    expect(await listConsents(store, hubId)).toMatchObject([{ givenOn: '2025-01-10' }, { givenOn: '2025-02-10' }])
    const entry = { action: 'recorded consent', personId: 'by', hubId, contact: id, urns: [100001], source: 'letter' }
    expect(await logged()).toEqual([entry, entry])
    expect(await recordConsent(store, { ...consenting, urn: 100002 }, 'by')).not.toBe(id)
    expect(await toWriteTo(other)).toEqual([])
  })

  it('that is withdrawn lets nothing be sent to the address at any school of the hub, and another hub goes on', async () => {
    const [one, two] = [
      await recordConsent(store, consenting, 'by'),
      await recordConsent(store, { ...consenting, urn: 100002 }, 'by'),
    ]
    const apart = await recordConsent(store, { ...consenting, address: 'b@ash.example' }, 'by')
    const away = await recordConsent(store, { ...consenting, hubId: other }, 'by')
    expect(await recordWithdrawal(store, withdrawing, 'by')).toBe(2)
    expect([await toWriteTo(), await toWriteTo(other)]).toEqual([[apart], [away]])
    const withdrawn = (await listConsents(store, hubId)).flatMap((held) =>
      held.withdrawn === null ? [] : [[held.contactId, held.withdrawn] as const],
    )
    const told = { withdrawnOn: '2026-01-09', source: 'spoken' }
    expect(Object.fromEntries(withdrawn)).toEqual({ [one]: told, [two]: told })
    const mark = await markOf(hubId, 'a.lowe@ash.example')
    expect(await store.selectFrom('suppression').select(['hubId', 'mark']).execute()).toEqual([{ hubId, mark }])
    expect(await erasedIn(store)).toMatchObject([
      { hubId, kind: 'withdrawal', mark, withdrawnOn: '2026-01-09', source: 'spoken' },
    ])
    const entry = (await logged()).at(-1) as { contacts?: readonly string[] }
    expect(entry).toMatchObject({
      action: 'recorded a withdrawal',
      personId: 'by',
      hubId,
      withdrawnOn: '2026-01-09',
      source: 'spoken',
    })
    expect(entry.contacts?.toSorted()).toEqual([one, two].toSorted())
    const [kept] = await store.selectFrom('withdrawal').selectAll().execute()
    expect(kept).toMatchObject({ hubId, withdrawnOn: '2026-01-09', source: 'spoken', recordedBy: 'by' })
  })

  it('is withdrawn of an address that is nobody’s too, and given anew it counts again and takes the mark off', async () => {
    expect(await recordWithdrawal(store, withdrawing, 'by')).toBe(0)
    expect(await store.selectFrom('suppression').select('hubId').execute()).toEqual([{ hubId }])
    const id = await recordConsent(store, consenting, 'by')
    expect(await toWriteTo()).toEqual([id])
    expect(await store.selectFrom('suppression').select('hubId').execute()).toEqual([])
    expect((await logged()).at(-1)).toEqual({
      action: 'recorded consent',
      personId: 'by',
      hubId,
      contact: id,
      urns: [100001],
      source: 'letter',
      again: true,
    })
    await recordWithdrawal(store, withdrawing, 'by')
    await recordConsent(store, consenting, 'by')
    // What was withdrawn once stays so; it is the newer consent that counts.
    expect((await listConsents(store, hubId)).map(({ withdrawn }) => withdrawn === null)).toEqual([false, true])
    await recordWithdrawal(store, { ...withdrawing, withdrawnOn: '2026-01-10' }, 'by')
    expect((await listConsents(store, hubId)).map(({ withdrawn }) => withdrawn?.withdrawnOn)).toEqual([
      '2026-01-09',
      '2026-01-10',
    ])
  })

  it('lets somebody be written to who gave it and did not withdraw it', () => {
    const consent = { givenOn: '2025-01-10', source: 'letter', withdrawn: null } as const
    const withdrawn = { withdrawnOn: '2026-01-09', source: 'spoken' } as const
    const may = [null, consent, { ...consent, withdrawn }].map((held) => mayBeWrittenTo({ consent: held }))
    expect(may).toEqual([false, true, false])
  })

  it('goes with its contact where that is erased, of which a mark is kept, in its own hub only', async () => {
    const [id, kept] = [
      await recordConsent(store, consenting, 'by'),
      await recordConsent(store, { ...consenting, urn: 100002 }, 'by'),
    ]
    expect(await eraseContacts(store, other, [id])).toBe(0)
    expect(await eraseContacts(store, hubId, [id, 'nobody', id])).toBe(1)
    expect((await listContacts(store, hubId)).map((contact) => contact.id)).toEqual([kept])
    expect((await listConsents(store, hubId)).map(({ contactId }) => contactId)).toEqual([kept])
    expect(await erasedIn(store)).toEqual([{ hubId, kind: 'contact', contact: id }])
  })
})

describe('the contacts of a hub', () => {
  const contacts = (person = steward) => contactsOf({ store, storeFile: ':memory:', today: () => '2026-01-10' }, person)

  it('are for its data steward alone', () => {
    for (const role of ['hub leader', 'adviser', 'council officer', 'school user', 'trust user'] as const)
      expect(() => contacts({ ...steward, role })).toThrow('There is nothing here that you can see.')
  })

  it('are recorded, handed out, withdrawn and erased by the steward, who finds none of another hub', async () => {
    const own = contacts()
    const { hubId: _, ...told } = consenting
    await own.consent(told)
    await own.consent({ ...told, address: 'b@ash.example' })
    const away = await recordConsent(store, { ...consenting, hubId: other }, 'by')
    const [first = { id: '' }, second = { id: '' }] = await own.list()
    expect((await own.list()).map(({ urn }) => urn)).toEqual([100001, 100001])
    expect(await own.handOut()).toEqual(await own.list())
    expect((await logged()).at(-1)).toEqual({
      action: 'exported',
      personId: 'steward',
      hubId,
      what: 'contacts',
      rows: 2,
    })
    await own.withdraw(first.id, 'letter')
    expect((await logged()).at(-1)).toMatchObject({
      action: 'recorded a withdrawal',
      personId: 'steward',
      withdrawnOn: '2026-01-10',
      source: 'letter',
    })
    expect((await own.handOut()).map(({ id }) => id)).toEqual([second.id])
    await own.erase(second.id)
    expect((await logged()).at(-1)).toEqual({
      action: 'erased a contact',
      personId: 'steward',
      hubId,
      contact: second.id,
    })
    expect((await own.list()).map(({ id }) => id)).toEqual([first.id])
    for (const id of [away, second.id, 'nobody'])
      for (const work of [own.erase(id), own.withdraw(id, 'letter')])
        await expect(work).rejects.toThrow('There is nothing here that you can see.')
    expect(await toWriteTo(other)).toEqual([away])
  })

  it('withdraw by messages, each from the day it was sent, or today where that is not said or to come', async () => {
    const own = contacts()
    const { hubId: _, ...told } = consenting
    for (const address of ['a@ash.example', 'b@ash.example', 'c@ash.example']) await own.consent({ ...told, address })
    const message = (from: string, subject: string, date?: string) =>
      `From - x\r\nFrom: ${from}\r\nSubject: ${subject}\r\n${date === undefined ? '' : `Date: ${date}\r\n`}\r\nx\r\n\r\n`
    const mailbox = [
      message('a@ash.example', 'Withdraw', 'Thu, 8 Jan 2026 23:30:00 +0000'),
      message('b@ash.example', 'Withdraw', 'Fri, 9 Jan 2099 09:00:00 +0000'),
      message('c@ash.example', 'withdraw'),
      message('c@ash.example', 'Our concert'),
      message('stranger@elsewhere.example', 'Withdraw'),
    ].join('')
    expect(await own.withdrawByMessages(Buffer.from(mailbox))).toEqual({ messages: 5, withdrawals: 4, unknown: 1 })
    const days = (await own.list()).map(({ address, consent }) => [address, consent?.withdrawn])
    expect(Object.fromEntries(days)).toEqual({
      'a@ash.example': { withdrawnOn: '2026-01-08', source: 'message' },
      'b@ash.example': { withdrawnOn: '2026-01-10', source: 'message' },
      'c@ash.example': { withdrawnOn: '2026-01-10', source: 'message' },
    })
    const by = await store.selectFrom('withdrawal').select('recordedBy').distinct().execute()
    expect(by).toEqual([{ recordedBy: 'steward' }])
  })
})
