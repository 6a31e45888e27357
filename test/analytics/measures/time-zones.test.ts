import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { isLong } from '../../runs.ts'

const script = fileURLToPath(new URL('./print-answers.ts', import.meta.url))

it('every measure answers the same wherever it is asked', async () => {
  const far = ['Pacific/Kiritimati', 'America/St_Johns']
  const zones = isLong ? ['Europe/London', 'UTC', ...far] : far
  const printed = zones.map(async (zone) => {
    const { stdout } = await promisify(execFile)(process.execPath, [script], { env: { ...process.env, TZ: zone } })
    return stdout.trim()
  })
  const [first = '', ...others] = await Promise.all(printed)
  expect(first).toMatch(/^[0-9a-f]{64} 21 \d{3,}$/)
  expect(others.length).toBeGreaterThan(0)
  expect(new Set(others)).toEqual(new Set([first]))
})
