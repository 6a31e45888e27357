import { strToU8, Zip, ZipDeflate } from 'fflate'

const contentTypes = '[Content_Types].xml'

/** A part of a package, whole or piece by piece. */
export type Part = string | Iterable<string>

/**
 * The parts as one package, the list of their types first and the rest by name, the same bytes at any time anywhere. Of
 * a part in pieces no more than one piece is held.
 */
export function pack(parts: ReadonlyMap<string, Part>): Uint8Array {
  const rank = (name: string): string => (name === contentTypes ? '' : name)
  const names = [...parts.keys()].toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error
    chunks.push(chunk)
  })
  for (const name of names) {
    const file = new ZipDeflate(name, { level: 6 })
    // Packages tell local time: this is the first moment they can tell, in every time zone.
    file.mtime = new Date(1980, 0, 1)
    zip.add(file)
    const part = parts.get(name) ?? ''
    for (const piece of typeof part === 'string' ? [part] : part) file.push(strToU8(piece))
    file.push(new Uint8Array(), true)
  }
  zip.end()
  return joined(chunks)
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
