import { statuses } from '../../analytics/framework/establishment.ts'
import { registerPhases } from '../../analytics/framework/phase.ts'
import type { ProblemCode } from '../problem.ts'
import { foldHeading } from './heading.ts'
import type { ReadCell } from './reading.ts'

/** A reader of a register code by its number, leading zeros or not, or by its name. */
function codeOf(codes: readonly { readonly code: number; readonly name: string }[], problem: ProblemCode) {
  const known = new Map(
    codes.flatMap(({ code, name }) => [[String(code), code] as const, [foldHeading(name), code] as const]),
  )
  return (text: string): ReturnType<ReadCell<number>> => {
    const value = known.get(/^\d+$/.test(text) ? String(Number(text)) : foldHeading(text))
    return value === undefined ? { problem } : { value }
  }
}

export const statusCode = codeOf(statuses, 'unknown-status')
export const phaseCode = codeOf(registerPhases, 'unknown-phase')

const unsaid: ReadonlySet<string> = new Set([
  '',
  'na',
  'null',
  'none',
  'notapplicable',
  'doesnotapply',
  'supp',
  'x',
  'c',
  'z',
  'low',
])

/** A reader that takes the words by which a publication says that it has no figure as null. */
export const orUnsaid =
  <Value>(read: ReadCell<Value>): ReadCell<Value | null> =>
  (text) =>
    unsaid.has(foldHeading(text)) ? { value: null } : read(text)

/** A number of the register; the words by which an extract says that it has none are null. */
export const registerNumber: ReadCell<number | null> = (text) => {
  if (unsaid.has(foldHeading(text))) return { value: null }
  const plain = text.replaceAll(',', '')
  return /^\d{1,9}(\.\d+)?$/.test(plain) ? { value: Number(plain) } : { problem: 'unreadable-number' }
}

/** As `registerNumber`, to the nearest whole number. */
export const registerWhole: ReadCell<number | null> = (text) => {
  const reading = registerNumber(text)
  return 'value' in reading && reading.value !== null ? { value: Math.round(reading.value) } : reading
}

/** A text of the register; the words by which an extract says that it has none are null. */
export const registerText: ReadCell<string | null> = (text) => ({
  value: ['notapplicable', 'doesnotapply', 'null'].includes(foldHeading(text)) ? null : text,
})

/** The establishment number: four digits, of which a spreadsheet takes the zeros off the front. */
export const establishmentNumber: ReadCell<string> = (text) => ({
  value: /^\d+$/.test(text) ? text.padStart(4, '0') : text,
})
