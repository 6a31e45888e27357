import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { describe, expect, it, onTestFinished } from 'vitest'
import { themeSorter } from '../../../analytics/framework/theme-rule.ts'
import { Mistake } from '../../../server/mistake.ts'
import { readThemeRules } from '../../../server/queries/theme-rules.ts'
import { aimsByStrand } from '../../../fixtures/county/aims.ts'
import { themes } from '../../../fixtures/national/themes.ts'
import { labelledPriorities } from './labelled-priorities.ts'

/** What the schools of the sample county settle on, by theme: those who wrote it did not know the rules. */
const aims = Object.values(aimsByStrand).flatMap((themes) =>
  Object.entries(themes).flatMap(([theme, aims]) => aims.map(({ what, target }) => [theme, what, target] as const)),
)

const sort = themeSorter(readThemeRules())

/** A file of rules, taken away again. */
async function fileOf(text: string): Promise<string> {
  const file = join(tmpdir(), `crescendo-theme-rules-${process.pid}.csv`)
  await writeFile(file, text)
  onTestFinished(() => rm(file, { force: true }))
  return file
}

describe('the rules by which priorities are sorted', () => {
  it('are of the themes of the audit tool, each with some', () => {
    const known = new Set(readThemeRules().map(({ theme }) => theme))
    expect([...known].toSorted()).toEqual(themes.map(([, theme]) => theme).toSorted())
  })

  it('are right nine times in ten where they sort invented priorities, and sort four in five of those that have a theme', () => {
    const told = [...labelledPriorities, ...aims].map(([theme, what, target = '']) => ({
      theme,
      what,
      sorted: sort(what) ?? sort(`${what} ${target}`),
    }))
    const sorted = told.filter((each) => each.sorted !== null)
    const wrong = sorted.filter((each) => each.sorted !== each.theme)
    expect(wrong.length / sorted.length).toBeLessThanOrEqual(0.1)
    expect(sorted.length / told.filter(({ theme }) => theme !== '').length).toBeGreaterThanOrEqual(0.8)
    expect(told.filter(({ theme }) => theme === '').map((each) => each.sorted)).toEqual([null, null, null])
  })

  it("can be the hub's own", async () => {
    const rules = readThemeRules(await fileOf('Theme,Keyword,Weight\nBrass,trumpet*,2\nBrass,toy trumpet,not\n'))
    expect(['Two trumpets', 'A toy trumpet', 'A drum'].map(themeSorter(rules))).toEqual(['Brass', null, null])
  })

  it('are refused by row where they cannot be read', async () => {
    const file = await fileOf('Theme,Keyword,Weight\nBrass,trumpet,2\nBrass,horn,lots\n')
    expect(() => readThemeRules(file)).toThrow(Mistake)
    expect(() => readThemeRules(file)).toThrow('theme rules, row 3: found "Brass", "horn", "lots"')
  })
})
