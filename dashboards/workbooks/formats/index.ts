import { strToU8 } from 'fflate'
import { pack } from '../finish/pack.ts'
import type { Profile } from '../profile.ts'
import type { WorkbookSpec } from '../workbook-spec.ts'
import { writeWorkbook } from '../write-workbook.ts'
import { csvForExcel, csvForMachines, type TextFiles } from './csv.ts'
import { csvForDfe } from './dfe-csv.ts'
import { printablePage } from './page.ts'

/** A workbook in one format, ready to be sent or kept. */
export interface WorkbookFile {
  readonly name: string
  /** Its media type. */
  readonly type: string
  readonly bytes: Uint8Array
}

type Write = (spec: WorkbookSpec, profile: Profile) => Promise<WorkbookFile> | WorkbookFile

const packed = (name: string, files: TextFiles): WorkbookFile => ({
  name: `${name}.zip`,
  type: 'application/zip',
  bytes: pack(files),
})

const writers = {
  xlsx: async (spec, profile) => ({
    name: `${spec.name}${profile === 'working' ? '-working' : ''}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await writeWorkbook(spec, profile),
  }),
  csv: (spec) => packed(`${spec.name}-csv`, csvForExcel(spec)),
  'machine-csv': (spec) => packed(`${spec.name}-machine`, csvForMachines(spec)),
  'dfe-csv': (spec) => packed(`${spec.name}-dfe`, csvForDfe(spec)),
  html: (spec) => ({
    name: `${spec.name}.html`,
    type: 'text/html; charset=utf-8',
    bytes: strToU8(String(printablePage(spec))),
  }),
} as const satisfies Readonly<Record<string, Write>>

export type Format = keyof typeof writers

export const formats = Object.keys(writers) as readonly Format[]

/** The workbook in a format: the same description gives the same bytes. Several tables as text come packed in one file. */
export const workbookFile = async (
  spec: WorkbookSpec,
  { format, profile }: { readonly format: Format; readonly profile: Profile },
): Promise<WorkbookFile> => writers[format](spec, profile)
