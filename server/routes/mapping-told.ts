import type { Guess } from '../../dashboards/pages/import-view.ts'
import type { MappedColumn } from '../../ingest/mapping/mapping.ts'
import { readMapping, type MappingRead } from '../../ingest/mapping/read-mapping.ts'

type Body = Readonly<Record<string, unknown>>

const textIn = (body: Body, field: string): string => {
  const value = body[field]
  return typeof value === 'string' ? value.trim() : ''
}

/** What a field says a column means: a heading and, for ticked columns, a word; nothing for a column that is not read. */
function meaningIn(body: Body, number: number): Pick<MappedColumn, 'means' | 'ticked'> {
  const parts: unknown = parsed(textIn(body, `column ${number}`))
  const [means, ticked] = Array.isArray(parts) ? parts : []
  if (typeof means !== 'string') return { means: null }
  return typeof ticked === 'string' ? { means, ticked } : { means }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A guess as a person has put it right in a form, read as a mapping; or why it cannot be used. */
export function mappingTold(body: Body, { mapping, columns, words }: Guess): MappingRead {
  const number = (heading: string): number => columns.filter((column) => column.heading === heading).length
  const values = words.flatMap(({ found }, at) => {
    const means = textIn(body, `word ${at}`)
    return means === '' ? [] : [[found, means] as const]
  })
  const name = textIn(body, 'name')
  return readMapping({
    ...mapping,
    ...(name === '' ? {} : { name: name.slice(0, 100) }),
    columns: columns.map((column) => ({
      heading: column.heading,
      // Only where the heading does not tell which column it is.
      ...(column.heading === '' || number(column.heading) > 1 ? { number: column.number } : {}),
      ...meaningIn(body, column.number),
    })),
    ...(values.length === 0 ? {} : { values: { ...knownWords(mapping), ...Object.fromEntries(values) } }),
  })
}

const knownWords = (mapping: object): object =>
  'values' in mapping && typeof mapping.values === 'object' && mapping.values !== null ? mapping.values : {}
