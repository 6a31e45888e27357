import { returnSpec } from './return/spec.ts'
import type { ReturnReport } from './return/report.ts'
import { writeWorkbook } from './write-workbook.ts'

export type { ReturnReport } from './return/report.ts'

/** A return as the bytes of an accessible workbook. The same return gives the same bytes, whatever the clock. */
export const writeReturn = (report: ReturnReport): Promise<Uint8Array> => writeWorkbook(returnSpec(report))
