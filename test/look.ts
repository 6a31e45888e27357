import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import type { Browser, BrowserContext } from 'playwright-core'
import type { Role } from '../analytics/framework/role.ts'
import { openBrowser } from './browser.ts'
import { everyPage, type PageLooked } from './every-page.ts'
import { lookAtWorkbooks } from './look-workbooks.ts'
import { everybody, pagesFor, routesOfPages } from './server/linked-pages.ts'
import { oneOfEverything } from './server/one-of-everything.ts'
import { sampleApp, type SampleApp } from './server/sample-app.ts'
import { cookieFor } from './server/signed-in.ts'

/**
 * Makes pictures of every page of the sample county, to be judged by people: on a wide window, on a phone, and on paper
 * (a PDF, and its pages as pictures where the machine can make them), and of every worksheet of its workbooks as it is
 * printed. `npm run look -- --out folder --only county,workbooks`; `--only rest` are the pages that links lead to
 * besides those that have a name of their own.
 */

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'coverage/look' }, only: { type: 'string', default: '' } },
})
const widths = { wide: 1280, phone: 390 } as const
const isWanted = (name: string): boolean => values.only === '' || values.only.split(',').includes(name)

async function look(context: BrowserContext, origin: string, { name, path }: PageLooked): Promise<void> {
  const page = await context.newPage()
  const file = (kind: string): string => join(values.out, `${name}-${kind}`)
  for (const [kind, width] of Object.entries(widths)) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`${origin}${path}`)
    await page.screenshot({ path: `${file(kind)}.png`, fullPage: true })
  }
  // What a script draws is printed as it is on a wide window.
  await page.setViewportSize({ width: widths.wide, height: 900 })
  await page.reload()
  await page.waitForLoadState('networkidle')
  await writeFile(`${file('print')}.pdf`, await page.pdf({ preferCSSPageSize: true }))
  await promisify(execFile)('pdftoppm', ['-r', '60', '-png', `${file('print')}.pdf`, file('print')]).catch(() => null)
  await page.close()
}

/** A page of every other route, as the first of the sample people who comes to it, named by its route. */
async function everyOtherPage({ app, store, cookie }: SampleApp): Promise<readonly PageLooked[]> {
  const forms = routesOfPages(app)
  const isNamed = (form: RegExp): boolean => everyPage.some(({ path }) => form.test(path.split('?')[0] ?? ''))
  const also = await oneOfEverything(app, store, cookie)
  const found = new Map<string, PageLooked>()
  for (const person of await everybody(store))
    for (const [route, { url }] of await pagesFor(app, person.cookie, forms, also))
      if (!found.has(route) && !isNamed(forms.get(route) ?? /^$/))
        found.set(route, { name: route.slice(1).replaceAll(/[/:]+/g, '-'), path: url, role: person.role })
  return [...found.values()]
}

async function contextsOf(browser: Browser, { store }: SampleApp, origin: string) {
  const contexts = new Map<Role, BrowserContext>()
  for (const { role, cookie } of await everybody(store)) {
    const context = await browser.newContext()
    await context.addCookies([cookieFor(origin, cookie)])
    contexts.set(role, context)
  }
  return contexts
}

await mkdir(values.out, { recursive: true })
if (isWanted('workbooks')) await lookAtWorkbooks(values.out)
const [sample, browser] = await Promise.all([sampleApp(), openBrowser()])
const origin = await sample.app.listen({ port: 0, host: '127.0.0.1' })
const contexts = await contextsOf(browser, sample, origin)
const named = everyPage.filter(({ name }) => isWanted(name))
for (const looked of [...named, ...(isWanted('rest') ? await everyOtherPage(sample) : [])]) {
  const context = contexts.get(looked.role ?? 'hub leader')
  if (context === undefined) throw new RangeError(`nobody is: ${looked.role}`)
  await look(context, origin, looked)
  console.log(`${looked.name}: ${looked.path}`)
}
await browser.close()
await sample.close()
