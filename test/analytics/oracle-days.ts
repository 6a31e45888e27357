/** Plain counting of days, months and years, by the calendar's own month lengths. */

/** The day that many calendar months later, clamped to the end of a shorter month. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const all = year * 12 + (month - 1) + months
  const [y, m] = [Math.floor(all / 12), (all % 12) + 1]
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const d = Math.min(date, lengths[m - 1] ?? 31)
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

/** The academic year of a day. */
export const yearOf = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5, 7) < '09' ? 1 : 0)

/** Whether an academic year has begun by a day. */
export const hasBegun = (year: number, day: string): boolean => `${year}-09-01` <= day
