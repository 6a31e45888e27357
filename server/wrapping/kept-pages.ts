import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** A page as it was made once, and packed for whoever asked for it packed. */
export interface KeptPage {
  readonly body: Buffer
  /** Packed the first time it is asked for; small packing is not worth what it takes. */
  readonly packed: (as: Packing) => Promise<Buffer>
}

export type Packing = 'br' | 'gzip'

/** Gives a page of a key: the one kept, or one made anew. */
export type KeepPage = (key: string, make: () => Promise<string>) => Promise<KeptPage>

const pack: Readonly<Record<Packing, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => promisify(gzip)(body, { level: 6 }),
}

function pageOf(text: string): KeptPage & { readonly bytes: () => number } {
  const body = Buffer.from(text)
  const packings = new Map<Packing, Promise<Buffer>>()
  let bytes = body.length
  return {
    body,
    bytes: () => bytes,
    packed: (as) => {
      const known = packings.get(as)
      if (known !== undefined) return known
      const packed = pack[as](body)
      packings.set(as, packed)
      void packed.then(({ length }) => (bytes += length))
      return packed
    },
  }
}

/** The pages asked for last, in about so many bytes; the one longest not asked for goes first. Two who ask at once wait for one making. */
export function pageKeeper(mostBytes = 64 * 2 ** 20): KeepPage {
  const kept = new Map<string, ReturnType<typeof pageOf>>()
  const making = new Map<string, Promise<ReturnType<typeof pageOf>>>()
  const keep = (key: string, page: ReturnType<typeof pageOf>): void => {
    kept.delete(key)
    kept.set(key, page)
    let bytes = 0
    for (const each of kept.values()) bytes += each.bytes()
    for (const [oldest, other] of kept)
      if (bytes > mostBytes) {
        bytes -= other.bytes()
        kept.delete(oldest)
      }
  }
  return async (key, make) => {
    const known = kept.get(key)
    if (known !== undefined) {
      kept.delete(key)
      kept.set(key, known)
      return known
    }
    const waited = making.get(key)
    if (waited !== undefined) return waited
    const made = make().then(pageOf)
    making.set(key, made)
    try {
      const page = await made
      keep(key, page)
      return page
    } finally {
      making.delete(key)
    }
  }
}
