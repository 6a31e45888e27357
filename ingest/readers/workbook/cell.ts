import { unescaped } from './cell-text.ts'
import type { NumberForm } from './number-form.ts'
import { numberText, parseNumber } from './number-text.ts'
import { momentOfSerial, timeOfSerial } from './serial.ts'

/** A cell as its worksheet writes it. `value` and `formula` are null where there is none, unlike the blank one. */
export interface RawCell {
  readonly type: string
  readonly style: number
  readonly value: string | null
  readonly inline: string | null
  readonly formula: string | null
}

/** What the cells of a workbook refer to. */
export interface Legend {
  readonly strings: readonly string[]
  readonly forms: readonly NumberForm[]
  readonly isFrom1904: boolean
}

/** The text a person would have typed, and what is to be said of it; or why there is none. */
export type CellRead =
  | { readonly text: string; readonly remarks: readonly string[] }
  | { readonly found: string; readonly accepted: string }

const read = (text: string, ...remarks: readonly string[]): CellRead => ({ text, remarks })

const timeLeftOut = 'a time of day was left out'
const lastValue = 'the last value of a formula was read'

function readNumber(raw: string, form: NumberForm, isFrom1904: boolean): CellRead {
  const value = parseNumber(raw)
  if (value === null) return read(raw)
  if (form === 'time') return read(timeOfSerial(value) ?? numberText(value, 'plain'))
  if (form !== 'day') return read(numberText(value, form))
  const moment = momentOfSerial(value, isFrom1904)
  if (moment === null) return read(numberText(value, 'plain'))
  return moment.seconds === 0 ? read(moment.day) : read(moment.day, timeLeftOut)
}

function readIsoDay(raw: string): CellRead {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T([\d:.]*)Z?)?$/.exec(raw.trim()) ?? []
  if (day === undefined) return read(raw)
  return /[1-9]/.test(time ?? '') ? read(day, timeLeftOut) : read(day)
}

function readShared(raw: string, strings: readonly string[]): CellRead {
  const text = /^\s*\d+\s*$/.test(raw) ? strings[Number(raw)] : undefined
  return text === undefined
    ? {
        found: `a text that the workbook does not have (number ${raw.trim()})`,
        accepted: 'type the text again and save the workbook',
      }
    : read(text)
}

function readValue({ type, style, value, inline }: RawCell, legend: Legend): CellRead {
  const raw = value ?? ''
  if (type === 'inlineStr' || (value === null && inline !== null)) return read(unescaped(inline ?? raw))
  if (type === 'e') return { found: raw, accepted: 'mend the formula, or type the value in its place' }
  if (type === 'str') return read(unescaped(raw))
  if (raw.trim() === '') return read('')
  if (type === 's') return readShared(raw, legend.strings)
  if (type === 'b') return read(/^\s*(1|true)\s*$/i.test(raw) ? 'TRUE' : 'FALSE')
  if (type === 'd') return readIsoDay(raw)
  return readNumber(raw, legend.forms[style] ?? 'plain', legend.isFrom1904)
}

/** Reads a cell. A formula counts for the value it last had; one without, or an error, is no value. */
export function readCell(cell: RawCell, legend: Legend): CellRead {
  const { formula, value, inline, type } = cell
  if (formula === null) return readValue(cell, legend)
  const isWorkedOut = inline !== null || (value !== null && (value !== '' || type === 'str'))
  if (!isWorkedOut)
    return {
      found: formula === '' ? 'a formula without its value' : `=${formula}`,
      accepted: 'open the workbook in a spreadsheet program so that the formula is worked out, save it and send that',
    }
  const answer = readValue(cell, legend)
  return 'text' in answer && answer.text !== '' ? read(answer.text, ...answer.remarks, lastValue) : answer
}
