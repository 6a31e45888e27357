/** A tag of a part, and where it stands in its text. */
export interface Tag {
  readonly start: number
  readonly end: number
  /** With the prefix, if it has one. */
  readonly name: string
  /** Without the prefix. */
  readonly local: string
  readonly attributes: string
  readonly kind: 'open' | 'close' | 'empty'
}

const token =
  /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<(\/?)([\w.-]+:)?([\w.-]+)((?:[^"'<>]|"[^"]*"|'[^']*')*?)(\/?)>/g

/** The tags of a part in order. Comments, instructions and character data are passed over. */
export function* tagsOf(part: string): Generator<Tag> {
  if (/<!DOCTYPE/i.test(part)) throw new Error('a document type, which could hide anything')
  for (const match of part.matchAll(token)) {
    const [whole, closing, prefix = '', local, attributes = '', empty] = match
    if (local === undefined) continue
    yield {
      start: match.index,
      end: match.index + whole.length,
      name: prefix + local,
      local,
      attributes,
      kind: closing === '/' ? 'close' : empty === '/' ? 'empty' : 'open',
    }
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decoded = (text: string): string =>
  text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name = '') =>
    hex !== undefined || decimal !== undefined
      ? String.fromCodePoint(Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16))
      : (entities[name] ?? whole),
  )

/** The value of an attribute, whatever its prefix where `name` has none; null where there is none. */
export function attributeIn(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found === null ? null : decoded(found[1] ?? found[2] ?? '')
}

/** Text as an element may hold it. */
export const elementText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
