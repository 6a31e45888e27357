import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addHub } from '../../ingest/hub.ts'
import { openStore, type Store } from '../../migrations/open.ts'
import { invite } from '../../server/access/invite.ts'
import { openBrowser } from '../browser.ts'
import { codeOf } from './code-of.ts'
import { appOf } from './sample-app.ts'

let store: Store
let hubId: number
let app: Awaited<ReturnType<typeof appOf>>
let browser: Browser
let origin: string
beforeAll(async () => {
  store = await openStore(':memory:')
  hubId = await addHub(store, { name: 'Northshire', area: ['901'], now: '2026-01-01T00:00:00Z' })
  app = await appOf(store, '2026-01-10', ':memory:', false)
  browser = await openBrowser()
  origin = (await app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
})
afterAll(async () => {
  await browser.close()
  await app.close()
  await store.destroy()
})

const invited = (name: string) =>
  invite(store, { hubId, name, role: 'hub leader', organisation: null, assigned: [] }, 'test')

async function expectSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))).toEqual([])
}

/** Goes on by the tab key alone until something of that name has the focus, and presses it. */
async function press(page: Page, name: string, role: 'button' | 'link' = 'button'): Promise<void> {
  const target = page.getByRole(role, { name, exact: true })
  await target.waitFor()
  for (let steps = 0; steps < 40 && (await target.and(page.locator(':focus')).count()) === 0; steps += 1)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
}

/** Signs out of the page of the county, which is kept and asks on a page of its own. */
async function signOut(page: Page): Promise<void> {
  await press(page, 'Sign out', 'link')
  await page.getByRole('heading', { name: 'Sign out of this browser?' }).waitFor()
  await press(page, 'Sign out')
}

it('a passkey is made by an invitation and lets its person in again, by keyboard alone; no other passkey does', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  const devices = await context.newCDPSession(page)
  await devices.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2' as const,
    transport: 'internal' as const,
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  }
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', { options })

  const { id, secret } = await invited('Ada Lowe')
  await page.goto(`${origin}/invitation/${secret}`)
  await expectSound(page)
  await press(page, 'Make a passkey')
  await page.getByText('Ada Lowe, hub leader').waitFor()
  expect(await page.title()).toContain('Nothing is loaded yet')

  await signOut(page)
  await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor()
  await expectSound(page)
  await press(page, 'Sign in with a passkey')
  await page.getByText('Ada Lowe, hub leader').waitFor()

  const ways = await store.selectFrom('auditLog').select('action').where('personId', '=', id).execute()
  expect(ways.map(({ action }) => action)).toEqual(['used an invitation', 'signed out', 'signed in'])
  await store.updateTable('person').set({ disabledAt: '2026-01-10' }).where('id', '=', id).execute()
  await page.goto(`${origin}/sign-in`)
  await press(page, 'Sign in with a passkey')
  await page.getByText('That passkey does not let you in here.').waitFor()
  await expectSound(page)

  const { credentials } = await devices.send('WebAuthn.getCredentials', { authenticatorId })
  expect(credentials).toHaveLength(1)
  await devices.send('WebAuthn.removeCredential', { authenticatorId, credentialId: credentials[0]?.credentialId ?? '' })
  expect(complaints).toEqual([])
  await context.close()
})

it('without script a password and a code do the same, and what is wrong is said at its field', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const { secret } = await invited('Grace Note')
  await page.goto(`${origin}/invitation/${secret}`)
  const key = (await page.locator('pre').innerText()).replaceAll(' ', '')
  expect(await page.getByRole('button', { name: 'Make a passkey' }).count()).toBe(0)
  await page.getByLabel('Choose a password').fill('too short')
  await press(page, 'Use this password')
  await page.getByRole('alert').getByText('Use at least 15 characters').waitFor()
  await page.getByLabel('Choose a password').fill('brass harbour lemon kettle')
  await page.getByLabel('The password again').fill('brass harbour lemon kettle')
  await page.getByLabel('Code').fill(codeOf(key))
  await press(page, 'Use this password')
  await page.getByText('Grace Note, hub leader').waitFor()
  await signOut(page)
  await page.getByLabel('Your sign-in name').fill('grace.note')
  await page.getByLabel('Password').fill('brass harbour lemon kettle')
  await page.getByLabel('Code').fill(codeOf(key, 1))
  await press(page, 'Sign in')
  await page.getByText('Grace Note, hub leader').waitFor()
  await context.close()
})
