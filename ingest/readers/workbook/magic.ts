import { Refusal } from './refusal.ts'

const startsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, index) => bytes[index] === byte)

const isZip = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)

/** The container of workbooks of Excel 97 to 2003, and of newer ones under a password. */
const isCompound = (bytes: Uint8Array): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)

/** Whether the first bytes of a file are those of a workbook, of any age and kind. */
export const isWorkbook = (bytes: Uint8Array): boolean => isZip(bytes) || isCompound(bytes)

const encrypted = Buffer.from('EncryptedPackage', 'utf16le')

/** Why a workbook need not be opened at all; null where it may be. */
export function refusalOfContainer(bytes: Uint8Array): Refusal | null {
  if (!isCompound(bytes)) return null
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encrypted)
    ? new Refusal(
        'a workbook under a password',
        'open it, take the password off (File, Info, Protect Workbook), save it and send that',
      )
    : new Refusal(
        'a workbook of Excel 97 to 2003 (.xls)',
        'open it, save it as an Excel workbook (.xlsx) and send that',
      )
}
