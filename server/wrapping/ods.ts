import { workbookFile, type WorkbookFile } from '../../dashboards/workbooks/formats/index.ts'
import type { Profile } from '../../dashboards/workbooks/profile.ts'
import type { WorkbookSpec } from '../../dashboards/workbooks/workbook-spec.ts'
import { Mistake } from '../mistake.ts'

/** A finished workbook as an OpenDocument spreadsheet; a mistake in words where that cannot be had now. */
export type WriteOds = (xlsx: Uint8Array) => Promise<Uint8Array>

/** The media type of an OpenDocument spreadsheet. */
export const odsType = 'application/vnd.oasis.opendocument.spreadsheet'

/** The name of a workbook's file as OpenDocument. */
export const odsName = (name: string): string => name.replace(/\.xlsx$/, '.ods')

/** A workbook as an OpenDocument spreadsheet, ready to be sent or kept. A mistake in words where nothing writes them. */
export async function odsFile(spec: WorkbookSpec, profile: Profile, write: WriteOds | null): Promise<WorkbookFile> {
  if (write === null)
    throw new Mistake('ODS is written by LibreOffice, which is not on this machine: use another format')
  const { name, bytes } = await workbookFile(spec, { format: 'xlsx', profile })
  return { name: odsName(name), type: odsType, bytes: await write(bytes) }
}
