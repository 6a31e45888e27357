import { afterAll, beforeAll, expect, it } from 'vitest'
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
