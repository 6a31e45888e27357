import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addHub } from '../../../ingest/hub.ts'
import { load } from '../../../ingest/load.ts'
import { openStore, type Store } from '../../../migrations/open.ts'
import { changePerson } from '../../../server/access/change-person.ts'
import { gateOf, type Gate } from '../../../server/access/gate.ts'
import { disable, endSignIns, invite, inviteAgain, checkPerson, type NewPerson } from '../../../server/access/invite.ts'
import { beginLoginSession, findLoginSession } from '../../../server/access/login-session.ts'
import { hashPassword } from '../../../server/access/password.ts'
import { checkOrganisation } from '../../../server/access/organisation.ts'
import { peopleOf } from '../../../server/access/people-of.ts'
import type { Person } from '../../../server/access/person.ts'
import { sealWith } from '../../../server/access/seal.ts'
import { hashOf } from '../../../server/access/secret.ts'
import { lockedFor, mostFailures, whoTyped } from '../../../server/access/show-who.ts'
import { findPerson } from '../../../server/queries/person.ts'
import { register } from '../../ingest/story.ts'
import { codeOf } from '../code-of.ts'

const seal = sealWith(Buffer.alloc(32, 1))
const [password, codes] = ['brass harbour lemon kettle', 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ']

let store: Store
let gate: Gate
let hubId: number
let otherHub: number
let hashed: string
beforeAll(async () => {
  store = await openStore(':memory:')
  hubId = await addHub(store, { name: 'Northshire', area: ['901'], now: '2026-01-01T00:00:00Z' })
  otherHub = await addHub(store, { name: 'Southshire', area: ['902'], now: '2026-01-01T00:00:00Z' })
  const [file, now] = [Buffer.from(register), '2026-01-10T09:00:00Z']
  await load(store, { hub: 'Northshire', fileName: 'register.csv', bytes: file, today: '2026-01-10', now, by: 'test' })
  await store.updateTable('registerSchool').set({ trustCode: 'T1' }).where('urn', '=', 100002).execute()
  hashed = await hashPassword(password)
})
afterAll(() => store.destroy())

let before = 0
beforeEach(async () => {
  gate = gateOf(store, seal)
  before = (await store.selectFrom('auditHead').select('number').executeTakeFirstOrThrow()).number
})

/** What the log tells of since the test began. */
const logged = async () =>
  (await store.selectFrom('auditLog').selectAll().where('number', '>', before).orderBy('number').execute()).map(
    ({ action, personId, hubId: of, detail }) => ({ action, personId, hubId: of, ...(JSON.parse(detail) as object) }),
  )

const leader = { role: 'hub leader', organisation: null, assigned: [] } as const
const invited = (name: string, more: Partial<NewPerson> = {}) =>
  invite(store, { hubId, name, ...leader, ...more }, 'by')
const personOf = async (id: string): Promise<Person> => {
  const person = await findPerson(store, id)
  if (person === null) throw new Error('nobody is there')
  return person
}
const made = () =>
  [
    { id: crypto.randomUUID(), kind: 'password', body: hashed },
    { id: crypto.randomUUID(), kind: 'totp', secret: codes, lastStep: 0 },
  ] as const

describe('an invitation', () => {
  it('adds somebody with a sign-in name of their own, and says so in the log', async () => {
    const one = await invited(' Zoë  Lowe ')
    const two = await invited('Zoe Lowe', { role: 'adviser', assigned: [100001, 100002, 100001] })
    const three = await invited('!!!', { role: 'school user', organisation: '100001' })
    expect([one, two, three].map(({ signInName }) => signInName)).toEqual(['zoe.lowe', 'zoe.lowe.2', 'person'])
    expect(await personOf(one.id)).toEqual({ id: one.id, name: 'Zoë  Lowe', hubId, ...leader })
    expect(new Set((await personOf(two.id)).assigned)).toEqual(new Set([100001, 100002]))
    expect(await personOf(three.id)).toMatchObject({ role: 'school user', organisation: '100001' })
    const entry = { action: 'invited a person', personId: 'by', hubId }
    expect(await logged()).toEqual([
      { ...entry, person: one.id, role: 'hub leader', organisation: null, assigned: [] },
      { ...entry, person: two.id, role: 'adviser', organisation: null, assigned: [100001, 100002, 100001] },
      { ...entry, person: three.id, role: 'school user', organisation: '100001', assigned: [] },
    ])
    const kept = await store.selectFrom('person').selectAll().where('id', '=', one.id).executeTakeFirstOrThrow()
    expect(kept).toMatchObject({ isSample: 0, madeBy: 'by', disabledAt: null, failedCount: 0, failedAt: null })
  })

  it('takes the sign-in name that is wanted, and no organisation or schools where the role is of none', async () => {
    const { id, signInName } = await invited('Grace', { signInName: '..G@x--y..', organisation: '901', assigned: [1] })
    expect(signInName).toBe('g@x--y')
    expect(await personOf(id)).toMatchObject({ organisation: null, assigned: [] })
  })

  it.each<[Parameters<typeof checkPerson>[0], string | null]>([
    [{ name: ' ', role: 'adviser', organisation: null }, 'Enter the name of the person'],
    [{ name: 'A', role: 'adviser', organisation: null }, null],
    [{ name: 'A', role: 'council officer', organisation: '901' }, null],
    [
      { name: 'A', role: 'council officer', organisation: '9011' },
      'A council officer is of one council: enter an LA code of three digits',
    ],
    [
      { name: 'A', role: 'council officer', organisation: 'x901' },
      'A council officer is of one council: enter an LA code of three digits',
    ],
    [{ name: 'A', role: 'school user', organisation: '100001' }, null],
    [
      { name: 'A', role: 'school user', organisation: '1000011' },
      'A school user is of one school: enter a URN of six digits',
    ],
    [
      { name: 'A', role: 'school user', organisation: 'x100001' },
      'A school user is of one school: enter a URN of six digits',
    ],
    [
      { name: 'A', role: 'school user', organisation: null },
      'A school user is of one school: enter a URN of six digits',
    ],
    [{ name: 'A', role: 'trust user', organisation: 'T1' }, null],
    [
      { name: 'A', role: 'trust user', organisation: '12345678901' },
      "A trust user is of one trust: enter the trust's code in the register",
    ],
    [
      { name: 'A', role: 'trust user', organisation: ' 1' },
      "A trust user is of one trust: enter the trust's code in the register",
    ],
  ])('of %o is answered with %s', (person, said) => {
    const saidOf = (): string | null => {
      try {
        checkPerson(person)
        return null
      } catch (error) {
        return error instanceof Error ? error.message : ''
      }
    }
    expect(saidOf()).toBe(said)
  })

  it('is refused where the person could not be', async () => {
    await expect(invited('')).rejects.toThrow('Enter the name of the person')
  })

  it('is open for a week, kept as a hash, and void once there is a newer one', async () => {
    const { id, secret } = await invited('Ada')
    expect(await gate.invited(secret)).toEqual({
      ...(await personOf(id)),
      signInName: 'ada',
      ownWords: ['Ada', 'ada', 'Northshire', ''],
    })
    const [row] = await store.selectFrom('invitation').selectAll().where('personId', '=', id).execute()
    expect(row).toMatchObject({ hash: hashOf(secret), madeBy: 'by', usedAt: null })
    expect(Date.parse(row?.endsAt ?? '') - Date.parse(row?.madeAt ?? '')).toBe(7 * 86_400_000)
    const newer = await inviteAgain(store, await personOf(id), 'by')
    expect([await gate.invited(secret), (await gate.invited(newer))?.id]).toEqual([null, id])
    expect((await logged()).at(-1)).toEqual({
      action: 'invited a person',
      personId: 'by',
      hubId,
      person: id,
      role: 'hub leader',
      again: true,
    })
    await store.updateTable('invitation').set({ endsAt: new Date().toISOString() }).execute()
    expect(await gate.invited(newer)).toBeNull()
  })

  it('gives its person what they made in place of what they had, once, and unlocks them', async () => {
    const { id, secret } = await invited('Used')
    await store.updateTable('person').set({ failedCount: 10, failedAt: '2026-01-10' }).where('id', '=', id).execute()
    const first = await gate.accept(secret, made(), 'Test')
    expect(first?.person.id).toBe(id)
    expect(await gate.accept(secret, made(), 'Test')).toBeNull()
    const person = await store.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(person).toMatchObject({ failedCount: 0, failedAt: null })
    const again = await inviteAgain(store, await personOf(id), 'by')
    const passkey = { id: 'the passkey', kind: 'passkey', body: '{}' } as const
    const second = await gate.accept(again, [passkey], 'Test')
    const kept = await store.selectFrom('credential').selectAll().where('personId', '=', id).execute()
    expect(kept).toMatchObject([{ ...passkey, usedAt: null }])
    expect(await findLoginSession(store, first?.secret ?? '', new Date())).toBeNull()
    expect(await findLoginSession(store, second?.secret ?? '', new Date())).toMatchObject({
      way: 'passkey',
      provided: null,
    })
    expect((await logged()).filter(({ personId }) => personId === id)).toEqual([
      { action: 'used an invitation', personId: id, hubId, way: 'password' },
      { action: 'used an invitation', personId: id, hubId, way: 'passkey' },
    ])
  })
})

describe('whoever types a name, a password and a code', () => {
  let step = 0
  const ready = async (name: string) => {
    const { id, secret, signInName } = await invited(name)
    await gate.accept(secret, made(), 'Test')
    return { id, signInName }
  }
  /** Types at a time of its own, so that no code was used before. */
  const type = (signInName: string, more: { readonly password?: string; readonly code?: string } = {}, later = 0) => {
    step += 3
    const now = new Date(Date.now() + step * 30_000 + later)
    const code = codeOf(codes, step + Math.floor(later / 30_000))
    return whoTyped(store, seal, { signInName, password, code, ...more }, now)
  }

  it('is let in, whatever the capitals of the name, and the log tells how', async () => {
    const { id, signInName } = await ready('Typist')
    expect(await type(` ${signInName.toUpperCase()} `)).toMatchObject({ id })
    const entered = await gate.letIn({ signInName, password, code: codeOf(codes) }, 'Firefox')
    // A code from before the last that was used does not count.
    expect(entered).toBeNull()
    await store
      .updateTable('credential')
      .set((eb) => ({ body: eb.val(JSON.stringify({ sealed: seal.close(codes, `codes of ${id}`), lastStep: 0 })) }))
      .where('personId', '=', id)
      .where('kind', '=', 'totp')
      .execute()
    const again = await gate.letIn({ signInName, password, code: codeOf(codes) }, 'Firefox')
    expect(again?.person.id).toBe(id)
    expect((await logged()).slice(-2)).toEqual([
      { action: 'sign-in refused', personId: id, hubId, way: 'password', why: 'wrong', count: 1 },
      { action: 'signed in', personId: id, hubId, way: 'password' },
    ])
    const [signIn] = await gate.listSignIns(await personOf(id))
    expect(signIn).toMatchObject({ browser: 'Firefox', way: 'password', hash: hashOf(again?.secret ?? '') })
    const used = await store
      .selectFrom('credential')
      .select('usedAt')
      .where('personId', '=', id)
      .where('kind', '=', 'totp')
      .executeTakeFirst()
    expect(used?.usedAt).not.toBeNull()
  })

  it('is refused where anything is wrong, and where two send one code at once all but one', async () => {
    const { id, signInName } = await ready('Wrong')
    for (const wrong of [{ password: 'wrong' }, { code: '000000' }, { code: '' }])
      expect(await type(signInName, wrong)).toBe('wrong')
    expect(await type('nobody at all')).toBe('wrong')
    expect((await logged()).slice(-4)).toEqual([
      ...[1, 2, 3].map((count) => ({
        action: 'sign-in refused',
        personId: id,
        hubId,
        way: 'password',
        why: 'wrong',
        count,
      })),
      { action: 'sign-in refused', personId: 'unknown', hubId: null, way: 'password' },
    ])
    const now = new Date(Date.now() + 900 * 30_000)
    const typed = { signInName, password, code: codeOf(codes, 900) }
    const both = await Promise.all([whoTyped(store, seal, typed, now), whoTyped(store, seal, typed, now)])
    expect(both.filter((found) => typeof found === 'object')).toHaveLength(1)
    const row = await store.selectFrom('person').select(['failedCount']).where('id', '=', id).executeTakeFirst()
    expect(row?.failedCount).toBeLessThan(2)
  })

  it('is refused who has no password or no codes, or is disabled', async () => {
    for (const kind of ['password', 'totp'] as const) {
      const { id, signInName } = await ready(`Without ${kind}`)
      await store.deleteFrom('credential').where('personId', '=', id).where('kind', '=', kind).execute()
      expect(await type(signInName)).toBe('wrong')
    }
    const { id, signInName } = await ready('Gone')
    await store.updateTable('person').set({ disabledAt: '2026-01-10' }).where('id', '=', id).execute()
    expect(await type(signInName)).toBe('wrong')
  })

  it('is locked out after ten wrong tries for a quarter of an hour, and counted anew then', async () => {
    const { id, signInName } = await ready('Locked')
    expect([mostFailures, lockedFor]).toEqual([10, 900_000])
    // All at one time, however long it takes.
    const [now, right] = [new Date(), codeOf(codes)]
    const failed = async (failedCount: number, ago: number) => {
      const failedAt = new Date(now.getTime() - ago).toISOString()
      await store.updateTable('person').set({ failedCount, failedAt }).where('id', '=', id).execute()
    }
    const tryAt = (code: string) => whoTyped(store, seal, { signInName, password, code }, now)
    await failed(9, 0)
    expect(await tryAt('000000')).toBe('wrong')
    expect(await tryAt(right)).toBe('locked')
    expect((await logged()).at(-1)).toMatchObject({ why: 'locked', count: 10 })
    await failed(10, lockedFor - 5000)
    expect(await tryAt(right)).toBe('locked')
    await failed(10, lockedFor + 5000)
    expect(await tryAt('000000')).toBe('wrong')
    expect((await logged()).at(-1)).toMatchObject({ why: 'wrong', count: 1 })
    expect(await tryAt(right)).toMatchObject({ id })
    expect(
      await store.selectFrom('person').select(['failedCount', 'failedAt']).where('id', '=', id).executeTakeFirst(),
    ).toEqual({ failedCount: 0, failedAt: null })
  })

  it('is told apart in the log where the key of their codes is lost, without being counted', async () => {
    const { id, signInName } = await ready('Key lost')
    const other = sealWith(Buffer.alloc(32, 9))
    expect(await whoTyped(store, other, { signInName, password, code: codeOf(codes) }, new Date())).toBe('key lost')
    expect((await logged()).at(-1)).toMatchObject({ personId: id, why: 'key lost', count: 0 })
  })
})

describe('a password', () => {
  it('is changed by who shows it with a code, and ends their other sign-ins; a wrong try counts as one to sign in', async () => {
    const { id, signInName, secret } = await invited('Changer')
    const other = await invited('Somebody else')
    expect(await gate.hasPassword(await personOf(id))).toBe(false)
    const here = await gate.accept(secret, made(), 'Here')
    const bystander = await gate.accept(other.secret, made(), 'Test')
    if (here === null || bystander === null) throw new Error('nobody came in')
    const browser = { personId: id, role: 'hub leader', way: 'password', browser: 'There' } as const
    const there = await beginLoginSession(store, browser, new Date())
    const login = { ...here, way: 'password', provided: null } as const
    const next = 'velvet anchor pepper window'
    const change = (more: object) => gate.changePassword(login, { password, code: codeOf(codes), next, ...more })
    expect([await change({ password: next }), await change({ code: '000000' })]).toEqual([false, false])
    expect(
      (await store.selectFrom('person').select('failedCount').where('id', '=', id).executeTakeFirst())?.failedCount,
    ).toBe(2)
    expect(await findLoginSession(store, there, new Date())).not.toBeNull()
    expect([await change({}), await gate.hasPassword(here.person)]).toEqual([true, true])
    expect((await logged()).at(-1)).toEqual({ action: 'changed a password', personId: id, hubId })
    expect(await findLoginSession(store, there, new Date())).toBeNull()
    for (const { secret: kept } of [here, bystander])
      expect(await findLoginSession(store, kept, new Date())).not.toBeNull()
    const type = (word: string) =>
      whoTyped(store, seal, { signInName, password: word, code: codeOf(codes, 1) }, new Date())
    expect([await type(password), await type(next)]).toMatchObject(['wrong', { id }])
    const typed = { signInName: other.signInName, password, code: codeOf(codes) }
    expect(await whoTyped(store, seal, typed, new Date())).toMatchObject({ id: other.id })
    expect(await gate.ownWords(here.person)).toEqual(['Changer', 'changer', 'Northshire', ''])
  })
})

describe('a sign-in', () => {
  const signedIn = async (name: string) => {
    const { id, secret } = await invited(name)
    const entered = await gate.accept(secret, made(), 'Test')
    return { person: await personOf(id), secret: entered?.secret ?? '' }
  }

  it('is left by its secret, or ended by its person from elsewhere, and by nobody else', async () => {
    const [one, two] = [await signedIn('Leaver'), await signedIn('Stayer')]
    await gate.endSignIn(two.person, hashOf(one.secret))
    expect(await gate.listSignIns(one.person)).toHaveLength(1)
    await gate.endSignIn(one.person, hashOf(one.secret))
    await gate.leave(two.person, two.secret)
    await gate.leave(two.person, two.secret)
    expect([await gate.listSignIns(one.person), await gate.listSignIns(two.person)]).toEqual([[], []])
    expect((await logged()).slice(-2)).toEqual([
      { action: 'ended a sign-in', personId: one.person.id, hubId },
      { action: 'signed out', personId: two.person.id, hubId },
    ])
  })

  it('of the sample people is one press for them and for nobody else', async () => {
    const [{ person }, other] = [await signedIn('Real'), await signedIn('Real too')]
    expect(await gate.letSampleIn(person.id, 'Test')).toBeNull()
    expect(await gate.letSampleIn('nobody', 'Test')).toBeNull()
    await store.updateTable('person').set({ isSample: 1 }).where('id', '=', person.id).execute()
    expect(await gate.samplePeople()).toEqual([{ ...person, of: null }])
    expect(await gate.letSampleIn(other.person.id, 'Test')).toBeNull()
    const entered = await gate.letSampleIn(person.id, 'Test')
    expect(await findLoginSession(store, entered?.secret ?? '', new Date())).toMatchObject({ way: 'sample', person })
    await store.updateTable('person').set({ isSample: 0 }).where('id', '=', person.id).execute()
  })

  it('by a passkey is refused where there is none, and the log says so', async () => {
    const site = { hostname: 'localhost', origin: 'http://localhost' }
    for (const response of [null, 'text', {}, { id: 7 }, { id: 'unknown' }])
      expect(await gate.letPasskeyIn(site, 'challenge', response, 'Test')).toBeNull()
    const { id, secret } = await invited('Passkey')
    const body = JSON.stringify({ publicKey: 'AAAA', counter: 0, transports: [] })
    await gate.accept(secret, [{ id: 'a-passkey', kind: 'passkey', body }], 'Test')
    expect(await gate.letPasskeyIn(site, 'challenge', { id: 'a-passkey' }, 'Test')).toBeNull()
    const refused = { action: 'sign-in refused', hubId: null, way: 'passkey' }
    expect((await logged()).filter(({ action }) => action === 'sign-in refused')).toEqual([
      ...Array.from({ length: 5 }, () => ({ ...refused, personId: 'unknown' })),
      { ...refused, personId: id },
    ])
  })

  it('of somebody disabled, erased or shut out is ended at once, their invitations void, and the log tells', async () => {
    const [one, two, three] = [await signedIn('Disabled'), await signedIn('Erased'), await signedIn('Ended')]
    const waiting = await inviteAgain(store, one.person, 'by')
    await disable(store, one.person, 'by')
    await store.deleteFrom('person').where('id', '=', two.person.id).execute()
    expect(await endSignIns(store, three.person, 'by')).toBe(1)
    expect(await endSignIns(store, three.person, 'by')).toBe(0)
    expect(await gate.invited(waiting)).toBeNull()
    expect(
      await store
        .selectFrom('invitation')
        .select('hash')
        .where('personId', '=', one.person.id)
        .where('usedAt', 'is', null)
        .execute(),
    ).toEqual([])
    for (const { secret } of [one, two, three]) expect(await findLoginSession(store, secret, new Date())).toBeNull()
    const entry = { personId: 'by', hubId }
    expect((await logged()).slice(-3)).toEqual([
      { action: 'disabled a person', ...entry, person: one.person.id, ended: 1 },
      { action: 'ended sign-ins', ...entry, person: three.person.id, ended: 1 },
      { action: 'ended sign-ins', ...entry, person: three.person.id, ended: 0 },
    ])
  })

  it('ends when it is not used, and in all, at other times for people of the hub than for schools and trusts', async () => {
    const lasts = async (role: NewPerson['role'], organisation: string | null, idle: number) => {
      const { id, secret } = await invited(`Times of ${role}`, { role, organisation })
      const entered = (await gate.accept(secret, made(), 'Test'))?.secret ?? ''
      const rows = store.selectFrom('loginSession').selectAll().where('personId', '=', id)
      const { beganAt, endsAt } = await rows.executeTakeFirstOrThrow()
      const holds: boolean[] = []
      // What is too late is asked first, for to be asked for in time counts as use.
      for (const minutes of [idle + 0.1, idle - 0.1]) {
        const at = new Date(Date.parse(beganAt) + minutes * 60_000)
        holds.push((await findLoginSession(store, entered, at)) !== null)
      }
      return [...holds, (Date.parse(endsAt) - Date.parse(beganAt)) / 60_000]
    }
    expect(await lasts('adviser', null, 60)).toEqual([false, true, 720])
    expect(await lasts('council officer', '901', 60)).toEqual([false, true, 720])
    expect(await lasts('school user', '100001', 30)).toEqual([false, true, 480])
    expect(await lasts('trust user', 'T1', 30)).toEqual([false, true, 480])
  })

  it('notes that it is used once a minute, ends at its time, and those that have ended are swept out', async () => {
    const { secret, person } = await signedIn('Used')
    const hash = hashOf(secret)
    const seen = async () =>
      (await store.selectFrom('loginSession').select('seenAt').where('hash', '=', hash).executeTakeFirst())?.seenAt ??
      ''
    const first = await seen()
    await findLoginSession(store, secret, new Date(Date.parse(first) + 59_000))
    expect(await seen()).toBe(first)
    const later = new Date(Date.parse(first) + 61_000)
    expect(await findLoginSession(store, secret, later)).toEqual({ person, secret, way: 'password', provided: null })
    expect(await seen()).toBe(later.toISOString())
    await store.updateTable('loginSession').set({ endsAt: later.toISOString() }).where('hash', '=', hash).execute()
    expect(await findLoginSession(store, secret, later)).toBeNull()
    expect(await findLoginSession(store, 'guessed', later)).toBeNull()
    await store.updateTable('loginSession').set({ endsAt: '2026-01-01' }).where('hash', '=', hash).execute()
    expect(await gate.listSignIns(person)).toEqual([])
    await signedIn('Next')
    expect(await seen()).toBe('')
  })
})

describe('the people of a hub', () => {
  it('are looked after by its data steward, who knows of nobody in another hub nor of those disabled', async () => {
    const { id } = await invited('Steward', { role: 'data steward' })
    const steward = await personOf(id)
    const people = peopleOf(store, steward)
    const secret = await people.invite({ name: 'New', ...leader })
    const found = await gate.invited(secret)
    expect(found).toMatchObject({ name: 'New', hubId })
    const newer = await people.inviteAgain(found?.id ?? '')
    expect((await gate.invited(newer))?.id).toBe(found?.id)
    await people.endSignIns(found?.id ?? '')
    await people.disable(found?.id ?? '')
    const foreign = await invited('Foreign', { hubId: otherHub })
    const names = (await people.list()).map(({ name }) => name)
    expect(names).toContain('New')
    expect(names).not.toContain('Foreign')
    for (const other of [foreign.id, found?.id ?? '', 'nobody'])
      for (const look of [people.inviteAgain, people.endSignIns, people.disable])
        await expect(look(other)).rejects.toThrow('There is nothing here that you can see.')
    expect(() => peopleOf(store, { ...steward, role: 'hub leader' })).toThrow('There is nothing here that you can see.')
    expect((await logged()).map(({ action }) => action)).toEqual([
      'invited a person',
      'invited a person',
      'invited a person',
      'ended sign-ins',
      'disabled a person',
      'invited a person',
    ])
  })
})

describe('what somebody is to their hub', () => {
  const standing = (role: NewPerson['role'], organisation: string | null = null, assigned: readonly number[] = []) => ({
    role,
    organisation,
    assigned,
  })
  const signedIn = async (name: string, more: Partial<NewPerson> = {}) => {
    const { id, secret } = await invited(name, more)
    await gate.accept(secret, made(), 'Test')
    return id
  }

  it('is changed with their schools, and their sign-ins end where it is another role or another organisation', async () => {
    const id = await signedIn('Changing', { role: 'adviser', assigned: [100002, 100001] })
    const change = async (now: ReturnType<typeof standing>) => changePerson(store, await personOf(id), now, 'by')
    const entry = { action: 'changed a person', personId: 'by', hubId, person: id }
    await change(standing('adviser', '901', [100004, 100002, 100004]))
    expect(await personOf(id)).toMatchObject(standing('adviser', null, [100002, 100004]))
    expect((await logged()).at(-1)).toEqual({
      ...entry,
      ...standing('adviser', null, [100002, 100004]),
      roleBefore: 'adviser',
      organisationBefore: null,
      assignedBefore: [100001, 100002],
      ended: 0,
    })
    await change(standing('school user', '100001', [100002]))
    expect(await personOf(id)).toMatchObject(standing('school user', '100001'))
    expect((await logged()).at(-1)).toEqual({
      ...entry,
      ...standing('school user', '100001'),
      roleBefore: 'adviser',
      organisationBefore: null,
      assignedBefore: [100002, 100004],
      ended: 1,
    })
    const again = await inviteAgain(store, await personOf(id), 'by')
    await gate.accept(again, made(), 'Test')
    await change(standing('school user', '100001'))
    expect((await logged()).at(-1)).toMatchObject({ ended: 0 })
    await change(standing('school user', '100002'))
    expect((await logged()).at(-1)).toMatchObject({ ended: 1, organisationBefore: '100001' })
    await gate.accept(await inviteAgain(store, await personOf(id), 'by'), made(), 'Test')
    await change(standing('hub leader'))
    expect((await logged()).at(-1)).toMatchObject({ ended: 1, role: 'hub leader' })
    const nameless = { ...(await personOf(id)), name: ' ' }
    expect(() => changePerson(store, nameless, standing('adviser'), 'by')).toThrow('Enter the name of the person')
    const other = await personOf(await signedIn('Other', { role: 'adviser', assigned: [100001] }))
    await change(standing('adviser'))
    expect((await personOf(other.id)).assigned).toEqual([100001])
    expect(await personOf(other.id)).toMatchObject({ role: 'adviser' })
  })

  it('is changed by a steward, but not their own', async () => {
    const [id, own] = [await signedIn('Changed'), await signedIn('Stewarding', { role: 'data steward' })]
    const people = peopleOf(store, await personOf(own))
    await people.change(id, standing('adviser', null, [100001]))
    expect(await people.find(id)).toMatchObject({ role: 'adviser', assigned: [100001] })
    await expect(people.change(own, standing('hub leader'))).rejects.toThrow(
      'You cannot change what you are yourself: ask another steward.',
    )
    expect((await personOf(own)).role).toBe('data steward')
    await expect(people.find('nobody')).rejects.toThrow('There is nothing here that you can see.')
  })

  it.each<[NewPerson['role'], string, string | null]>([
    ['council officer', '901', null],
    ['council officer', '902', '902 is no LA code of the hub’s area: use one that is'],
    ['school user', '100001', null],
    ['school user', '999999', 'The register that is loaded has no URN 999999: check it, or load a newer register'],
    ['trust user', 'T1', null],
    ['trust user', 'T9', 'The register that is loaded has no trust T9: check it, or load a newer register'],
    ['adviser', 'T9', null],
  ])('of a %s is of something that the hub has: %s', async (role, organisation, said) => {
    const saidOf = (of: Parameters<typeof checkOrganisation>[1]) =>
      checkOrganisation(store, of).then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.message : ''),
      )
    expect(await saidOf({ hubId, role, organisation })).toBe(said)
    expect(await saidOf({ hubId, role, organisation: null })).toBeNull()
    const elsewhere = await saidOf({ hubId: otherHub, role, organisation })
    expect(elsewhere === null).toBe(role === 'adviser' || organisation === '902')
  })

  it('is not of a school that an older register had', async () => {
    const schools = store.updateTable('registerSchool').where('urn', '=', 100007)
    await schools.set({ untilVersion: 9 }).execute()
    const belonging = { hubId, role: 'school user', organisation: '100007' } as const
    await expect(checkOrganisation(store, belonging)).rejects.toThrow('has no URN 100007')
    await schools.set({ untilVersion: null }).execute()
    await expect(checkOrganisation(store, belonging)).resolves.toBeUndefined()
  })
})

describe('a sign-in by a provider', () => {
  const told = {
    provider: 'entra',
    organisation: 'tenant',
    subject: 'object',
    name: 'Olive Crotchet',
    role: 'hub leader',
    of: { is: 'hub', hub: 'Northshire' },
  } as const

  it('keeps which it was and its word, until the person goes; and the log tells', async () => {
    const provided = { provider: 'entra', word: 'sealed' }
    const { person, secret } = await gate.letToldIn(told, provided, 'Edge')
    expect(person).toMatchObject({ name: 'Olive Crotchet', role: 'hub leader', hubId })
    const login = await findLoginSession(store, secret, new Date())
    expect(login).toEqual({ person, secret, way: 'provider', provided })
    expect((await logged()).at(-1)).toEqual({
      action: 'signed in',
      personId: person.id,
      hubId,
      way: 'provider',
      provider: 'entra',
    })
    await store.updateTable('person').set({ disabledAt: '2026-01-10' }).where('id', '=', person.id).execute()
    expect(await findLoginSession(store, secret, new Date())).toBeNull()
    await store.updateTable('person').set({ disabledAt: null }).where('id', '=', person.id).execute()
    for (const column of ['provider', 'providerWord'] as const) {
      await store
        .updateTable('loginSession')
        .set({ provider: 'entra', providerWord: 'sealed', [column]: null })
        .where('hash', '=', hashOf(secret))
        .execute()
      expect((await findLoginSession(store, secret, new Date()))?.provided).toBeNull()
    }
  })
})

describe('a store that is being written to', () => {
  it('lets people go on: that they were seen is noted another time, and any other fault is told', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'crescendo-test-'))
    const file = await openStore(join(folder, 'hub.db'))
    const other = await openStore(join(folder, 'hub.db'))
    await addHub(file, { name: 'Northshire', area: ['901'], now: '2026-01-01T00:00:00Z' })
    const own = gateOf(file, seal)
    const { secret } = await invite(file, { hubId: 1, name: 'Ada', ...leader }, 'by')
    const entered = await own.accept(secret, made(), 'Test')
    const soon = new Date(Date.now() + 120_000)
    await other.transaction().execute(async (trx) => {
      await trx.updateTable('hub').set({ name: 'Northshire' }).execute()
      expect((await findLoginSession(file, entered?.secret ?? '', soon))?.person.name).toBe('Ada')
    })
    await sql`create trigger broken before update on login_session begin select raise(abort, 'the disk is gone'); end`.execute(
      file,
    )
    await expect(findLoginSession(file, entered?.secret ?? '', soon)).rejects.toThrow('the disk is gone')
    await Promise.all([file.destroy(), other.destroy()])
    await rm(folder, { recursive: true })
  })
})
