import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectSound } from '../sound.ts'
import { sampleSite, type SampleSite } from './sample-site.ts'
import { cookieFor, signedIn } from './signed-in.ts'

let site: SampleSite
beforeAll(async () => {
  site = await sampleSite()
})
afterAll(() => site.close())

/** Presses a button as somebody without a mouse does. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus()
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

/** Fills in a field as somebody without a mouse does. */
async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label, exact: true }).focus()
  await page.keyboard.insertText(text)
}

it('a hub leader drafts, approves, freezes and issues again a return by keyboard, without script, and sees where each figure comes from', async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false })
  const { cookie } = await signedIn(site.store, { role: 'hub leader', name: 'Harriet Cadence' })
  await context.addCookies([cookieFor(site.origin, cookie)])
  const page = await context.newPage()
  const looked = await site.browser.newContext()
  await looked.addCookies([cookieFor(site.origin, cookie)])
  const sound = async (alsoOnLaptop = false) => {
    const seen = await looked.newPage()
    await seen.goto(page.url())
    await expectSound(seen, { alsoOnLaptop })
    await seen.close()
  }

  await page.goto(`${site.origin}/returns`)
  await type(page, 'Academic year', 'last year')
  await press(page, 'Draft')
  expect(await page.getByRole('alert').textContent()).toContain('Enter an academic year such as 2024/25')
  await page.getByLabel('Academic year').fill('2025/26')
  await press(page, 'Draft')
  expect(await page.title()).toContain('Music hub annual return, 2025/26, issue 1')
  expect(await page.getByText('Local need, activities and resources is not answered.').count()).toBe(1)
  await sound(true)

  for (const label of [
    'Local need, activities and resources',
    'Whole-class opportunities',
    'School music development plans',
  ])
    await type(page, label, `What there is to say of ${label.toLowerCase()}.`)
  await press(page, 'Save the narrative')
  await press(page, 'Approve this return')
  expect(await page.getByText(/by Harriet Cadence/).count()).toBe(2)
  await press(page, 'Freeze this return')
  expect(await page.getByRole('link', { name: /issue-1\.xlsx/ }).count()).toBe(1)

  const [row] = await page.getByRole('row', { name: /Schools the hub worked with/ }).all()
  const number = row?.getByRole('link').first()
  const told = await number?.textContent()
  await Promise.all([page.waitForEvent('load'), number?.press('Enter')])
  expect(page.url()).toMatch(/\/measures\/coverage\/lineage\?.*column=engaged&version=\d+/)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(`Engaged: ${told}`)
  expect(await page.getByText(/As it was known at data version/).count()).toBe(1)
  await page.goBack()

  await press(page, 'Draft the next issue')
  expect(await page.getByRole('alert').textContent()).toContain('Say why the return is issued again')
  await type(page, 'Why it is issued again', 'two schools sent their forms late')
  await press(page, 'Draft the next issue')
  expect(await page.title()).toContain('2025/26, issue 2')
  const compare = page.getByRole('link', { name: 'Compare with 2025/26, issue 1' })
  await Promise.all([page.waitForEvent('load'), compare.press('Enter')])
  expect(await page.getByText(/0 figures of \d+ moved/).count()).toBe(1)
  await sound()
})
