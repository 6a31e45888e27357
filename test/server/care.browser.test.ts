import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectSound } from '../sound.ts'
import { sampleSite, type SampleSite } from './sample-site.ts'
import { cookieFor } from './signed-in.ts'

let site: SampleSite
beforeAll(async () => {
  site = await sampleSite()
})
afterAll(() => site.close())

/** Types into the field of a label, having come to it by keyboard order alone from the field before. */
async function type(page: Page, label: string, text: string): Promise<void> {
  for (let pressed = 0; pressed < 40; pressed += 1) {
    await page.keyboard.press('Tab')
    const isThere = (await page.getByLabel(label, { exact: true }).and(page.locator(':focus')).count()) === 1
    if (isThere) return page.keyboard.type(text)
  }
  throw new Error(`no field is come to by keyboard: ${label}`)
}

const message = 'From: Ida Clef <ida.clef@school.example>\r\nSubject: Withdraw\r\n\r\nPlease stop.\r\n'

it('by keyboard alone consent is recorded, withdrawn by a message, and all that is held is told and erased', async () => {
  const context = await site.browser.newContext()
  await context.addCookies([cookieFor(site.origin, site.cookie)])
  const page = await context.newPage()
  await page.goto(`${site.origin}/contacts`)
  await page.getByLabel('Messages saved from the mailbox').focus()
  await type(page, 'URN of the school', '900001')
  await type(page, 'Name', 'Ida Clef')
  await type(page, 'E-mail address', 'ida.clef@school.example')
  await page.getByLabel('Day on which consent was given').fill('2026-06-01')
  await page.getByLabel('How it was given').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('The consent of Ida Clef is recorded.').waitFor()
  await expectSound(page, { alsoOnLaptop: true })

  const eml = { name: 'withdraw.eml', mimeType: 'message/rfc822', buffer: Buffer.from(message) }
  await page.getByLabel('Messages saved from the mailbox').setInputFiles(eml)
  await page.getByLabel('Messages saved from the mailbox').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('1 withdrawal recorded, of 1 message.').waitFor()
  await page.getByRole('link', { name: 'Erase Ida Clef' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Ida Clef' }).waitFor()
  await expectSound(page)

  await page.goto(`${site.origin}/held`)
  await page.getByLabel('Names').focus()
  await page.keyboard.type('Ida Clef')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Held: 1 thing' }).waitFor()
  await expectSound(page, { alsoOnLaptop: true })
  await page.getByRole('checkbox', { name: 'Ida Clef, Head Teacher' }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Erase what is chosen' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Erased: 0 people who signed in, 1 contact').waitFor()
  expect(await page.getByRole('heading', { name: 'Nothing is held' }).count()).toBe(1)

  await page.goto(`${site.origin}/retention`)
  await page.getByRole('heading', { level: 1, name: 'What is kept for how long' }).waitFor()
  await expectSound(page)
})
