import type { Day } from '../../../analytics/framework/day.ts'

const secondsADay = 86_400
const lastSerial = 2_958_465

/** A day and the seconds since its midnight. */
export interface Moment {
  readonly day: Day
  readonly seconds: number
}

/**
 * The day that a serial number stands for, in either date system; null for numbers that are no day, among them 60 of
 * the 1900 system, a 29 February that never was. Source: ECMA-376 part 1, 18.17.4.1.
 * 45356 is 2024-03-05; so is 43894 in the 1904 system.
 */
export function momentOfSerial(serial: number, isFrom1904: boolean): Moment | null {
  const instant = Math.round(serial * secondsADay)
  const told = Math.floor(instant / secondsADay)
  const whole = isFrom1904 ? told + 1462 : told
  if (!Number.isFinite(whole) || whole < 1 || whole === 60 || whole > lastSerial) return null
  const since = whole < 60 ? whole + 1 : whole
  const day = new Date(Date.UTC(1899, 11, 30) + since * secondsADay * 1000).toISOString().slice(0, 10)
  return { day, seconds: instant - told * secondsADay }
}

/** The time that part of a day stands for, in hours and minutes, and seconds where there are any: 0.5 is 12:00. */
export function timeOfSerial(serial: number): string | null {
  const instant = Math.round(serial * secondsADay)
  if (!Number.isSafeInteger(instant) || instant < 0) return null
  const parts = [Math.floor(instant / 3600), Math.floor(instant / 60) % 60, instant % 60]
  const shown = parts[2] === 0 ? parts.slice(0, 2) : parts
  return shown.map((part) => String(part).padStart(2, '0')).join(':')
}
