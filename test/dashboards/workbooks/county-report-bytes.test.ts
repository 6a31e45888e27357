import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { isLong } from '../../runs.ts'

const script = fileURLToPath(new URL('./print-hash.ts', import.meta.url))

it('the same report has the same bytes wherever and whenever it is written', async () => {
  const far = ['Pacific/Kiritimati', 'America/St_Johns']
  const hashes = (isLong ? [...far, 'UTC'] : far).map(async (zone) => {
    const { stdout } = await promisify(execFile)(process.execPath, [script], { env: { ...process.env, TZ: zone } })
    return stdout
  })
  const [first, ...others] = await Promise.all(hashes)
  expect(first).toMatch(/^[0-9a-f]{64}$/)
  expect(others.length).toBeGreaterThan(0)
  expect(new Set(others)).toEqual(new Set([first]))
})
