import { expect, it } from 'vitest'
import { addHub } from '../../ingest/hub.ts'
import { openStore } from '../../migrations/open.ts'

const now = '2026-01-10T09:00:00Z'

it('a hub has a name and an area, and starts at data version 0', async () => {
  const store = await openStore(':memory:')
  expect(await addHub(store, { name: ' Northshire ', area: ['901', '902', '901'], now })).toBe(1)
  expect(await addHub(store, { name: 'Southshire', area: ['901'], now })).toBe(2)
  expect(await store.selectFrom('hub').selectAll().execute()).toEqual([
    { id: 1, name: 'Northshire', dataVersion: 0, createdAt: now },
    { id: 2, name: 'Southshire', dataVersion: 0, createdAt: now },
  ])
  expect(await store.selectFrom('hubArea').select(['hubId', 'la']).execute()).toEqual([
    { hubId: 1, la: '901' },
    { hubId: 1, la: '902' },
    { hubId: 2, la: '901' },
  ])
})

it('a name that is taken, or LA codes that are none, are refused and leave nothing behind', async () => {
  const store = await openStore(':memory:')
  await addHub(store, { name: 'Northshire', area: ['901'], now })
  await expect(addHub(store, { name: 'Northshire', area: ['902'], now })).rejects.toThrow(
    'the hub is already there: Northshire',
  )
  await expect(addHub(store, { name: 'West', area: ['90', '901', 'E06'], now })).rejects.toThrow(
    'LA codes have three digits: 90, E06',
  )
  await expect(addHub(store, { name: 'West', area: [], now })).rejects.toThrow('a hub needs the LA codes of its area')
  await expect(addHub(store, { name: ' ', area: ['901'], now })).rejects.toThrow('a hub needs a name')
  expect(await store.selectFrom('hub').select('name').execute()).toEqual([{ name: 'Northshire' }])
  expect(await store.selectFrom('hubArea').select('la').execute()).toEqual([{ la: '901' }])
})
