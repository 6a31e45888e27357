import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { formats } from '../../../dashboards/workbooks/formats/index.ts'
import { profiles } from '../../../dashboards/workbooks/profile.ts'
import { workbookNames } from '../../../server/wrapping/workbooks.ts'
import { isLong } from '../../runs.ts'

const script = fileURLToPath(new URL('print-hashes.ts', import.meta.url))

/** Where and when workbooks are written: a time zone, a language, and so many days from today. */
const places = [
  ['Pacific/Kiritimati', 'de_DE.UTF-8', '0'],
  ['America/St_Johns', 'C', '400'],
  ...(isLong ? ([['UTC', 'en_GB.UTF-8', '-9']] as const) : []),
] as const

it('every workbook has the same bytes in every format wherever and whenever it is written', async () => {
  const told = await Promise.all(
    places.map(async ([TZ, LC_ALL, days]) => {
      const env = { ...process.env, TZ, LC_ALL }
      const { stdout } = await promisify(execFile)(process.execPath, [script, days], { env })
      return JSON.parse(stdout) as { readonly day: string; readonly hashes: Readonly<Record<string, string>> }
    }),
  )
  expect(new Set(told.map(({ day }) => day)).size).toBeGreaterThan(1)
  for (const { hashes } of told) expect(hashes).toEqual(told[0]?.hashes)
  expect(Object.keys(told[0]?.hashes ?? {})).toHaveLength(workbookNames.length * profiles.length * formats.length)
})
