import { createServer } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addHub } from '../../ingest/hub.ts'
import { openStore, type Store } from '../../migrations/open.ts'
import { parseProviders } from '../../server/access/provider/settings.ts'
import { closeWindows, theBrowser } from '../browser.ts'
import { press } from '../keyboard.ts'
import { isLong } from '../runs.ts'
import { expectSound } from '../sound.ts'
import { client, closing, listening, openProvider, type ProviderServer } from './provider-server.ts'
import { appWith } from './sample-app.ts'

const tenant = '11111111-1111-4111-8111-111111111111'

let store: Store
let app: FastifyInstance
let server: ProviderServer
let browser: Browser
let origin: string
beforeAll(async () => {
  store = await openStore(':memory:')
  await addHub(store, { name: 'Northshire', area: ['901'], now: '2026-01-01T00:00:00Z' })
  // The provider is told where browsers come back to before there is anything there.
  const free = createServer()
  origin = await listening(free)
  await closing(free)
  server = await openProvider({
    claims: { openid: ['sub', 'tid', 'oid', 'roles'], profile: ['name'] },
    back: { in: `${origin}/sign-in/with/entra/back`, out: `${origin}/sign-in` },
    isAsking: true,
  })
  const provider = {
    id: 'entra',
    kind: 'entra',
    name: 'Microsoft',
    issuer: server.issuer,
    clientId: client.id,
    clientSecret: client.secret,
    tenants: [{ id: tenant, hub: 'Northshire' }],
    roles: { Leader: 'hub leader' },
  }
  app = await appWith({ store, providers: parseProviders(JSON.stringify([provider]), {}) })
  await app.listen({ port: Number(new URL(origin).port), host: '127.0.0.1' })
  browser = await theBrowser()
})
afterAll(async () => {
  await closeWindows(browser)
  await app.close()
  await server.close()
  await store.destroy()
})

/** A window that notes whatever its browser held back or complained of. */
async function openWindow(script: boolean) {
  const context = await browser.newContext({ javaScriptEnabled: script })
  const complaints: string[] = []
  const page = await context.newPage()
  page.on('console', (message) => {
    // Each browser asks for an icon of the provider, which has none.
    const isOwn = !message.location().url.endsWith('/favicon.ico')
    if (message.type() === 'error' && isOwn) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, complaints, close: () => context.close() }
}

const arrivedAt = (page: Page, where: string) => page.waitForURL(`${where}**`)

if (!isLong) console.log('left to npm run test:long: coming in by a provider without script, and being refused there')

it.each(isLong ? [true, false] : [true])(
  'by keyboard alone somebody comes in by a real provider elsewhere and leaves both, with script: %s',
  async (script) => {
    server.is = { sub: 'grace', oid: `object ${script}`, tid: tenant, roles: ['Leader'], name: 'Grace Note' }
    const { page, complaints, close } = await openWindow(script)
    await page.goto(`${origin}/account`)
    if (script) await expectSound(page)
    await press(page, 'button', 'Sign in with Microsoft')
    await arrivedAt(page, `${server.issuer}/interaction/`)
    await press(page, 'button', 'Go on as grace')
    await arrivedAt(page, `${origin}/account`)
    await page.getByText('Grace Note, hub leader').waitFor()
    await press(page, 'button', 'Sign out')
    await arrivedAt(page, `${server.issuer}/session/end`)
    await press(page, 'button', 'Leave')
    await arrivedAt(page, `${origin}/sign-in`)
    await page.goto(`${origin}/account`)
    await arrivedAt(page, `${origin}/sign-in?to=`)
    // At the provider too they are asked anew.
    await press(page, 'button', 'Sign in with Microsoft')
    await page.getByRole('button', { name: 'Go on as grace' }).waitFor()
    expect(complaints).toEqual([])
    await close()
  },
)

it.runIf(isLong)(
  'whoever the provider sends and the hub does not know is told so on a plain page, from which they can go back',
  async () => {
    server.is = { sub: 'stranger', oid: 'stranger', tid: '22222222-2222-4222-8222-222222222222', name: 'A Stranger' }
    const { page, complaints, close } = await openWindow(true)
    await page.goto(`${origin}/sign-in`)
    await expectSound(page)
    await press(page, 'button', 'Sign in with Microsoft')
    await press(page, 'button', 'Go on as stranger')
    await page.getByRole('heading', { level: 1, name: 'You are not signed in' }).waitFor()
    await expectSound(page)
    // The browser notes the status of the page itself; nothing else.
    expect(complaints.filter((text) => !text.includes('status of 403'))).toEqual([])
    await close()
  },
)
