import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSound } from '../sound.ts'
import { sampleSite, type SampleSite } from './sample-site.ts'
import { cookieFor } from './signed-in.ts'

const pages = {
  'the county': '/',
  'a council on a past day': '/?council=991&phase=Primary&asOf=2022-08-31',
  'a group without schools': '/?district=Fluteness+Coast&phase=All-through&asOf=2020-01-01',
  'a strand': '/strands/community-and-partnerships',
  'what is due and overdue': '/pipeline',
  'the strands': '/strands',
  'the awards': '/awards',
  'the goals': '/goals',
  'the districts': '/districts',
  'linked views': '/explore',
  'what words mean': '/definitions',
  'what is missing': '/data-quality',
  'the schools': '/schools',
  'a search that finds nothing': '/schools?q=zzzz',
  'a school': '/schools/900001',
  'the schools most like it': '/schools/900001/comparators',
  'how cohorts have come on': '/measures/cohort-progress',
  'where a figure comes from': '/measures/award-ladder/lineage?column=gold',
  'gaps between kinds of school': '/measures/equity-gap?size=101+to+210',
  'a page that is not there': '/nothing',
} as const

let site: SampleSite

beforeAll(async () => {
  site = await sampleSite()
})
afterAll(() => site.close())

/** One window with script and one without, each for all pages in turn: making one takes longer than most pages do. */
const windows = new Map<boolean, { readonly page: Page; readonly complaints: string[] }>()

async function windowWith(script: boolean) {
  const known = windows.get(script)
  if (known !== undefined) return known
  const context = await site.browser.newContext({ javaScriptEnabled: script })
  await context.addCookies([cookieFor(site.origin, site.cookie)])
  const opened = { page: await context.newPage(), complaints: new Array<string>() }
  opened.page.on('console', (message) => {
    // The browser notes a page that is not there; that is so.
    if (message.type() === 'error' && !message.text().includes('404')) opened.complaints.push(message.text())
  })
  opened.page.on('pageerror', (error) => opened.complaints.push(error.message))
  windows.set(script, opened)
  return opened
}

const laptop = { width: 1280, height: 900 }

/** Opens a page at the size of a laptop and does something there; gives what the browser complained of. */
async function visit(
  path: string,
  { script }: { readonly script: boolean },
  look: (page: Page) => Promise<void>,
): Promise<readonly string[]> {
  const { page, complaints } = await windowWith(script)
  complaints.length = 0
  await page.setViewportSize(laptop)
  await page.goto(`${site.origin}${path}`)
  await look(page)
  return [...complaints]
}

/** The pages that are looked at on a laptop too, every day. */
const alsoOnLaptop: ReadonlySet<string> = new Set(['the county', 'a school', 'where a figure comes from'])

describe.each(Object.entries(pages))('%s', (name, path) => {
  it('has no fault on a phone or a laptop, nothing a browser complains of, and the same words without script', async () => {
    const texts: string[] = []
    const complaints = await visit(path, { script: true }, async (page) => {
      await (alsoOnLaptop.has(name) ? expectSound(page, { alsoOnLaptop: true }) : expectSound(page))
      await page.setViewportSize(laptop)
      // What works by script only is there with script only.
      await page.evaluate("document.querySelectorAll('[data-script]').forEach((part) => part.remove())")
      texts.push(await page.locator('main').innerText())
    })
    expect(complaints).toEqual([])
    await visit(path, { script: false }, async (page) => {
      texts.push(await page.locator('main').innerText())
    })
    expect(texts[0]?.length).toBeGreaterThan(50)
    expect(texts[1]).toBe(texts[0])
  })
})

describe('without script', () => {
  it('a council, a phase and a day can be chosen, and the address says what was chosen', async () => {
    await visit('/', { script: false }, async (page) => {
      await page.getByText('Choose other schools or another day').click()
      await page.getByLabel('Council').selectOption('991')
      await page.getByLabel('Phase').selectOption('Primary')
      await page.getByRole('button', { name: 'Show' }).click()
      const { searchParams } = new URL(page.url())
      expect(searchParams.get('council')).toBe('991')
      expect(searchParams.get('phase')).toBe('Primary')
      expect(await page.locator('main').innerText()).toContain('Brevebury')
    })
  })

  it('a school is found by a part of its name and its journey opened', async () => {
    await visit('/schools', { script: false }, async (page) => {
      const link = page.locator('main table a[href^="/schools/"]').first()
      const name = await link.innerText()
      await page.getByRole('searchbox').or(page.locator('input[name="q"]')).first().fill(name)
      await page.keyboard.press('Enter')
      await page.locator('main table a[href^="/schools/"]').first().click()
      expect(await page.locator('h1').innerText()).toContain(name)
    })
  })
})

describe('the map of districts', () => {
  it('is drawn where its districts lie, none over the whole picture, and read by arrow keys', async () => {
    await visit('/districts', { script: true }, async (page) => {
      const picture = page.locator('#district-map .figure__wide')
      const whole = (await picture.boundingBox())!
      const boxes = await Promise.all(
        (await picture.locator('path:has(title)').all()).map((path) => path.boundingBox()),
      )
      expect(boxes.length).toBe(7)
      for (const box of boxes) {
        expect(box!.width).toBeGreaterThan(20)
        expect(box!.width * box!.height).toBeLessThan((whole.width * whole.height) / 6)
      }
      const [brevebury, , fluteness, , quaverly] = boxes
      expect(quaverly!.x).toBeLessThan(brevebury!.x)
      expect(quaverly!.y).toBeLessThan(brevebury!.y)
      expect(fluteness!.x).toBeGreaterThan(brevebury!.x)
      await picture.focus()
      await page.keyboard.press('ArrowRight')
      expect(await picture.getByRole('status').innerText()).toMatch(/^Brevebury: \d+\.\d%, \d+ of \d+ schools/)
    })
  })
})

it('would be told of a page that sticks out, and of one that not everybody can use', async () => {
  const { page } = await windowWith(true)
  await page.setContent('<html lang="en"><title>Wide</title><main><h1>Wide</h1><canvas width="2000"></canvas></main>')
  await expect(expectSound(page)).rejects.toMatchObject({ actual: { spill: expect.any(Number) } })
  const named = { id: 'button-name', where: ['<button></button>'] }
  await page.setContent('<html lang="en"><title>Mute</title><main><h1>Mute</h1><button></button></main>')
  await expect(expectSound(page)).rejects.toMatchObject({ actual: { faults: [named] } })
})
