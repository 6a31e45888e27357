import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import type { Browser, BrowserContext } from 'playwright-core'
import type { Role } from '../analytics/framework/role.ts'
import { openBrowser } from './browser.ts'
import { everyPage, type PageLooked } from './every-page.ts'
import { lookAtWorkbooks } from './look-workbooks.ts'
import { sampleApp, type SampleApp } from './server/sample-app.ts'
import { cookieFor, signedIn } from './server/signed-in.ts'

/**
 * Makes pictures of every page of the sample county, to be judged by people: on a wide window, on a phone, and on paper
 * (a PDF, and its pages as pictures where the machine can make them), and of every worksheet of its workbooks as it is
 * printed. `npm run look -- --out folder --only county,workbooks`.
 */

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'coverage/look' }, only: { type: 'string', default: '' } },
})
const widths = { wide: 1280, phone: 390 } as const
const organisations: Readonly<Partial<Record<Role, string>>> = { 'council officer': '990', 'school user': '900001' }

async function contextFor(browser: Browser, { store }: SampleApp, origin: string, role: Role): Promise<BrowserContext> {
  const context = await browser.newContext()
  const { cookie } = await signedIn(store, { role, organisation: organisations[role] ?? null })
  await context.addCookies([cookieFor(origin, cookie)])
  return context
}

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

await mkdir(values.out, { recursive: true })
if (values.only === '' || values.only.split(',').includes('workbooks')) await lookAtWorkbooks(values.out)
const [sample, browser] = await Promise.all([sampleApp(), openBrowser()])
const origin = await sample.app.listen({ port: 0, host: '127.0.0.1' })
const contexts = new Map<Role, BrowserContext>()
for (const looked of everyPage.filter(({ name }) => values.only === '' || values.only.split(',').includes(name))) {
  const role = looked.role ?? 'hub leader'
  const context = contexts.get(role) ?? (await contextFor(browser, sample, origin, role))
  contexts.set(role, context)
  await look(context, origin, looked)
  console.log(`${looked.name}: ${looked.path}`)
}
await browser.close()
await sample.close()
