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
