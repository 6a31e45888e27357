import type { NumberForm } from './number-form.ts'

/** The number that a cell holds; null where its text is none. */
export function parseNumber(text: string): number | null {
  const value = Number(text)
  return text.trim() === '' || !Number.isFinite(value) || /[xob]/i.test(text) ? null : value
}

/** A number as a person would type it: 15 digits as spreadsheets keep, so 0.1 + 0.2 is 0.3; never with an exponent. */
function plain(value: number): string {
  const clean = Number.isSafeInteger(value) ? value : Number(value.toPrecision(15))
  const text = String(clean)
  return text.includes('e') ? clean.toLocaleString('en-GB', { useGrouping: false, maximumSignificantDigits: 15 }) : text
}

/** A number that is no day and no time, as its cell shows it: 25% for a quarter in per cent, 0012 where zeros lead. */
export function numberText(value: number, form: NumberForm): string {
  if (form === 'percent') return `${plain(value * 100)}%`
  const isPadded = typeof form === 'object' && Number.isSafeInteger(value) && value >= 0
  return isPadded ? plain(value).padStart(form.padded, '0') : plain(value)
}
