/** What a text says of councils: the LA codes it names, and the parts of it that name none. */
export interface CouncilsRead {
  readonly codes: readonly string[]
  readonly unknown: readonly string[]
}

const folded = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/**
 * The councils that a text names by LA code or by name, each once, parted by commas, semicolons or lines. A name that
 * has a comma in it (`Bristol, City of`) is found too. A code of three digits is taken even if no council is known by it.
 */
export function councilsIn(text: string, names: ReadonlyMap<string, string>): CouncilsRead {
  const codeOf = new Map(Array.from(names, ([code, name]) => [folded(name), code]))
  const parts = text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const codes = new Set<string>()
  const unknown: string[] = []
  for (let at = 0; at < parts.length; at += 1) {
    const [part = '', next = ''] = [parts[at], parts[at + 1]]
    const both = codeOf.get(folded(part + next))
    const code = both ?? (/^\d{3}$/.test(part) ? part : codeOf.get(folded(part)))
    if (both !== undefined && next !== '') at += 1
    if (code === undefined) unknown.push(part)
    else codes.add(code)
  }
  return { codes: [...codes], unknown }
}
