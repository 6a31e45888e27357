import type { Browser } from 'playwright-core'
import { closeWindows, theBrowser } from '../browser.ts'
import { sampleApp, type SampleApp } from './sample-app.ts'

/** The application over the sample county, as a browser comes to it. */
export interface SampleSite extends SampleApp {
  readonly browser: Browser
  /** Its address on this machine. */
  readonly origin: string
}

/** Serves the sample county to the browser of this process; closing it closes the windows that were opened. */
export async function sampleSite(): Promise<SampleSite> {
  const [sample, browser] = await Promise.all([sampleApp(), theBrowser()])
  const origin = await sample.app.listen({ port: 0, host: '127.0.0.1' })
  const close = async (): Promise<void> => {
    await closeWindows(browser)
    await sample.close()
  }
  return { ...sample, browser, origin, close }
}
