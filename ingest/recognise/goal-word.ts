import { awards } from '../../analytics/framework/award.ts'
import { levels } from '../../analytics/framework/level.ts'
import { phases } from '../../analytics/framework/phase.ts'
import { foldHeading } from './heading.ts'
import type { ReadCell } from './reading.ts'

/** What a goal can want, by the measure that counts it. */
export const wantedBy: Readonly<Record<string, readonly string[]>> = {
  'strand-profile': levels,
  'award-ladder': awards,
  coverage: ['Engaged', 'Audited', 'Re-audited'],
}

const wordAmong = (words: readonly string[], text: string): string | undefined =>
  words.find((word) => foldHeading(word) === foldHeading(text))

export const goalMeasure: ReadCell<string> = (text) => {
  const value = wordAmong(Object.keys(wantedBy), text)
  return value === undefined ? { problem: 'unknown-measure' } : { value }
}

export const wanted: ReadCell<string> = (text) => {
  const value = wordAmong(Object.values(wantedBy).flat(), text)
  return value === undefined
    ? { problem: 'unknown-wanted', accepted: 'use a level, an award, Engaged, Audited or Re-audited' }
    : { value }
}

/** All, a phase, or an LA code. */
export const population: ReadCell<string> = (text) => {
  const value = /^\d{3}$/.test(text) ? text : wordAmong(['All', ...phases], text)
  return value === undefined ? { problem: 'unknown-population' } : { value }
}
