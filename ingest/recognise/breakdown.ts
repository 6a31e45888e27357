import { breakdownKeys, type BreakdownKey } from '../../analytics/framework/data-form-figure.ts'
import { foldHeading } from './heading.ts'
import type { ReadCell } from './reading.ts'

const oneOf = (words: Readonly<Record<string, string>>) => (text: string) => words[foldHeading(text)] ?? null

const yesOrNo = oneOf({ yes: 'yes', y: 'yes', no: 'no', n: 'no' })

/** What each key can be, however it is written; null for what it cannot. */
const valueOf: Readonly<Record<BreakdownKey, (text: string) => string | null>> = {
  'key stage': (text) => /^(?:ks|keystage)?([1-5])$/.exec(foldHeading(text))?.[1] ?? null,
  gender: oneOf({ girls: 'girls', female: 'girls', boys: 'boys', male: 'boys', other: 'other' }),
  'pupil premium': yesOrNo,
  send: yesOrNo,
  ethnicity: (text) => text.toLowerCase().replaceAll(/\s+/g, ' ') || null,
}

const accepted: Readonly<Record<BreakdownKey, string>> = {
  'key stage': 'use a key stage from 1 to 5',
  gender: 'use girls, boys or other',
  'pupil premium': 'use yes or no',
  send: 'use yes or no',
  ethnicity: 'use an ethnicity',
}

const pairs = 'leave blank for the total, or use pairs such as key stage=2;gender=girls'

/** One key with its value, or how to mend it. */
function pairOf(text: string): { readonly key: BreakdownKey; readonly value: string } | { readonly accepted: string } {
  const [name = '', ...rest] = text.split('=')
  const key = breakdownKeys.find((each) => foldHeading(each) === foldHeading(name))
  if (key === undefined || rest.length !== 1) return { accepted: `${pairs} with keys ${breakdownKeys.join(', ')}` }
  const value = valueOf[key](rest.join('').trim())
  return value === null ? { accepted: `${accepted[key]} for ${key}` } : { key, value }
}

/** By what a figure is broken down, each pair in one spelling and all in one order: `key stage=2;gender=girls`. */
export const breakdown: ReadCell<string> = (text) => {
  const parts = text.split(';').filter((part) => part.trim() !== '')
  const values = new Map<BreakdownKey, string>()
  for (const pair of parts.map(pairOf)) {
    if ('accepted' in pair) return { problem: 'unknown-breakdown', accepted: pair.accepted }
    if (values.has(pair.key)) return { problem: 'unknown-breakdown', accepted: `name ${pair.key} once` }
    values.set(pair.key, pair.value)
  }
  const named = breakdownKeys.flatMap((key) => (values.has(key) ? [`${key}=${values.get(key)}`] : []))
  return named.length === 0 ? { problem: 'unknown-breakdown' } : { value: named.join(';') }
}
