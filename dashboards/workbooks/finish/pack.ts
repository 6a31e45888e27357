import { strToU8, zipSync } from 'fflate'

const contentTypes = '[Content_Types].xml'

/** The parts as one package, the list of their types first and the rest by name, the same bytes at any time anywhere. */
export function pack(parts: ReadonlyMap<string, string>): Uint8Array {
  // Packages tell local time: this is the first moment they can tell, in every time zone.
  const mtime = new Date(1980, 0, 1)
  const rank = (name: string): string => (name === contentTypes ? '' : name)
  const names = [...parts.keys()].toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
  return zipSync(Object.fromEntries(names.map((name) => [name, strToU8(parts.get(name) ?? '')])), { level: 6, mtime })
}
