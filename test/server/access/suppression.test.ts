import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../../migrations/open.ts'
import { foldedAddress, lift, markOf, suppress } from '../../../server/access/suppression.ts'
import { emptyHubs } from './empty-hubs.ts'

let store: Store
beforeAll(async () => void (store = await emptyHubs()))
afterAll(() => store.destroy())

describe('the mark of an address', () => {
  it('is the same however the address is written, another in another hub, and tells nothing of it', async () => {
    expect(foldedAddress('  Zoe\u0308@ASH.example ')).toBe('zo\u00eb@ash.example')
    const mark = await markOf(1, 'grace@ash.example')
    expect(await markOf(1, ' Grace@Ash.Example')).toBe(mark)
    expect(await markOf(2, 'grace@ash.example')).not.toBe(mark)
    // Copies that were restored elsewhere depend on its being this one for ever.
    expect(mark).toBe('sYsmHPA-Qrl81XvHWTgsKffvrBYfWfcT0l9Yrd4sA2U')
  })

  it('is kept once for each hub, and taken off where it is, once', async () => {
    for (const hubId of [1, 1, 2]) await suppress(store, hubId, 'a mark')
    await suppress(store, 1, 'another')
    const marks = () =>
      store.selectFrom('suppression').select(['hubId', 'mark']).orderBy('hubId').orderBy('mark').execute()
    expect(await marks()).toEqual([
      { hubId: 1, mark: 'a mark' },
      { hubId: 1, mark: 'another' },
      { hubId: 2, mark: 'a mark' },
    ])
    expect([await lift(store, 1, 'a mark'), await lift(store, 1, 'a mark')]).toEqual([true, false])
    expect(await marks()).toEqual([
      { hubId: 1, mark: 'another' },
      { hubId: 2, mark: 'a mark' },
    ])
  })
})
