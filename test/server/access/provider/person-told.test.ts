import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addHub } from '../../../../ingest/hub.ts'
import { load } from '../../../../ingest/load.ts'
import { openStore, type Store } from '../../../../migrations/open.ts'
import { logged } from '../../../../server/access/audit-log.ts'
import { beginLoginSession, findLoginSession } from '../../../../server/access/login-session.ts'
import { forget } from '../../../../server/access/forget.ts'
import { disable } from '../../../../server/access/invite.ts'
import { personTold } from '../../../../server/access/provider/person-told.ts'
import type { Told } from '../../../../server/access/provider/told.ts'
import { register } from '../../../ingest/story.ts'

let store: Store
let hubs: readonly number[]
beforeAll(async () => {
  store = await openStore(':memory:')
  const now = '2026-01-10T09:00:00Z'
  hubs = [
    await addHub(store, { name: 'North', area: ['901'], now }),
    await addHub(store, { name: 'South', area: ['902'], now }),
  ]
  for (const hub of ['North', 'South']) {
    const file = { hub, fileName: 'register.csv', bytes: Buffer.from(register), today: '2026-01-10', now, by: 'test' }
    await load(store, file)
  }
})
afterAll(() => store.destroy())

const told = (more: Partial<Told> = {}): Told => ({
  provider: 'dfe',
  organisation: 'org',
  subject: 'sub',
  name: 'Ada Lowe',
  role: 'school user',
  of: { is: 'school', code: '100001', hub: null },
  ...more,
})
const hubOf = (name: string) => ({ is: 'hub' as const, hub: name })

const come = (more: Partial<Told> = {}) => logged(store, (trx, log) => personTold(trx, log, told(more)))
const whyNot = async (more: Partial<Told>) =>
  come(more).then(
    () => null,
    (error: { why?: string; told?: object }) => ({ why: error.why, ...error.told }),
  )
const log = async () =>
  (await store.selectFrom('auditLog').selectAll().orderBy('number').execute()).map(
    ({ action, personId, hubId, detail }) => ({
      action,
      personId,
      hubId,
      ...(JSON.parse(detail) as object),
    }),
  )

describe('whoever a provider tells of', () => {
  it('is made known once, and known again by provider, organisation and subject together', async () => {
    const { id, ...person } = await come()
    expect(person).toEqual({
      name: 'Ada Lowe',
      hubId: hubs[0],
      role: 'school user',
      organisation: '100001',
      assigned: [],
    })
    expect(await log()).toEqual([
      {
        action: 'came to be known',
        personId: id,
        hubId: hubs[0],
        provider: 'dfe',
        role: 'school user',
        organisation: '100001',
      },
    ])
    expect(await come({ name: 'Ada Newname' })).toEqual({ id, ...person, name: 'Ada Newname' })
    expect(await log()).toHaveLength(1)
    const others = [{ provider: 'other' }, { organisation: 'other' }, { subject: 'other' }]
    const ids = await Promise.all(others.map(async (other) => (await come(other)).id))
    expect(new Set([id, ...ids]).size).toBe(4)
    const identities = await store.selectFrom('identity').selectAll().where('personId', '=', id).execute()
    expect(identities).toMatchObject([{ hubId: hubs[0], provider: 'dfe', organisation: 'org', subject: 'sub' }])
    const kept = await store
      .selectFrom('person')
      .select(['madeBy', 'signInName'])
      .where('id', '=', id)
      .executeTakeFirst()
    expect(kept).toEqual({ madeBy: 'dfe', signInName: 'ada.lowe' })
  })

  it('has the role and organisation that are told now, and no sign-in from before they changed', async () => {
    const { id, role } = await come({ subject: 'changing' })
    const session = {
      personId: id,
      role,
      way: 'provider',
      browser: 'Test',
      provided: { provider: 'dfe', word: 'w' },
    } as const
    const secret = await beginLoginSession(store, session, new Date())
    await come({ subject: 'changing' })
    expect(await findLoginSession(store, secret, new Date())).toMatchObject({
      provided: { provider: 'dfe', word: 'w' },
    })
    const changes: readonly [Partial<Told>, string, string | null, number][] = [
      [{ of: { is: 'school', code: '100002', hub: null } }, 'school user', '100002', 1],
      [{ role: 'council officer', of: { is: 'council', code: '901', hub: null } }, 'council officer', '901', 0],
      [{ role: 'adviser', of: hubOf('North') }, 'adviser', null, 0],
      [{ role: 'hub leader', of: hubOf('North') }, 'hub leader', null, 0],
    ]
    for (const [more, now, organisation, ended] of changes) {
      expect(await come({ subject: 'changing', ...more })).toMatchObject({ id, role: now, organisation })
      expect((await log()).at(-1)).toEqual({
        action: 'changed a role',
        personId: id,
        hubId: hubs[0],
        provider: 'dfe',
        role: now,
        organisation,
        ended,
      })
    }
    expect(await findLoginSession(store, secret, new Date())).toBeNull()
  })

  it('is refused once disabled, and nothing of it is kept', async () => {
    const { id } = await come({ subject: 'disabled' })
    await store.updateTable('person').set({ disabledAt: '2026-01-10' }).where('id', '=', id).execute()
    const before = (await log()).length
    expect(await whyNot({ subject: 'disabled', name: 'Other' })).toEqual({
      why: 'disabled',
      hubId: hubs[0],
      personId: id,
    })
    expect(await log()).toHaveLength(before)
    expect((await store.selectFrom('person').select('name').where('id', '=', id).executeTakeFirst())?.name).toBe(
      'Ada Lowe',
    )
  })

  it('is of the one hub whose area their organisation is in', async () => {
    expect(await whyNot({ subject: 'a', of: { is: 'school', code: '999999', hub: null } })).toEqual({
      why: 'unknown organisation',
    })
    expect(await whyNot({ subject: 'a', of: { is: 'council', code: '903', hub: null } })).toEqual({
      why: 'unknown organisation',
    })
    expect(await whyNot({ subject: 'a', of: { is: 'trust', code: '2001', hub: null } })).toEqual({
      why: 'unknown organisation',
    })
    expect(await whyNot({ subject: 'a', of: hubOf('Nowhere') })).toEqual({ why: 'unknown organisation' })
    expect(await come({ subject: 'b', of: { is: 'school', code: '100007', hub: null } })).toMatchObject({
      hubId: hubs[1],
    })
    expect(
      await come({ subject: 'b', of: { is: 'council', code: '902', hub: null }, role: 'council officer' }),
    ).toMatchObject({ hubId: hubs[1] })
    expect(await come({ subject: 'b', of: hubOf('South'), role: 'adviser' })).toMatchObject({ hubId: hubs[1] })
  })

  it('is of the hub that the settings name where there are several, and of none else', async () => {
    await store
      .insertInto('hubArea')
      .values({ hubId: hubs[1] ?? 0, la: '901', fromOn: null, toOn: null })
      .execute()
    expect(await whyNot({ subject: 'c' })).toEqual({ why: 'several hubs' })
    expect(await whyNot({ subject: 'c', of: { is: 'council', code: '901', hub: null } })).toEqual({
      why: 'several hubs',
    })
    for (const [at, hub] of ['North', 'South'].entries())
      expect(await come({ subject: 'c', of: { is: 'school', code: '100001', hub } })).toMatchObject({ hubId: hubs[at] })
    expect(await whyNot({ subject: 'c', of: { is: 'school', code: '100007', hub: 'North' } })).toEqual({
      why: 'unknown organisation',
    })
  })
})

describe('whoever was forgotten', () => {
  const north = () => hubs[0] ?? 0
  const ofNorth = { role: 'hub leader', of: hubOf('North') } as const
  const forgotten = async (id: string) => forget(store, { hubId: north(), people: [id] }, 'steward')

  it('comes back as somebody new, which the log tells, where they were not shut out', async () => {
    const leaver = { ...ofNorth, subject: 'erased at their wish' }
    const { id } = await come(leaver)
    await forgotten(id)
    const again = await come(leaver)
    expect(again.id).not.toBe(id)
    expect((await log()).at(-1)).toMatchObject({ action: 'came to be known', personId: again.id })
  })

  it('stays out where they were disabled, also after a restore; others of the same name elsewhere do not', async () => {
    const culprit = { ...ofNorth, subject: 'shut out' }
    const { id } = await come(culprit)
    await disable(store, { id, hubId: north() }, 'steward')
    await forgotten(id)
    const people = async () => (await store.selectFrom('person').selectAll().execute()).length
    const before = await people()
    expect(await whyNot(culprit)).toEqual({ why: 'disabled', hubId: north() })
    expect(await people()).toBe(before)
    for (const other of [{ provider: 'entra' }, { organisation: 'other org' }])
      expect(await whyNot({ ...culprit, ...other })).toBeNull()
    expect(await whyNot({ ...culprit, of: hubOf('South') })).toBeNull()
    const marks = await store.selectFrom('erasure').select('body').where('body', 'like', `%${id}%`).execute()
    expect(marks).toHaveLength(1)
    expect(JSON.stringify(marks)).toMatch(/shutOut.{6,12}[0-9a-f]{64}/)
    expect(JSON.stringify(marks)).not.toContain('shut out')
  })
})
