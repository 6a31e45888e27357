import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { isLong } from './runs.ts'

const [phone, laptop] = [320, 1280]

/** What the checker looks for only where it is asked to: that what is pressed is large enough, as WCAG 2.2 AA wants. */
const rules = { 'target-size': { enabled: true } }

/** Only what is wrong is told of, and shown by its markup: to name all that is right took most of the checker's time. */
const options: Parameters<AxeBuilder['options']>[0] = { rules, resultTypes: ['violations'], selectors: false }

/** The checker as its builder brings it, put into a page once: the builder does so twice for every check. */
const checker = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve(
  'axe-core/axe.min.js',
)
const axeSource = `if (window.axe === undefined) { ${readFileSync(checker, 'utf8')} }; 0`

/**
 * Nothing sticks out of a page on a phone or a laptop, and no accessibility check complains of it: on a phone every
 * day, for there it is hardest, and on a laptop too where that is asked for, and in the long proofs.
 */
export async function expectSound(page: Page, { alsoOnLaptop = isLong } = {}): Promise<void> {
  for (const width of [laptop, phone]) {
    await page.setViewportSize({ width, height: 900 })
    const spill = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    expect({ url: page.url(), width, spill }).toEqual({ url: page.url(), width, spill: 0 })
    if (width === laptop && !alsoOnLaptop) continue
    // Of text before a gradient the checker says nothing; the shadow at a table's edge is not before its text.
    await page.evaluate("document.styleSheets[0]?.insertRule('.scroll { background: none !important }')")
    const { violations } = await new AxeBuilder({ page, axeSource }).options(options).setLegacyMode().analyze()
    const faults = violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))
    expect({ url: page.url(), width, faults }).toEqual({ url: page.url(), width, faults: [] })
  }
}
