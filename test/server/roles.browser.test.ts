import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectSound } from '../sound.ts'
import { sampleSite, type SampleSite } from './sample-site.ts'

let site: SampleSite
beforeAll(async () => {
  site = await sampleSite()
})
afterAll(() => site.close())

/** Each of the sample people by the name on their button, with pages of theirs alone: the long proofs walk through all. */
const own = {
  'Olive Crotchet': ['/council', '/account'],
  'Sunita Minim': ['/'],
  'Tom Breve': ['/trust'],
  'Amos Quaver': ['/schools/900001'],
  'Dora Stave': ['/hub', '/hub/goals', '/people', '/audit-log'],
} as const

it('each role comes in by one press and finds its pages without a fault, and nothing that the browser holds back', async () => {
  const page = await site.browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${site.origin}/sign-in`)
  await expectSound(page)
  for (const statement of ['Privacy', 'Accessibility statement']) {
    await page.getByRole('link', { name: statement }).click()
    await page.getByRole('heading', { level: 1, name: statement }).waitFor()
    await expectSound(page, { alsoOnLaptop: true })
  }
  for (const [name, paths] of Object.entries(own)) {
    await page.goto(`${site.origin}/sign-in`)
    await page.getByRole('button', { name, exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(`${name}, `).waitFor()
    for (const path of paths) {
      await page.goto(`${site.origin}${path}`)
      await page.getByText(`${name}, `).waitFor()
      await expectSound(page)
    }
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Look at the sample county as' }).waitFor()
  }
  expect(complaints).toEqual([])
})
