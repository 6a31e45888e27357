import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addHub } from '../../ingest/hub.ts'
import { openStore, type Store } from '../../migrations/open.ts'
import { invite } from '../../server/access/invite.ts'
import { lockedFor, mostFailures } from '../../server/access/show-who.ts'
import { closeWindows, theBrowser } from '../browser.ts'
import { press } from '../keyboard.ts'
import { expectSound } from '../sound.ts'
import { codeOf } from './code-of.ts'
import { appOf } from './sample-app.ts'
import { password, signInWith } from './take-up.ts'

let store: Store
let hubId: number
let app: Awaited<ReturnType<typeof appOf>>
let browser: Browser
let origin: string
beforeAll(async () => {
  store = await openStore(':memory:')
  hubId = await addHub(store, { name: 'Northshire', area: ['901'], now: '2026-01-01T00:00:00Z' })
  app = await appOf(store, '2026-01-10', ':memory:', false)
  browser = await theBrowser()
  origin = (await app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
})
afterAll(async () => {
  await closeWindows(browser)
  await app.close()
  await store.destroy()
})

const invited = (name: string) =>
  invite(store, { hubId, name, role: 'hub leader', organisation: null, assigned: [] }, 'test')

/** Signs out of the page of the county, which is kept and asks on a page of its own. */
async function signOut(page: Page): Promise<void> {
  await press(page, 'link', 'Sign out')
  await page.getByRole('heading', { name: 'Sign out of this browser?' }).waitFor()
  await press(page, 'button', 'Sign out')
  await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor()
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
  await press(page, 'button', 'Make a passkey')
  await page.getByText('Ada Lowe, hub leader').waitFor()
  expect(await page.title()).toContain('Nothing is loaded yet')

  await signOut(page)
  await expectSound(page)
  await press(page, 'button', 'Sign in with a passkey')
  await page.getByText('Ada Lowe, hub leader').waitFor()

  const ways = await store.selectFrom('auditLog').select('action').where('personId', '=', id).execute()
  expect(ways.map(({ action }) => action)).toEqual(['used an invitation', 'signed out', 'signed in'])
  await store.updateTable('person').set({ disabledAt: '2026-01-10' }).where('id', '=', id).execute()
  await page.goto(`${origin}/sign-in`)
  await press(page, 'button', 'Sign in with a passkey')
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
  await press(page, 'button', 'Use this password')
  await page.getByRole('alert').getByText('Use at least 15 characters').waitFor()
  await page.getByLabel('Choose a password').fill(password)
  await page.getByLabel('The password again').fill(password)
  await page.getByLabel('Code').fill(codeOf(key))
  await press(page, 'button', 'Use this password')
  await page.getByText('Grace Note, hub leader').waitFor()
  await signOut(page)
  await signInWith(page, { name: 'grace.note', code: codeOf(key, 1) })
  await page.getByText('Grace Note, hub leader').waitFor()
  await context.close()
})

it('too many wrong tries lock somebody out, who is told when to try again and what to do, and is let in in time', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const { id, secret, signInName: name } = await invited('Lock Smith')
  const invitation = `${origin}/invitation/${secret}`
  const welcome = await (await page.request.get(invitation)).text()
  const [key = '', token = ''] = [/secret=([A-Z2-7]+)/, /name="token" value="([^"]+)"/].map(
    (at) => at.exec(welcome)?.[1],
  )
  const form = { token, password, again: password, code: codeOf(key) }
  expect((await page.request.post(`${invitation}/password`, { form, maxRedirects: 0 })).status()).toBe(303)

  const failed = (failedCount: number, ago: number) =>
    store
      .updateTable('person')
      .set({ failedCount, failedAt: new Date(Date.now() - ago).toISOString() })
      .where('id', '=', id)
      .execute()
  const tried = async (code: string) => {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await signInWith(page, { name, code })
    expect((await answered).status()).toBe(400)
    await page.getByRole('alert').getByText('for a quarter of an hour: try again then, or ask the hub’s data').waitFor()
  }
  await failed(mostFailures - 1, 0)
  await page.goto(`${origin}/sign-in`)
  await tried('000000')
  await tried(codeOf(key, 1))
  await expectSound(page)
  const told = await store.selectFrom('auditLog').select('detail').where('personId', '=', id).execute()
  expect(told.slice(-2).map(({ detail }) => JSON.parse(detail) as object)).toEqual([
    { way: 'password', why: 'wrong', count: mostFailures },
    { way: 'password', why: 'locked', count: mostFailures },
  ])
  await failed(mostFailures, lockedFor + 1000)
  await signInWith(page, { name, code: codeOf(key, 1) })
  await page.getByText('Lock Smith, hub leader').waitFor()
  await context.close()
})
