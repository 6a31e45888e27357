import { attributeIn, tagsOf } from './tags.ts'

/** The name of a part as another names it: relative to that one's folder, or from the root. */
function resolved(target: string, from: string): string {
  const names = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const name of target.split('/'))
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  return names.join('/')
}

interface Related {
  readonly id: string
  readonly type: string
  readonly part: string
}

function relatedTo(parts: ReadonlyMap<string, string>, part: string): readonly Related[] {
  const [folder, name] = [part.split('/').slice(0, -1), part.split('/').at(-1) ?? '']
  const list = parts.get([...folder, '_rels', `${name}.rels`].join('/')) ?? ''
  return [...tagsOf(list)].flatMap(({ local, attributes, kind }) =>
    local !== 'Relationship' || kind === 'close'
      ? []
      : {
          id: attributeIn(attributes, 'Id') ?? '',
          type: (attributeIn(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
          part: resolved(attributeIn(attributes, 'Target') ?? '', part),
        },
  )
}

/** The part of a workbook that lists its worksheets, and the part of each worksheet by its name. */
export function worksheetParts(parts: ReadonlyMap<string, string>): {
  readonly book: string
  readonly sheets: ReadonlyMap<string, string>
} {
  const book = relatedTo(parts, '').find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  const byId = new Map(relatedTo(parts, book).map(({ id, part }) => [id, part]))
  const sheets = [...tagsOf(parts.get(book) ?? '')].flatMap(({ local, attributes, kind }) => {
    const id = /(?:^|\s)[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? ''
    const part = byId.get(id)
    return local !== 'sheet' || kind === 'close' || part === undefined
      ? []
      : [[attributeIn(attributes, 'name') ?? '', part] as const]
  })
  return { book, sheets: new Map(sheets) }
}
