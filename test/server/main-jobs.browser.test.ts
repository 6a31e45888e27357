import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isLong } from '../runs.ts'
import { sampleSite, type SampleSite } from './sample-site.ts'
import { cookieFor, signedIn } from './signed-in.ts'

let site: SampleSite
let pages: Readonly<Record<'with script' | 'without script', Page>>
beforeAll(async () => {
  site = await sampleSite()
  const { cookie } = await signedIn(site.store, { role: 'hub leader' })
  const opened = async (javaScriptEnabled: boolean): Promise<Page> => {
    const context = await site.browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } })
    await context.addCookies([cookieFor(site.origin, cookie)])
    return context.newPage()
  }
  pages = { 'with script': await opened(true), 'without script': await opened(false) }
})
afterAll(() => site.close())

/** Comes by the tab key to what is so named or labelled, from the page's beginning or, with shift, from its end. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let turn = 0; turn < 400; turn++) {
    await page.keyboard.press(key)
    const at = await page.evaluate<string>(
      "(document.activeElement?.labels?.[0] ?? document.activeElement)?.textContent?.replace(/\\s+/g, ' ').trim() ?? ''",
    )
    if (name.test(at)) return
  }
  throw new Error(`the tab key does not come to ${name}`)
}

async function press(page: Page, name: RegExp, key?: string): Promise<void> {
  await tabTo(page, name, key)
  await Promise.all([page.waitForLoadState(), page.keyboard.press('Enter')])
  await page.waitForLoadState()
}

const textOf = async (stream: AsyncIterable<unknown>): Promise<string> => {
  let text = ''
  for await (const chunk of stream) text += String(chunk)
  return text
}

const mainOf = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')

if (!isLong) console.log('left to npm run test:long: the main jobs with script')

const ways = ['with script', 'without script'] as const

describe.each(ways.filter((script) => isLong || script === 'without script'))('by keyboard alone, %s', (script) => {
  const begin = async (path: string): Promise<Page> => {
    await pages[script].goto(`${site.origin}${path}`)
    return pages[script]
  }

  it('finds who is overdue: a list that begins with what has waited longest', async () => {
    const page = await begin('/')
    await press(page, /^\d+ reflections are overdue$/)
    await page.waitForURL(/\/pipeline\?.*#list$/)
    const [, count = ''] = /Overdue: ([\d,]+) reflections/.exec(await mainOf(page)) ?? []
    expect(Number(count)).toBeGreaterThan(50)
    const days = await page.locator('[aria-label^="Overdue"] tbody tr td:nth-child(3)').allInnerTexts()
    const dates = days.map((day) => Date.parse(day))
    expect(days).toHaveLength(50)
    expect(dates).toEqual(dates.toSorted((a, b) => a - b))
  })

  it('answers where a goal’s percentage comes from, down to the file and the row', async () => {
    const page = await begin('/')
    await press(page, /^69\.1% now, where from: Four schools in five/)
    await page.waitForURL(/lineage/)
    expect(await page.locator('h1').innerText()).toContain('Attained: 208')
    const text = await mainOf(page)
    expect(text).toContain('208 schools, each with the rows that this measure rests on')
    expect(text).toMatch(/audits-20\d\d-\d\d\.csv, row \d+/)
    expect(text).toContain('goals.csv, row 2')
  })

  it('compares two districts fairly: with their numbers, and what chance alone would show', async () => {
    const page = await begin('/')
    await press(page, /^Fairness$/)
    await page.waitForURL(/\/equity/)
    await press(page, /^Districts$/)
    await page.waitForURL(/\/districts/)
    // The map of districts has a table of its own; that of what chance alone would show comes after it.
    for (const figure of ['district-map', 'district-funnel']) {
      await press(page, /^Show these figures as a table$/)
      expect(await page.locator(`#${figure} details[open]`).count()).toBe(1)
    }
    const row = async (name: string) =>
      page.locator('#district-funnel table.figures tbody tr', { hasText: name }).first().innerText()
    for (const name of ['Brevebury', 'Quaverly'])
      expect(await row(name)).toMatch(/\d+\.\d%\s.*(as expected|above|below)/s)
    expect(await mainOf(page)).toContain('Districts are not ranked')
  })

  it('prepares a meeting: one sheet of paper for a school found by its name', async () => {
    const page = await begin('/schools')
    await tabTo(page, /^School name$/)
    await page.keyboard.type('Chimeford High')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=Chimeford/)
    await press(page, /^Chimeford High School$/)
    await page.waitForURL(/\/schools\/\d+/)
    await press(page, /^Meeting pack/)
    await page.waitForURL(/meeting-pack/)
    expect(await mainOf(page)).toContain('Levels so far')
    const paper = await page.pdf({ preferCSSPageSize: true })
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
  })

  it('freezes a view for committee: what it shows and its numbers stay, under an address of its own', async () => {
    const page = await begin('/')
    const shown = await page.locator('#coverage table').textContent()
    await press(page, /^Freeze this view$/, 'Shift+Tab')
    await page.waitForURL(/\/frozen\/new/)
    expect(await mainOf(page)).toContain('Coverage Strand profile Strand progress Award ladder')
    await tabTo(page, /^A title to know it by$/)
    await page.keyboard.type(`Committee, ${script}`)
    await press(page, /^Freeze$/)
    await page.waitForURL(/\/frozen\/(?!new)/)
    expect(await page.locator('h1').innerText()).toBe(`Committee, ${script}`)
    expect(await mainOf(page)).toContain('There are no newer data')
    expect(await page.locator('#coverage-1 table').textContent()).toBe(shown)
    await tabTo(page, /^Numbers \(CSV\): Coverage$/)
    const [kept] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(await kept.createReadStream().then(textOf)).toMatch(/^population,engaged,audited/)
    await press(page, /^Frozen views$/)
    await page.waitForURL(/\/frozen$/)
    await press(page, new RegExp(`^Committee, ${script}$`))
    await page.waitForURL(/\/frozen\/./)
  })

  it('finds the schools never met in the most deprived fifth', async () => {
    const page = await begin('/schools')
    await tabTo(page, /^Met for an audit$/)
    await page.keyboard.type('Never')
    await press(page, /^Choose by council, phase, deprivation/)
    await tabTo(page, /^Deprivation$/)
    await page.keyboard.type('Most')
    await press(page, /^Show$/)
    await page.waitForURL(/met=never/)
    expect(new URL(page.url()).searchParams.get('deprivation')).toBe('Most deprived fifth')
    expect(await mainOf(page)).toMatch(
      /\d+ schools never met for an audit, in the most deprived fifth of neighbourhoods,/,
    )
    const audited = await page.locator('table.schools tbody td:nth-child(5)').allInnerTexts()
    expect(audited.length).toBeGreaterThan(3)
    expect(new Set(audited)).toEqual(new Set(['Not audited']))
  })
})
