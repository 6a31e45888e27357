import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { measureIds } from '../../analytics/measures/index.ts'
import { roles, type Role } from '../../analytics/framework/role.ts'
import { isLong } from '../runs.ts'
import { figuresOn, heldAgainstTable } from '../dashboards/figures-agree.ts'
import { expectSound } from '../sound.ts'
import { faultsOf } from './html-faults.ts'
import { everybody, pagesFor, routesOfPages, type LinkedPage } from './linked-pages.ts'
import { oneOfEverything } from './one-of-everything.ts'
import { sampleSite, type SampleSite } from './sample-site.ts'
import { cookieFor } from './signed-in.ts'

/** Somebody, and the pages that are looked at as them. */
interface Comer {
  readonly role: Role
  readonly cookie: string
  readonly pages: readonly LinkedPage[]
}

/** The page of every measure is one by itself, for it has a picture of its own. */
const pagesOfMeasures = measureIds.map((id): [string, RegExp] => [`/measures/${id}`, new RegExp(`^/measures/${id}$`)])

let site: SampleSite
let forms: ReadonlyMap<string, RegExp>
const comers: Comer[] = []
const looked = new Set<string>()
const reached = new Map<Role, number>()
beforeAll(async () => {
  site = await sampleSite()
  // Every day one measure's page stands for all; in the long proofs each is a page of its own.
  const routes = [...routesOfPages(site.app)]
  forms = new Map(isLong ? [...pagesOfMeasures, ...routes.filter(([route]) => route !== '/measures/:id')] : routes)
  const also = await oneOfEverything(site.app, site.store, site.cookie)
  for (const { role, cookie } of await everybody(site.store)) {
    const pages = await pagesFor(site.app, cookie, forms, also)
    reached.set(role, pages.size)
    // Every day a page is looked at as the first who comes to it; in the long proofs as everybody.
    comers.push({
      role,
      cookie,
      pages: [...pages].filter(([route]) => isLong || !looked.has(route)).map(([, page]) => page),
    })
    for (const route of pages.keys()) looked.add(route)
  }
}, 600_000)
afterAll(() => site.close())

/** A browser of somebody that tells of all that its policy holds back, and of every fault of its scripts. */
async function watched(cookie: string) {
  const context: BrowserContext = await site.browser.newContext()
  await context.addCookies([cookieFor(site.origin, cookie)])
  const reports: string[] = []
  await context.exposeFunction('reportHeldBack', (report: string) => void reports.push(report))
  await context.addInitScript(`document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    reportHeldBack(location.pathname + ': ' + violatedDirective + ' ' + blockedURI))`)
  const page = await context.newPage()
  page.on('pageerror', (error) => reports.push(`${page.url()}: ${error.message}`))
  return { context, page, reports }
}

it('links lead to every route of pages, and everybody to some', () => {
  expect([...forms.keys()].filter((route) => !looked.has(route))).toEqual([])
  expect(looked.size).toBeGreaterThan(25)
  expect(Math.min(...reached.values())).toBeGreaterThan(3)
})

if (!isLong)
  console.log(
    'left to npm run test:long: every page of every route in a browser, as everybody, on a phone and a laptop',
  )

it.runIf(isLong).each(roles)(
  'no page of any route has a fault on a phone or a laptop or asks for what its policy holds back, as a %s',
  async (who) => {
    const unsound: string[] = []
    for (const { role, cookie, pages } of comers.filter((comer) => comer.role === who)) {
      const { context, page, reports } = await watched(cookie)
      for (const { url } of pages) {
        const answer = await page.goto(`${site.origin}${url}`)
        // One page's fault does not hide those of the pages after it.
        if (answer?.status() !== 200) unsound.push(`${url} as ${role}: ${answer?.status()}`)
        await expectSound(page).catch((fault: Error) => unsound.push(fault.message))
      }
      expect(reports).toEqual([])
      await context.close()
    }
    expect(unsound).toEqual([])
  },
  3_600_000,
)

it('every page of every route is valid HTML, as whoever comes to it', async () => {
  const headers = { host: '127.0.0.1' }
  const { body: refusal } = await site.app.inject({ url: '/nowhere', headers: { ...headers, cookie: site.cookie } })
  const { body: visitor } = await site.app.inject({ url: '/sign-in', headers })
  const unmet = [
    { role: 'data steward', url: '/nowhere', html: refusal },
    { role: 'nobody', url: '/sign-in', html: visitor },
  ]
  // Every day one in three of them, for it takes a while; in the long proofs all.
  const met = comers
    .flatMap(({ role, pages }) => pages.map((page) => ({ role, ...page })))
    .filter((_, at) => isLong || at % 3 === 0)
  const faults = []
  for (const { role, url, html } of [...unmet, ...met])
    faults.push(...(await faultsOf(html)).map((fault) => ({ role, url, fault })))
  expect(faults).toEqual([])
}, 600_000)

it('every figure of every page has its table, and no number drawn or said that the table does not have', () => {
  const seen = new Map<string, number>()
  for (const { pages } of comers)
    for (const { url, html } of pages)
      for (const figure of figuresOn(html)) {
        const { hasTable, held, wrong } = heldAgainstTable(figure)
        // A school's journey is told in words and a table below its picture.
        const isTold = figure.id === 'timeline' ? figure.querySelector('a[href="#levels"]') !== null : hasTable
        const untold = figure.id === 'timeline' ? [] : wrong
        expect({ url, figure: figure.id, isTold, untold }).toEqual({ url, figure: figure.id, isTold: true, untold: [] })
        if (figure.id === 'timeline') continue
        seen.set(figure.id, (seen.get(figure.id) ?? 0) + held)
      }
  expect(seen.size).toBeGreaterThan(15)
  expect([...seen].filter(([, held]) => held === 0)).toEqual([])
})

it('tells where a figure and its table do not agree', () => {
  const html = comers.flatMap(({ pages }) => pages).find(({ url }) => url === '/strands')?.html ?? ''
  const [figure] = figuresOn(html.replace(/(<title>Curriculum music, Focusing: )(\d+)/, '$17'))
  expect(figure && heldAgainstTable(figure).wrong).toEqual([expect.stringContaining('Curriculum music, Focusing: 7')])
})

it('tells what is not valid', async () => {
  const html =
    '<!doctype html><html lang="en"><head><title>Two of one name</title></head><body><p id="a"><p id="a"></body></html>'
  expect(await faultsOf(html)).toContain('no-dup-id: Duplicate ID "a" at html > body > p:nth-child(2)')
})

it('tells where something is held back', async () => {
  const { page, reports, context } = await watched(site.cookie)
  await page.goto(`${site.origin}/account`)
  await page.evaluate(`document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }))`)
  await expect.poll(() => reports).toEqual(['/account: script-src-elem inline'])
  await context.close()
})
