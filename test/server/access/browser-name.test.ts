import { expect, it } from 'vitest'
import { browserName } from '../../../server/access/browser-name.ts'

const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36'

it.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/140.0`, 'Edge on Windows'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} OPR/120.0`, 'Opera on Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  [`Mozilla/5.0 (Linux; Android 15) ${chrome}`, 'Chrome on Android'],
  [`Mozilla/5.0 (X11; CrOS x86_64) ${chrome}`, 'Chrome on Chromebook'],
  ['Mozilla/5.0 (X11; Linux x86_64) Chromium/140.0 Safari/537.36', 'Chrome on Linux'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1', 'Safari on iPhone or iPad'],
  ['Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) Version/18.0 Safari/604.1', 'Safari on iPhone or iPad'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1', 'Safari on Mac'],
  ['Firefox/140.0', 'Firefox'],
  ['NotFirefox/140 MyOPR/1 Chrome', 'A browser that is not known'],
  ['curl/8.0 (Linux)', 'A browser that is not known'],
  ['', 'A browser that is not known'],
  [undefined, 'A browser that is not known'],
])('%s is told as %s', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name)
})
