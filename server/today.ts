import { partsOfDay, type Day } from '../analytics/framework/day.ts'
import { Mistake } from './mistake.ts'

const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The civil day in London at an instant. */
export function londonDay(instant: Date): Day {
  const part = Object.fromEntries(inLondon.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${part['year']}-${part['month']}-${part['day']}`
}

/** The day called today: `CRESCENDO_TODAY` where it is set, else the civil day in London. Nothing else reads a clock for a day. */
export function today(env: NodeJS.ProcessEnv = process.env): Day {
  const set = env['CRESCENDO_TODAY']
  if (set === undefined || set === '') return londonDay(new Date())
  if (partsOfDay(set) === null) throw new Mistake(`CRESCENDO_TODAY must be a day such as 2026-08-31: found ${set}`)
  return set
}
