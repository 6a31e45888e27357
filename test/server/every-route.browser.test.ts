import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { roles, type Role } from '../../analytics/framework/role.ts'
import { move, stage } from '../../server/jobs/stage.ts'
import { openBrowser } from '../browser.ts'
import { isLong } from '../runs.ts'
import { sampleApp, type SampleApp } from './sample-app.ts'
import { cookieFor, signedIn } from './signed-in.ts'

let sample: SampleApp
let browser: Browser
let origin: string
beforeAll(async () => {
  ;[sample, browser] = await Promise.all([sampleApp(), openBrowser()])
  origin = await sample.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await browser.close()
  await sample.close()
})

/** Routes whose page no link leads to: whoever has the address goes there, or the sample county has nothing of it. */
const unlinked = new Set(['/invitation/:secret', '/contacts/:id'])

/** Routes of files and of answers for programs, which are no pages. */
const isPage = (url: string): boolean => !/^\/(api|assets|health)\/|\.[a-z]+$|\/progress$/.test(url)

const formOf = (url: string): RegExp => new RegExp(`^${url.replaceAll(/:\w+/g, '[^/]+').replaceAll('.', '\\.')}$`)

const organisations: Readonly<Partial<Record<Role, string>>> = { 'council officer': '990', 'school user': '900001' }

/** Every page that links lead somebody to from where they begin, one address for each route. */
async function pagesFor(cookie: string, forms: ReadonlyMap<string, RegExp>): Promise<ReadonlyMap<string, string>> {
  const whole = [...forms.keys()].filter((url) => !url.includes(':'))
  const [found, seen, waiting] = [new Map<string, string>(), new Set<string>(), ['/', ...whole]]
  const tries = new Map<string, number>()
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    const path = url.split(/[?#]/)[0] ?? ''
    const [route] = [...forms].find(([each, form]) => each === path || form.test(path)) ?? []
    if (route === undefined || seen.has(url) || (tries.get(route) ?? 0) >= 3) continue
    seen.add(url)
    tries.set(route, (tries.get(route) ?? 0) + 1)
    const { statusCode, headers, body } = await sample.app.inject({ url, headers: { host: '127.0.0.1', cookie } })
    if (statusCode === 200 && !found.has(route)) found.set(route, url)
    const links = [...body.matchAll(/href="(\/[^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
    waiting.push(...links, ...(headers.location === undefined ? [] : [headers.location]))
  }
  return found
}

/** A browser of somebody that tells of all that its policy holds back, and of every fault of its scripts. */
async function watched(cookie: string) {
  const context: BrowserContext = await browser.newContext()
  await context.addCookies([cookieFor(origin, cookie)])
  const reports: string[] = []
  await context.exposeFunction('reportHeldBack', (report: string) => void reports.push(report))
  await context.addInitScript(`document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    reportHeldBack(location.pathname + ': ' + violatedDirective + ' ' + blockedURI))`)
  const page = await context.newPage()
  page.on('pageerror', (error) => reports.push(`${page.url()}: ${error.message}`))
  return { context, page, reports }
}

it('no page of any route asks a browser for what its policy holds back, as whoever comes to it', async () => {
  // A file that waits has a page too.
  const arriving = { hubId: 1, name: 'waits.csv', by: 'test', now: new Date().toISOString() }
  const { id, hash, size } = await stage(sample.store, arriving, oneChunk('URN,What\n'))
  await move(sample.store, id, ['arriving'], { state: 'stopped', hash, size })

  const urls = sample.app.routeTable.filter(({ method }) => method === 'GET').map(({ url }) => url)
  const forms = new Map(urls.filter(isPage).map((url) => [url, formOf(url)]))
  const visited = new Set<string>()
  const council = await sample.store
    .selectFrom('registerSchool')
    .select('trustCode')
    .where('trustCode', 'is not', null)
    .executeTakeFirst()
  for (const role of ['data steward', ...roles.filter((each) => each !== 'data steward')] as const) {
    const organisation = role === 'trust user' ? (council?.trustCode ?? null) : (organisations[role] ?? null)
    const { cookie } = await signedIn(sample.store, { role, organisation })
    const pages = await pagesFor(cookie, forms)
    const { context, page, reports } = await watched(cookie)
    for (const [route, url] of pages) {
      // Every day a page is looked at as the first who comes to it; in the long proofs as everybody.
      if (visited.has(route) && !isLong) continue
      visited.add(route)
      const answer = await page.goto(`${origin}${url}`)
      expect({ role, url, status: answer?.status() }).toEqual({ role, url, status: 200 })
    }
    expect(pages.size).toBeGreaterThan(3)
    expect(reports).toEqual([])
    await context.close()
  }
  expect([...forms.keys()].filter((route) => !visited.has(route) && !unlinked.has(route))).toEqual([])
  expect(visited.size).toBeGreaterThan(25)
}, 600_000)

it('tells where something is held back', async () => {
  const { page, reports, context } = await watched(sample.cookie)
  await page.goto(`${origin}/account`)
  await page.evaluate(`document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }))`)
  await expect.poll(() => reports).toEqual(['/account: script-src-elem inline'])
  await context.close()
})

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}
