import type { SheetColumn } from './workbook-spec.ts'

/** A column of words, and of days, without a unit. */
export const wordsColumn = (label: string): SheetColumn => ({ label, unit: null, note: null, form: 'words' })
export const dayColumn = (label: string): SheetColumn => ({ label, unit: null, note: null, form: 'day' })
