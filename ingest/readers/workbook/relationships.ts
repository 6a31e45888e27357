import type { Archive } from './archive.ts'
import { attributeOf, walkXml } from './xml.ts'

/** What one part names another as; `type` is the last word of the standard's name for it. */
export interface Relationship {
  readonly id: string
  readonly type: string
  readonly part: string
}

/** The name of a part as another names it: relative to that one's folder, or from the root. */
function resolvePart(target: string, from: string): string {
  const told = target.replaceAll('\\', '/')
  const folder = told.startsWith('/') ? [] : from.split('/').slice(0, -1)
  const names: string[] = []
  for (const name of [...folder, ...told.split('/')])
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  return names.join('/')
}

/** What a part names other parts as; none where it has no list of them. The blank part is the workbook as a whole. */
export async function relationshipsOf(archive: Archive, part: string): Promise<readonly Relationship[]> {
  const folder = part.split('/').slice(0, -1)
  const list = [...folder, '_rels', `${part.split('/').at(-1) ?? ''}.rels`].join('/')
  if (!archive.has(list)) return []
  const found: Relationship[] = []
  await walkXml(list, archive.bytesOf(list), {
    open: (tag, path) => {
      if (path.at(-1) !== 'Relationship' || attributeOf(tag, 'TargetMode') === 'External') return
      const type = attributeOf(tag, 'Type')?.split('/').at(-1) ?? ''
      const target = resolvePart(attributeOf(tag, 'Target') ?? '', part)
      found.push({ id: attributeOf(tag, 'Id') ?? '', type, part: target })
    },
  })
  return found
}
