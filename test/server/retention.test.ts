import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addHub } from '../../ingest/hub.ts'
import { openStore, type Store } from '../../migrations/open.ts'
import { recordConsent, recordWithdrawal } from '../../server/access/consent.ts'
import { disable, invite } from '../../server/access/invite.ts'
import { verifyLog } from '../../server/access/verify-log.ts'
import { endOf } from '../../server/retention/period.ts'
import { applyDaily, applySchedule, listHeldByRule } from '../../server/retention/retain.ts'
import { schedule } from '../../server/retention/schedule.ts'
import { hubWith } from '../ingest/story.ts'
import { environmentOf, runProgram } from '../program.ts'
import { ask, tokenIn } from './files-app.ts'
import { appOf } from './sample-app.ts'
import { signedIn } from './signed-in.ts'

let folder: string
let file: string
let store: Store
let hubId: number
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crescendo-test-'))
  file = join(folder, 'hub.db')
  store = await openStore(file)
  hubId = await addHub(store, { name: 'Northshire', area: ['901'], now: '2026-01-01T00:00:00Z' })
  const consenting = { hubId, urn: 100001, role: 'Head Teacher', source: 'letter' } as const
  await recordConsent(
    store,
    { ...consenting, name: 'Old Consent', address: 'o@a.example', givenOn: '2023-01-10' },
    'test',
  )
  await recordConsent(
    store,
    { ...consenting, name: 'New Consent', address: 'n@a.example', givenOn: '2023-01-11' },
    'test',
  )
  await recordConsent(
    store,
    { ...consenting, name: 'Gone Away', address: 'g@a.example', givenOn: '2025-01-11' },
    'test',
  )
  await recordWithdrawal(store, { hubId, address: 'g@a.example', withdrawnOn: '2025-12-13', source: 'spoken' }, 'test')
  const person = { hubId, name: 'Past Adviser', role: 'adviser', organisation: null, assigned: [] } as const
  const { id } = await invite(store, person, 'operator')
  await disable(store, { id, hubId }, 'operator')
  await store.updateTable('person').set({ disabledAt: '2025-01-10T12:00:00Z' }).where('id', '=', id).execute()
})
afterAll(async () => {
  await store.destroy()
  await rm(folder, { recursive: true, force: true })
})

const dueOn = async (today: string) =>
  (await listHeldByRule(store, hubId, today)).flatMap(({ id, due }) =>
    (due ?? []).map(({ about }) => `${id}: ${about}`),
  )

describe('the retention schedule', () => {
  it('says of every line what, how long, why, on which basis and what happens, and lets contacts go within 30 days', () => {
    for (const rule of Object.values(schedule))
      for (const said of [rule.what, rule.from, rule.why, rule.basis, rule.ending]) expect(said).not.toBe('')
    const { days } = schedule['withdrawn-contacts'].period
    expect(days).toBeLessThan(30)
    expect(endOf({ months: 36 }, '2024-02-29')).toBe('2027-02-28')
    expect(endOf({ days }, '2025-12-13')).toBe('2026-01-10')
  })

  it('shows on a day what goes, to the day, and when the next goes', async () => {
    expect(await dueOn('2026-01-09')).toEqual([])
    expect(await dueOn('2026-01-10')).toEqual([
      'withdrawn-contacts: Gone Away, Head Teacher, URN 100001',
      'contacts: Old Consent, Head Teacher, URN 100001',
      'people-disabled: Past Adviser, adviser',
    ])
    const contacts = (await listHeldByRule(store, hubId, '2026-01-10')).find(({ id }) => id === 'contacts')
    expect(contacts?.nextOn).toBe('2026-01-11')
  })

  it('changes nothing in a dry run of the command', async () => {
    const env = environmentOf(folder, '2026-01-10')
    const { code, out } = await runProgram({ words: ['retention', '--dry-run'], cwd: folder, env })
    expect({ code, out }).toMatchObject({ code: 0 })
    expect(out).toContain('withdrawn-contacts\t1 due')
    expect(out).toContain('audit-log\tkept')
    expect(await dueOn('2026-01-10')).toHaveLength(3)
  })

  it('lets go of itself what was promised only', async () => {
    await applyDaily(store, '2026-01-10', 'operator')
    expect(await dueOn('2026-01-10')).toHaveLength(2)
    expect(await store.selectFrom('suppression').select('mark').execute()).toHaveLength(1)
  })

  it('lets go the rest when the steward says so, in one transaction, and says in the log how many of what', async () => {
    const app = await appOf(store, '2026-01-10', file, false)
    const { cookie } = await signedIn(store, { name: 'Dora Stave' })
    const before = await ask(app, '/retention', { headers: { cookie } })
    expect(before.body).toContain('Past Adviser, adviser: until 10 January 2026')
    const payload = new URLSearchParams({ token: tokenIn(before.body) }).toString()
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
    const after = await ask(app, '/retention', { method: 'POST', payload, headers })
    expect(after.body).toContain('2 things let go')
    expect(await dueOn('2026-01-10')).toEqual([])
    expect((await store.selectFrom('contact').select('name').execute()).map(({ name }) => name)).toEqual([
      'New Consent',
    ])
    const log = (await ask(app, '/audit-log?action=applied+the+retention+schedule', { headers: { cookie } })).body
    expect(log).toContain('Contacts 1, people-disabled 1')
    await app.close()
  })

  it('keeps all or lets all go: a fault on the way leaves everything as it was', async () => {
    await store.updateTable('consent').set({ givenOn: '2020-01-01' }).execute()
    await sql`create trigger broken before insert on audit_log begin select raise(abort, 'the disk is gone'); end`.execute(
      store,
    )
    await expect(applySchedule(store, { hubId, today: '2026-01-10', by: 'operator' })).rejects.toThrow('disk is gone')
    await sql`drop trigger broken`.execute(store)
    expect(await dueOn('2026-01-10')).toHaveLength(1)
    const env = environmentOf(folder, '2026-01-10')
    expect((await runProgram({ words: ['retention'], cwd: folder, env })).out).toContain('Let go: 1.')
    expect(await verifyLog(store)).toMatchObject({ faults: [] })
  })
})

describe('what was said in words', () => {
  const audits = `URN,Meeting date,Adviser,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships
100001,2019-03-05,Jo,Focusing,Developing,Establishing,
100002,2021-03-05,Jo,Focusing,Developing,Establishing,
`
  const priorities = (why: string) => `URN,Meeting date,Priority,Theme,What,Why,Target
100001,2019-03-05,1,Singing,Sing,${why},A choir
100002,2021-03-05,1,Singing,Play,to be heard,
`
  const reflections = `URN,Meeting date,Month,Returned on,Priority,Achieved,Comment
100001,2019-03-05,12,2020-04-01,1,Started,Ben sang
`

  it('is emptied six years after its meeting, in every version, and stays empty after a restore; figures stay', async () => {
    const hub = await hubWith(audits, priorities('because Ann asked'), priorities('because'), reflections)
    const { id, dataVersion } = (await hub.selectFrom('hub').selectAll().execute())[0] ?? { id: 0, dataVersion: 0 }
    const due = async (today: string) =>
      (await listHeldByRule(hub, id, today))
        .find((rule) => rule.id === 'words')
        ?.due?.map(({ school, about }) => `${school}: ${about}`)
    expect(await due('2025-03-04')).toEqual([])
    expect(await due('2025-03-05')).toEqual(['Ash Primary, URN 100001: Meeting of 5 March 2019, 7 texts'])
    expect(await applySchedule(hub, { hubId: id, today: '2025-03-05', by: 'steward' })).toEqual({ words: 1 })
    expect(await due('2025-03-05')).toEqual([])
    const kept = await hub.selectFrom('priority').select(['urn', 'theme', 'what', 'why', 'target']).execute()
    const empty = { urn: 100001, theme: 'Singing', what: '', why: null, target: null }
    expect(kept.filter(({ urn }) => urn === 100001)).toEqual([empty, empty])
    expect(kept.find(({ urn }) => urn === 100002)).toMatchObject({ what: 'Play', why: 'to be heard' })
    expect(await hub.selectFrom('reflectionPriority').select(['achieved', 'comment']).execute()).toEqual([
      { achieved: 'Started', comment: null },
    ])
    expect((await hub.selectFrom('hub').select('dataVersion').executeTakeFirstOrThrow()).dataVersion).toBe(
      dataVersion + 1,
    )
    expect(await hub.selectFrom('erasure').select('kind').execute()).toHaveLength(7)
    await hub.destroy()
  })
})
