import { expect, it } from 'vitest'
import { erase, invite } from '../../../server/access/invite.ts'
import { verifyLog } from '../../../server/access/verify-log.ts'
import { findName, listHeldAbout } from '../../../server/queries/held-about.ts'
import { listHubs } from '../../../server/queries/hub.ts'
import { hubWith, loadFile } from '../../ingest/story.ts'
import { signedIn } from '../signed-in.ts'

const audits = `URN,Meeting date,Adviser,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships
100001,2024-03-05,Grace Note,Focusing,Developing,Establishing,
`
const priorities = 'URN,Meeting date,Priority,What,Why\n100001,2024-03-05,1,Sing,as GRACE NOTE said\n'
const corrected = 'URN,Meeting date,Priority,What,Why\n100001,2024-03-05,1,Sing,as was said\n'

it('all that is held about somebody is told, past versions of texts too, and no secret', async () => {
  const store = await hubWith(audits, priorities)
  const [{ id: hubId } = { id: 0 }] = await listHubs(store)
  await loadFile(store, 'corrected.csv', corrected)
  const named = await findName(store, hubId, 'grace note')
  expect(named.map(({ table, column, holds }) => [table, column, holds])).toEqual([
    ['priority', 'why', false],
    ['audit', 'adviser', true],
  ])
  expect(await findName(store, hubId + 1, 'grace note')).toEqual([])
  const { id, cookie } = await signedIn(store, { name: 'Grace Note', role: 'adviser', assigned: [100001] })
  const held = await listHeldAbout(store, id)
  expect(held).toMatchObject({ person: { name: 'Grace Note' }, assignedSchools: [{ urn: 100001 }], signIns: [{}] })
  expect(JSON.stringify(held)).not.toContain(cookie.split('=')[1])
  await store.destroy()
})

it('who is erased is nowhere any more, and the log is whole', async () => {
  const store = await hubWith()
  const [{ id: hubId } = { id: 0 }] = await listHubs(store)
  const person = { hubId, name: 'Grace Note', role: 'adviser' as const, organisation: null, assigned: [100001] }
  const { id } = await invite(store, person, 'operator')
  await erase(store, { id, hubId }, 'operator')
  for (const table of ['person', 'personSchool', 'credential', 'invitation', 'loginSession', 'auditLog'] as const)
    expect(JSON.stringify(await store.selectFrom(table).selectAll().execute()).toLowerCase()).not.toContain('grace')
  expect(await listHeldAbout(store, id)).toMatchObject({ person: undefined, assignedSchools: [], signIns: [] })
  expect(await verifyLog(store)).toMatchObject({ rows: 2, faults: [] })
  await store.destroy()
})
