import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Role } from '../../../analytics/framework/role.ts'
import { numbersOf } from '../../../analytics/evidence/columns.ts'
import { openStore, type Store } from '../../../migrations/open.ts'
import { findLoginSession } from '../../../server/access/login-session.ts'
import { scoped } from '../../../server/access/scoped.ts'
import { evidenceKeeper } from '../../../server/evidence.ts'
import { everyUrn, mayOpenSchool } from '../may-know.ts'
import { twoHubs, type PersonKnown } from '../two-hubs.ts'

const today = '2026-01-10'

let store: Store
let people: readonly PersonKnown[]
beforeAll(async () => {
  store = await openStore(':memory:')
  ;({ people } = await twoHubs(store))
})
afterAll(() => store.destroy())

async function doorOf({ cookie }: PersonKnown) {
  const login = await findLoginSession(store, cookie.split('=')[1] ?? '', new Date())
  if (login === null) throw new Error('nobody is signed in')
  return scoped({ store, evidenceOf: evidenceKeeper(store), today: () => today }, login.person)
}

it('hands a school or trust evidence of its own schools alone, and the people of the hub the whole', async () => {
  const seen = { 'school user': 0, 'trust user': 0, 'hub leader': 0 }
  for (const person of people) {
    const { role, hub } = person
    if (!(role in seen)) continue
    const door = await doorOf(person)
    for (const urn of everyUrn.filter((each) => mayOpenSchool(person, each))) {
      const { evidence, school, rows } = await door.school(urn, today)
      const urns = [...numbersOf(evidence.urns, 'urn')].toSorted((a, b) => a - b)
      const own = role === 'hub leader' ? everyUrn.filter((each) => mayOpenSchool(person, each)) : school.urns
      expect({ role, hub: hub.name, urns }).toEqual({ role, hub: hub.name, urns: own.toSorted((a, b) => a - b) })
      expect(evidence.audits.numRows).toBe(role === 'hub leader' ? hub.schools.length : rows.audits.length)
      expect([...evidence.councilNames.values()].every((name) => name.startsWith(hub.name))).toBe(true)
      seen[role as keyof typeof seen] += 1
    }
    if (role !== 'trust user') continue
    const { evidence, schools } = await door.schoolsOfTrust(today)
    expect([...numbersOf(evidence.urns, 'urn')].every((urn) => mayOpenSchool(person, urn))).toBe(true)
    expect(evidence.schools.numRows).toBe(schools.length)
  }
  expect(Object.values(seen).every((count) => count > 2)).toBe(true)
})

const nothing = 'There is nothing here that you can see.'
const who = (role: Role, hub = 'North', organisation: string | null = null): PersonKnown => {
  const found = people.find(
    (each) =>
      each.role === role && each.hub.name === hub && (organisation === null || each.organisation === organisation),
  )
  if (found === undefined) throw new Error(`nobody is a ${role}`)
  return found
}
const outside = () => [who('council officer'), who('school user'), who('trust user')]
const lastLog = async () => {
  const { action, hubId, detail } = await store
    .selectFrom('auditLog')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { action, hubId, ...(JSON.parse(detail) as object) }
}

it('opens the whole hub to its own people, and to nobody else, which the log tells', async () => {
  const wanted = { action: '', personId: '', from: '', to: '', page: 1 }
  for (const person of outside()) {
    const door = await doorOf(person)
    for (const ask of [
      () => door.evidence(),
      () => door.evidenceKnownOn(today),
      () => door.receipts(),
      () => door.sourceRows({ kind: 'audits' } as never),
      () => door.figureMoves({ from: ['audits'] }, async () => null),
    ]) {
      await expect(ask()).rejects.toThrow(nothing)
      expect(await lastLog()).toMatchObject({ action: 'access refused', is: 'hub' })
    }
    await expect(door.auditLog(wanted)).rejects.toThrow(nothing)
    expect(await lastLog()).toEqual({ action: 'access refused', hubId: 1, is: 'audit log' })
    await expect(door.snapshotDraft()).rejects.toThrow(nothing)
    await expect(door.approveSnapshot(1)).rejects.toThrow(nothing)
    expect(await lastLog()).toEqual({ action: 'access refused', hubId: 1, is: 'council reports' })
  }
  for (const role of ['hub leader', 'adviser', 'data steward'] as const) {
    const door = await doorOf(who(role))
    expect(door.audience).toBe('hub')
    const { dataVersion } = await door.hub()
    expect((await door.evidence()).dataVersion).toBe(dataVersion)
    expect((await door.evidence(1)).dataVersion).toBe(1)
    expect(await door.evidenceKnownOn('2026-01-09')).toBeNull()
    expect((await door.evidenceKnownOn(today))?.dataVersion).toBe(dataVersion)
    const receipts = await door.receipts()
    expect(receipts.length).toBeGreaterThan(5)
    expect(receipts.every(({ fileName }) => fileName.startsWith('North'))).toBe(true)
  }
})

it('finds no school for those of another, none that is not there, and tells words to those they are for', async () => {
  const adviser = people.find(
    ({ role, hub, assigned }) => role === 'adviser' && hub.name === 'North' && assigned.length > 0,
  )!
  const door = await doorOf(adviser)
  const [own, other] = [await door.school(100001, today), await door.school(100002, today)]
  expect([own.freeText, other.freeText]).toEqual([true, false])
  expect(own.rows.priorities[0]).toMatchObject({ what: 'NorthWords100001' })
  expect(other.rows.priorities[0]).toMatchObject({ what: '', why: null })
  const school = await doorOf(who('school user', 'North', '100001'))
  await expect(school.school(100002, today)).rejects.toThrow(nothing)
  expect(await lastLog()).toMatchObject({ action: 'access refused', is: 'school', urns: [100002], trust: 'T1' })
  for (const urn of [999999, 200001]) await expect(school.school(urn, today)).rejects.toThrow(nothing)
  const trust = await doorOf(who('trust user', 'North', 'T1'))
  expect((await trust.schoolsOfTrust(today)).schools.map(({ urn }) => urn).toSorted((a, b) => a - b)).toEqual([
    100002, 100004,
  ])
  for (const person of [who('hub leader'), who('school user'), who('council officer')])
    await expect((await doorOf(person)).schoolsOfTrust(today)).rejects.toThrow(nothing)
})

it('shows a council how it stood at the end of the last term that was approved, and no other council', async () => {
  const officer = await doorOf(who('council officer', 'North', '901'))
  expect(officer.audience).toBe('council')
  const shown = await officer.snapshot()
  expect(shown).toMatchObject({ council: '901', term: { lastOn: '2025-12-31' } })
  expect(shown?.approvedAt).toMatch(/^\d{4}-/)
  expect(shown?.evidence.dataVersion).toBe((await officer.hub()).dataVersion)
  for (const person of [who('hub leader'), who('school user'), who('trust user')]) {
    await expect((await doorOf(person)).snapshot()).rejects.toThrow(nothing)
    expect(await lastLog()).toMatchObject({ action: 'access refused', is: 'council' })
  }
  const login = await findLoginSession(store, who('council officer').cookie.split('=')[1] ?? '', new Date())
  if (login === null) throw new Error('nobody is signed in')
  const of = (organisation: string | null) =>
    scoped({ store, evidenceOf: evidenceKeeper(store), today: () => today }, { ...login.person, organisation })
  await expect(of('902').snapshot()).rejects.toThrow(nothing)
  await expect(of(null).snapshot()).rejects.toThrow(nothing)
})

it('lets the steward look over what councils are shown, approve it once as it was looked over, and read who did what', async () => {
  const own = await openStore(':memory:')
  const { people: known } = await twoHubs(own, { approved: false })
  const login = async (role: Role) => {
    const cookie = known.find((each) => each.role === role && each.hub.name === 'North')?.cookie.split('=')[1] ?? ''
    const found = await findLoginSession(own, cookie, new Date())
    if (found === null) throw new Error('nobody is signed in')
    return scoped({ store: own, evidenceOf: evidenceKeeper(own), today: () => today }, found.person)
  }
  const [door, officer] = [await login('data steward'), await login('council officer')]
  expect(await officer.snapshot()).toBeNull()
  const { dataVersion } = await door.hub()
  expect(await door.snapshotDraft()).toMatchObject({ approvedAt: null, term: { lastOn: '2025-12-31' } })
  await expect(door.approveSnapshot(dataVersion - 1)).rejects.toThrow(
    'Something was loaded since you looked. Look again before you approve.',
  )
  expect(await officer.snapshot()).toBeNull()
  await door.approveSnapshot(dataVersion)
  await door.approveSnapshot(dataVersion)
  const { approvedAt, evidence } = await door.snapshotDraft()
  expect([approvedAt === null, evidence.dataVersion]).toEqual([false, dataVersion])
  expect((await officer.snapshot())?.evidence.dataVersion).toBe(dataVersion)
  await door.exported('coverage.csv', { asOf: today, where: { council: '901' } }, 3)
  const wanted = { action: '', personId: '', from: '', to: '', page: 1 }
  const seen = await door.auditLog(wanted)
  expect(seen.rows.map(({ action }) => action).slice(0, 2)).toEqual(['exported', 'approved council reports'])
  expect(JSON.parse(seen.rows[0]?.detail ?? '')).toEqual({
    what: 'coverage.csv',
    asOf: today,
    where: { council: '901' },
    rows: 3,
  })
  expect(JSON.parse(seen.rows[1]?.detail ?? '')).toEqual({ asOf: '2025-12-31', dataVersion })
  expect([seen.found, seen.pages]).toEqual([seen.rows.length, 1])
  expect(seen.people.every(({ name }) => name === 'NorthPerson000000')).toBe(true)
  expect(Object.keys(seen.people[0] ?? {})).toEqual(['id', 'name'])
  expect(await door.auditLog({ ...wanted, action: 'forgot a mapping' })).toMatchObject({ found: 0, pages: 1, rows: [] })
  for (let at = 0; at < 50; at += 1) await door.exported('x', { asOf: today, where: {} }, at)
  expect((await door.auditLog(wanted)).pages).toBe(2)
  const remarks = await door.remarks()
  expect(remarks.map(({ text }) => text)).toEqual(['NorthFile000000'])
  await own.destroy()
})
