import { crc32 } from 'node:zlib'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { limits } from './limits.ts'
import { damaged, Refusal, tooLarge } from './refusal.ts'

/** The parts of a workbook by name, case aside, and their bytes as they are unpacked. */
export interface Archive {
  readonly names: readonly string[]
  readonly has: (name: string) => boolean
  readonly bytesOf: (name: string) => AsyncIterable<Uint8Array>
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const brokenZip = (error: unknown): Refusal => damaged(`a workbook that cannot be unpacked: ${messageOf(error)}`, error)

async function entriesOf(zip: ZipFile): Promise<readonly Entry[]> {
  if (zip.entryCount > limits.parts) throw tooLarge(`${zip.entryCount} parts, where ${limits.parts} are the most`)
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  return entries
}

/** Checks what the list of parts says of them, before any is unpacked. */
function checkEntries(entries: readonly Entry[], fileSize: number): void {
  const size = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (size > limits.inflatedSize) throw tooLarge(`${Math.round(size / 2 ** 20)} MB once unpacked`)
  if (size > fileSize * limits.ratio) throw tooLarge(`it unpacks to ${Math.round(size / fileSize)} times its size`)
  if (entries.some((entry) => entry.isEncrypted()))
    throw new Refusal('a workbook under a password', 'take the password off, save it and send that')
  const names = entries.map(({ fileName }) => fileName.toLowerCase())
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw damaged(`a workbook that has the part ${twice} twice`)
}

/** A part's bytes; its size and sum are checked on what is really unpacked, whatever the list of parts says. */
async function* inflate(zip: ZipFile, entry: Entry, spend: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let sum = 0
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const bytes = chunk as Uint8Array
      spend(bytes.length)
      sum = crc32(bytes, sum)
      yield bytes
    }
  } catch (error) {
    throw error instanceof Refusal ? error : brokenZip(error)
  }
  if (sum !== entry.crc32) throw brokenZip(`the part ${entry.fileName} is not as it was packed`)
}

/** Opens a zip file whose parts are neither too many nor too large, nor hidden, nor ambiguous. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      autoClose: false,
    })
    const entries = await entriesOf(zip)
    checkEntries(entries, bytes.length)
    const byName = new Map(entries.map((entry) => [entry.fileName.toLowerCase(), entry]))
    let left: number = limits.inflatedSize
    const spend = (size: number): void => {
      left -= size
      if (left < 0) throw tooLarge('its parts unpack to more than they say')
    }
    return {
      names: [...byName.keys()],
      has: (name) => byName.has(name.toLowerCase()),
      bytesOf: (name) => {
        const entry = byName.get(name.toLowerCase())
        if (entry === undefined) throw damaged(`a workbook without its part ${name}`)
        return inflate(zip, entry, spend)
      },
    }
  } catch (error) {
    throw error instanceof Refusal ? error : brokenZip(error)
  }
}
