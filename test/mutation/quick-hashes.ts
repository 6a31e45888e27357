import type * as Argon from '@node-rs/argon2'
import type * as Crypto from 'node:crypto'
import { vi } from 'vitest'

// What is slow by design, so that guessing is, is made quick: a change is looked for many times over. Where the slow thing
// itself is gone through it stays as it is.

const isQuick = process.env['CRESCENDO_TEST_HASHES'] === 'quick'

vi.mock('node:crypto', async (original) => {
  const real = await original<typeof Crypto>()
  const scrypt: typeof real.scrypt = (secret, salt, length, ...rest: readonly unknown[]) => {
    const done = rest.at(-1) as Parameters<typeof real.scrypt>[3]
    real.scrypt(secret, salt, length, { N: 2 } as never, done as never)
  }
  return isQuick ? { ...real, scrypt } : real
})

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof Argon>()
  const hash: typeof real.hash = (password) => real.hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 })
  return isQuick ? { ...real, hash } : real
})
