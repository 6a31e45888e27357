import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeWindows, theBrowser } from '../browser.ts'
import { arrived, press, tabTo } from '../keyboard.ts'
import { isLong } from '../runs.ts'
import { expectSound } from '../sound.ts'
import { filesApp, type FilesApp } from './files-app.ts'
import { cookieFor } from './signed-in.ts'

let files: FilesApp
let browser: Browser
let origin: string

beforeAll(async () => {
  ;[files, browser] = await Promise.all([filesApp(), theBrowser()])
  origin = await files.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await closeWindows(browser)
  await files.close()
})

let copy: Page | undefined

/** The same without script. The check is a script itself, so it looks at a copy of what the page shows. */
async function expectSoundWithoutScript(page: Page): Promise<void> {
  const shown = await page.content()
  const body = shown.replaceAll(/<script[^]*?<\/script>|<\/?noscript>/g, '')
  copy ??= await browser.newPage()
  await copy.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
  await copy.goto(page.url())
  expect(await copy.title()).toBe(await page.title())
  await expectSound(copy)
  await copy.unroute(page.url())
}

const audited = async (): Promise<number> =>
  (JSON.parse((await files.get('/api/measures/coverage')).body) as { rows: [{ audited: number }] }).rows[0].audited

const csv = (headings: string, ...rows: readonly string[]) => Buffer.from([headings, ...rows, ''].join('\n'))

/** The two ways to make the journey, with headings and misspellings of their own, for answers are remembered. */
const ways = [
  {
    name: 'with script',
    javaScriptEnabled: true,
    file: csv(
      'School visited,When we met,Curric,Co-curr,Leadership,Community',
      'Beach High,05/11/2024,Dev,Est,Dev,Foc',
      'Ash Prmary,06/11/2024,Dev,Foc,Foc,Foc',
    ),
    names: ['“Beach High”', '“Ash Prmary”'],
  },
  {
    name: 'without script',
    javaScriptEnabled: false,
    file: csv(
      'Visited school,Met on,Curric,Co-curr,Leadership,Community',
      'Beech Hihg,07/11/2024,Dev,Est,Dev,Foc',
      'Ash Primry,08/11/2024,Dev,Foc,Foc,Foc',
    ),
    names: ['“Beech Hihg”', '“Ash Primry”'],
  },
] as const

describe.each(ways)('the journey of a file, $name', ({ javaScriptEnabled, file, names }) => {
  it('leads by keyboard from sending it over its columns, its schools and a review to a receipt, and back by an undo', async () => {
    const context = await browser.newContext({ javaScriptEnabled })
    await context.addCookies([cookieFor(origin, files.cookie)])
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    // Without script a page shows no more than with it, so every day two of them are enough.
    const check = async ({ everyDay = javaScriptEnabled || isLong } = {}): Promise<void> => {
      if (everyDay) await (javaScriptEnabled ? expectSound(page) : expectSoundWithoutScript(page))
    }
    const before = await audited()

    await page.goto(`${origin}/import`)
    await check({ everyDay: true })
    await tabTo(page, page.getByLabel('Files to load'))
    await page.getByLabel('Files to load').setInputFiles({ name: 'visits.csv', mimeType: 'text/csv', buffer: file })
    await press(page, 'button', 'Check these files')

    await arrived(page, 'What does this file hold?')
    await check()
    await press(page, 'button', 'Read it this way')

    await arrived(page, 'Which schools are meant?')
    await check()
    for (const name of names) {
      await tabTo(page, page.getByRole('group', { name }).getByRole('radio').first())
      await page.keyboard.press('Space')
    }
    await press(page, 'button', 'Settle and check again')

    await arrived(page, 'Ready to load')
    await check({ everyDay: true })
    expect(await audited()).toBe(before)
    await press(page, 'button', 'Load this file')

    await arrived(page, /^Receipt \d+$/)
    await check()
    expect(await audited()).toBe(before + 2)
    await page.goBack()
    await arrived(page, /^Receipt \d+$/)

    await press(page, 'link', 'Undo this load')
    await arrived(page, 'Undo this load?')
    await check()
    await press(page, 'button', 'Undo this load')
    await arrived(page, /^Receipt \d+$/)
    expect(await audited()).toBe(before)
    await check()
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('the pages about files', () => {
  it('are sound where something is wrong, where nothing is new, and where it is remembered', async () => {
    const context = await browser.newContext()
    await context.addCookies([cookieFor(origin, files.cookie)])
    const page = await context.newPage()
    await page.goto(`${origin}/import`)
    await page.getByRole('button', { name: 'Check these files' }).click()
    await page.getByRole('alert').getByRole('link', { name: 'Select a file' }).waitFor()
    await page.locator('.govuk-error-summary:focus').waitFor()
    await expectSound(page)

    const wrong = csv(
      'URN,Meeting date,Strand,Level',
      '100001,2024-13-05,Co-curricular,Emerging',
      '100001,2027-01-01,Brass,',
    )
    await page.getByLabel('Files to load').setInputFiles([
      { name: 'wrong.csv', mimeType: 'text/csv', buffer: wrong },
      {
        name: 'links.csv',
        mimeType: 'text/csv',
        buffer: csv(
          'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate',
          '100003,100004,Cedar Academy,Successor,2020-09-01',
        ),
      },
    ])
    await page.getByRole('button', { name: 'Check these files' }).click()
    await page.getByRole('link', { name: /See what to mend/ }).waitFor()
    await page.getByRole('link', { name: /Nothing new in it/ }).waitFor()
    await expectSound(page)
    await page.getByRole('link', { name: /See what to mend/ }).click()
    await arrived(page, /things to mend/)
    await expectSound(page)
    for (const path of ['/mappings', '/receipts']) {
      await page.goto(`${origin}${path}`)
      await expectSound(page)
    }
    expect(await page.title()).toContain('Receipts')
    await context.close()
  })
})
