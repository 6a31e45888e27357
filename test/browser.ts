import { chromium, type Browser } from 'playwright-core'
import { pathOf } from './machine.ts'

/** The machine's own Chromium, without a window and without a word to the network. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: pathOf('chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

let opened: Promise<Browser> | undefined

/** The one browser of this process: starting one takes longer than most of what is looked at. Its windows are closed, not it. */
export const theBrowser = (): Promise<Browser> => (opened ??= openBrowser())

/** Closes every window of the browser, with all that was kept for it. */
export async function closeWindows(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()))
}
