import { strFromU8, unzipSync } from 'fflate'

/** One entry of a package's directory. */
export interface Entry {
  readonly name: string
  /** The time it tells, in the form of packages. */
  readonly time: number
}

/** A package taken apart. */
export interface Package {
  readonly entries: readonly Entry[]
  readonly parts: ReadonlyMap<string, string>
}

/** What a file is when it is not a workbook that can be read, in words. */
export class NotAWorkbook extends Error {
  override readonly name = 'NotAWorkbook'
}

/** The most bytes that a workbook may have once it is unpacked. */
const mostBytes = 500 * 2 ** 20

/** The package of a file. Throws `NotAWorkbook` where it is none. */
export function readPackage(bytes: Uint8Array): Package {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new NotAWorkbook('the file is not an .xlsx workbook')
  let total = 0
  try {
    const unzipped = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize
        if (total > mostBytes) throw new NotAWorkbook('the workbook is larger than can be checked')
        return true
      },
    })
    const parts = new Map(Object.entries(unzipped).map(([name, part]) => [name, strFromU8(part)]))
    if (!parts.has('xl/workbook.xml')) throw new NotAWorkbook('the file holds no workbook')
    return { entries: entriesOf(bytes), parts }
  } catch (error) {
    if (error instanceof NotAWorkbook) throw error
    throw new NotAWorkbook(`the workbook cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The entries of a package's directory, in its order. */
function entriesOf(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end > 0 && view.getUint32(end, true) !== 0x06054b50) end--
  const [count, start] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)]
  const entries: Entry[] = []
  for (let at = start; entries.length < count;) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ]
    entries.push({ name: strFromU8(bytes.subarray(at + 46, at + 46 + name)), time: view.getUint32(at + 12, true) })
    at += 46 + name + extra + comment
  }
  return entries
}
