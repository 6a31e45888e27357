import { partsOfDay, type Day } from '../../analytics/framework/day.ts'

const months = 'January February March April May June July August September October November December'.split(' ')

/** A day as people read it: `31 August 2026`. */
export function dayText(day: Day): string {
  const parts = partsOfDay(day)
  return parts === null ? day : `${parts[2]} ${months[parts[1] - 1]} ${parts[0]}`
}
