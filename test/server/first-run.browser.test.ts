import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { closeWindows, theBrowser } from '../browser.ts'
import { arrived, press, tabTo, type } from '../keyboard.ts'
import { environmentOf, program } from '../program.ts'
import { isLong } from '../runs.ts'
import { expectSound } from '../sound.ts'
import { codeOf } from './code-of.ts'
import { signInWith, takeUp } from './take-up.ts'

let browser: Browser
beforeAll(async () => {
  browser = await theBrowser()
})
afterAll(() => closeWindows(browser))

/** The program serving a folder in which there is no database yet. */
function emptyPlace() {
  const folder = mkdtempSync(join(tmpdir(), 'crescendo-test-'))
  const env = environmentOf(folder, '2026-06-30')
  const child: ChildProcess = spawn(process.execPath, [program, 'serve', '--port', '0'], { cwd: folder, env })
  const invitation = new Promise<string>((found) => {
    let out = ''
    child.stdout?.on('data', (part) => {
      out += String(part)
      const [address] = /http:\/\/localhost:\d+\/invitation\/[\w-]{43}(?=\n)/.exec(out) ?? []
      if (address !== undefined) found(address)
    })
  })
  return {
    invitation,
    close: () => {
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Sends the example of a kind of sheet, as its page hands it out, and loads it. */
async function loadExample(page: Page, example: string): Promise<void> {
  const link = page.getByRole('link', { name: example })
  const address = new URL((await link.getAttribute('href')) ?? '', page.url()).href
  const answer = await page.context().request.get(address)
  expect(answer.headers()['content-disposition']).toContain('attachment')
  const files = page.getByLabel('Files to load')
  await tabTo(page, files)
  await files.setInputFiles({ name: 'ours.csv', mimeType: 'text/csv', buffer: await answer.body() })
  await press(page, 'button', 'Check these files')
  await arrived(page, 'Ready to load')
  await press(page, 'button', 'Load this file')
  await arrived(page, /^Receipt \d+$/)
}

const ways = [
  { name: 'with script', javaScriptEnabled: true },
  { name: 'without script', javaScriptEnabled: false },
]

if (!isLong)
  console.log('left to npm run test:long: the first run in a browser, with and without script, at both widths')

describe.runIf(isLong).each(ways)('the first run, $name', ({ javaScriptEnabled }) => {
  it('leads by keyboard from no database at all to the county with its figures; who forgets their password comes back by the steward', async () => {
    const place = emptyPlace()
    onTestFinished(place.close)
    const context = await browser.newContext({ javaScriptEnabled, baseURL: new URL(await place.invitation).origin })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      // That a form was sent with something wrong in it is told by the browser as a fault too.
      if (message.type() === 'error' && !message.text().includes('status of 400')) complaints.push(message.text())
    })
    const check = async (): Promise<void> => {
      if (javaScriptEnabled) await expectSound(page)
    }
    await page.goto(await place.invitation)
    await check()
    await takeUp(page, await place.invitation)

    await arrived(page, 'Set up your hub')
    await page.getByText('0 of 6 steps completed').waitFor()
    await check()
    await press(page, 'link', 'Name and councils')
    await type(page, 'Name of the hub', 'Minimshire Music')
    await type(page, 'Councils', 'Minimshire')
    await press(page, 'button', 'Save')
    await page.getByText('There is no council “Minimshire”').first().waitFor()
    await check()
    await type(page, 'Councils', '990, 991')
    await press(page, 'button', 'Save')
    await arrived(page, 'Set up your hub')

    await press(page, 'link', 'School register')
    await arrived(page, 'School register')
    await check()
    await loadExample(page, 'Example: school register')
    await press(page, 'link', 'your hub')
    await page.getByText('2 of 6 steps completed').waitFor()
    await press(page, 'link', 'First audits')
    await check()
    await loadExample(page, 'Example: audits')
    await press(page, 'link', 'your hub')
    await arrived(page, 'Your hub')
    await page.getByText('3 of 6 steps completed').waitFor()
    await check()
    await press(page, 'link', 'Plan and goals')
    await check()
    await press(page, 'link', 'Add a goal')
    await arrived(page, 'Add a goal')
    await check()
    await page.goto('/hub')
    await press(page, 'link', 'See the county')
    await arrived(page, /schools/)
    // Five schools stand open in the example, and five of them were met.
    await page.getByText('5 state-funded schools').first().waitFor()
    expect(await page.locator('#coverage table').first().textContent()).toMatch(/Audited\s+5/)
    await check()

    await page.goto('/people')
    await type(page, 'Name', 'Grace Note')
    await tabTo(page, page.getByLabel('Role'))
    await page.getByLabel('Role').selectOption('hub leader')
    await press(page, 'button', 'Invite')
    const invitation = await page.locator('pre').innerText()
    await check()
    await comesBack(page, invitation, { javaScriptEnabled })
    expect(complaints).toEqual([])
    await context.close()
  }, 600_000)
})

/** Somebody takes up an invitation, forgets their password, is locked out, and comes back by another invitation. */
async function comesBack(steward: Page, invitation: string, how: { javaScriptEnabled: boolean }): Promise<void> {
  const context = await browser.newContext({ ...how, baseURL: new URL(invitation).origin })
  const page = await context.newPage()
  const key = await takeUp(page, invitation)
  await page.getByText('Grace Note, hub leader').waitFor()
  await press(page, 'link', 'Sign out')
  await arrived(page, 'Sign out of this browser?')
  await press(page, 'button', 'Sign out')
  const token = await page.locator('form[action="/sign-in"] input[name=token]').getAttribute('value')
  const wrong = { token: token ?? '', name: 'grace.note', password: 'something else altogether', code: '000000' }
  for (let times = 0; times < 10; times += 1)
    expect((await page.request.post('/sign-in', { form: wrong })).status()).toBe(400)
  await signInWith(page, { name: 'grace.note', code: codeOf(key, 1) })
  await page.getByText('for a quarter of an hour: try again then, or ask').first().waitFor()
  if (how.javaScriptEnabled) await expectSound(page)

  await steward.goto('/people')
  await press(steward, 'button', 'Invite again Grace Note')
  const again = await steward.locator('pre').innerText()
  expect(again).not.toBe(invitation)
  await page.goto(invitation)
  await arrived(page, 'This invitation cannot be used')
  await takeUp(page, again, 'velvet anchor pepper window')
  await page.getByText('Grace Note, hub leader').waitFor()
  await context.close()
}
