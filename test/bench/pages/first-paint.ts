import { openBrowser } from '../../browser.ts'
import { cookieFor } from '../../server/signed-in.ts'
import { within } from './load.ts'

const rounds = 11

/**
 * When something is first seen of the county page, when it is there whole, when a blank page is seen, and when the county
 * page's charts are all drawn by vega-embed, in milliseconds from the start of going there: medians of interleaved
 * rounds, what can be kept by the browser kept.
 */
export async function firstPaints(origin: string, cookie: string) {
  const browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  await context.addCookies([cookieFor(origin, cookie)])
  const page = await context.newPage()
  /** The number that a page comes to have: the page's own policy lets it wait for nothing written as text. */
  const until = async (number: string): Promise<number> => {
    for (;;) {
      const found = await page.evaluate<number | undefined>(number)
      if (found !== undefined) return found
      await page.waitForTimeout(10)
    }
  }
  const painted = async (path: string): Promise<number> => {
    await page.goto(`${origin}${path}`)
    return until("performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
  }
  const drawn = async (): Promise<number> => {
    await page.goto(`${origin}/bench/vega`)
    return until('window.drawnAt')
  }
  const whole = () => until("performance.getEntriesByType('navigation')[0]?.loadEventEnd || undefined")
  const times = {
    blank: new Array<number>(),
    page: new Array<number>(),
    whole: new Array<number>(),
    vega: new Array<number>(),
  }
  for (let round = -2; round < rounds; round++) {
    const [blank, county, loaded] = [await painted('/bench/blank'), await painted('/'), await whole()]
    const vega = await drawn()
    if (round < 0) continue
    times.blank.push(blank)
    times.page.push(county)
    times.whole.push(loaded)
    times.vega.push(vega)
  }
  await browser.close()
  const [blank, county, loaded, vega] = [times.blank, times.page, times.whole, times.vega].map((all) => within(all, 50))
  return { rounds, blank: blank!, page: county!, whole: loaded!, vega: vega! }
}
