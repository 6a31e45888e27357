import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStore, type Store } from '../../../migrations/open.ts'
import { challengesOf } from '../../../server/access/challenges.ts'
import { hashOf } from '../../../server/access/secret.ts'

let store: Store
beforeAll(async () => void (store = await openStore(':memory:')))
afterAll(() => store.destroy())

const at = (time: string) => () => new Date(`2026-01-10T${time}Z`)

it('what a browser was asked for is answered once, to any process that serves the store, and by its name only', async () => {
  const name = await challengesOf(store, 'passkey').give('challenge')
  const rows = await store.selectFrom('challenge').selectAll().execute()
  expect(rows).toMatchObject([{ hash: hashOf(name), kind: 'passkey', body: 'challenge' }])
  expect(JSON.stringify(rows)).not.toContain(name)
  const elsewhere = challengesOf(store, 'passkey')
  for (const wrong of [hashOf(name), '', undefined, 7]) expect(await elsewhere.take(wrong)).toBeNull()
  expect(await challengesOf(store, 'provider').take(name)).toBeNull()
  expect(await elsewhere.take(name)).toBe('challenge')
  expect(await elsewhere.take(name)).toBeNull()
})

it('a passkey is waited for five minutes, somebody at a provider fifteen, and what is too old is forgotten', async () => {
  for (const [kind, inTime, late] of [
    ['passkey', '09:04:59', '09:05:00'],
    ['provider', '09:14:59', '09:15:00'],
  ] as const) {
    const give = () => challengesOf(store, kind, at('09:00:00')).give(kind)
    expect(await challengesOf(store, kind, at(inTime)).take(await give())).toBe(kind)
    expect(await challengesOf(store, kind, at(late)).take(await give())).toBeNull()
    await give()
  }
  await challengesOf(store, 'passkey', at('09:05:00')).give('new')
  const kept = await store.selectFrom('challenge').select('body').orderBy('body').execute()
  expect(kept.map(({ body }) => body)).toEqual(['new', 'provider'])
})
