import type { Look, PlacedRow } from '../placed-sheet.ts'
import { columnLetters } from './cell-address.ts'
import { escapeText } from './patch.ts'

/** A table's row as a worksheet's part has it, by its number from 1. Text is a typed string, whatever it begins with. */
export function rowXml({ cells, height }: PlacedRow, number: number, styles: ReadonlyMap<Look, string>): string {
  let xml = `<row r="${number}" ht="${height}">`
  for (let at = 0; at < cells.length; at++) {
    const { value, look, formula } = cells[at]!
    const head = `<c r="${columnLetters(at)}${number}" s="${styles.get(look)}"`
    if (typeof value === 'number')
      xml += `${head}>${formula === undefined ? '' : `<f>${formula}</f>`}<v>${value}</v></c>`
    else if (value === '') xml += `${head}/>`
    else xml += `${head} t="inlineStr"><is><t>${escapeText(value)}</t></is></c>`
  }
  return `${xml}</row>`
}
