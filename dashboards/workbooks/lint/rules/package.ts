import type { Book } from '../book.ts'
import { ofBook, type Rule } from '../rule.ts'
import { allOf, childOf } from '../xml.ts'

const core = ({ core }: Book, name: string): string => childOf(core, name).text.trim()
const fileName = /^[a-z0-9]+(-[a-z0-9]+)*\.(xlsx|ods|csv)$/
const forbidden = /vbaProject|activeX|externalLinks|connections\.xml|customXml|embeddings|printerSettings|macrosheets/
const listed = (names: Iterable<string>): readonly string[] => [...names]

/** What the package says of itself and holds. */
export const packageRules: readonly Rule[] = [
  ofBook('P01', 'error', 'Give the document a title in words.', ({ book }) => {
    const title = core(book, 'title')
    return /\s/.test(title) ? [] : [title === '' ? 'no title' : title]
  }),
  ofBook('P02', 'error', 'Give the document its language, such as en-GB.', ({ book }) => {
    const language = core(book, 'language')
    return /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/.test(language) ? [] : [language || 'no language']
  }),
  ofBook('P03', 'warning', 'Name the organisation as the author.', ({ book }) => {
    const creator = core(book, 'creator')
    return creator === '' || /^(unknown|exceljs|openpyxl|microsoft office user|user|admin)$/i.test(creator)
      ? [creator || 'no author']
      : []
  }),
  ofBook('P04', 'error', 'Let the organisation, not a person or a program, be who saved it last.', ({ book }) => {
    const [by, creator] = [core(book, 'lastModifiedBy'), core(book, 'creator')]
    return by === '' || by === creator ? [] : [by]
  }),
  ofBook('P05', 'warning', 'Give the document keywords.', ({ book }) =>
    core(book, 'keywords') === '' ? ['no keywords'] : [],
  ),
  ofBook('P06', 'error', 'Take out macros, embedded files, connections and printer settings.', ({ book }) =>
    listed(book.parts.keys()).filter((name) => forbidden.test(name)),
  ),
  ofBook('P07', 'error', 'Take out pivot tables: they keep a copy of all their data.', ({ book }) =>
    listed(book.parts.keys()).filter((name) => /pivot/i.test(name)),
  ),
  ofBook('P08', 'error', 'Save the file anew: its list of parts names other worksheets than it shows.', ({ book }) => {
    const titles = allOf(childOf(book.app, 'TitlesOfParts'), 'lpstr').map(({ text }) => text)
    const tabs = book.sheets.filter(({ state }) => state === 'visible').map(({ tab }) => tab)
    const sheets = titles.slice(0, tabs.length)
    return titles.length === 0 ||
      (sheets.join('\n') === tabs.join('\n') && titles.slice(tabs.length).every((title) => title.includes('!')))
      ? []
      : [titles.join(', ')]
  }),
  ofBook('P09', 'warning', 'Let the document tell the day it was produced, not the moment it was saved.', ({ book }) =>
    (['created', 'modified'] as const).flatMap((name) => {
      const told = core(book, name)
      return told.endsWith('T00:00:00Z') ? [] : [`${name}: ${told || 'not told'}`]
    }),
  ),
  ofBook(
    'P10',
    'error',
    'Pack the file anew: the list of types first, each part once and referred to, all at one time.',
    ({ book }) => packing(book),
  ),
  ofBook(
    'P11',
    'warning',
    'Name the file in small letters and digits with dashes, in at most 60 characters.',
    ({ fileName: name }) => (name === null || (name.length <= 60 && fileName.test(name)) ? [] : [name]),
  ),
]

function packing({ entries, parts }: Book): readonly string[] {
  const names = entries.map(({ name }) => name)
  const targets = new Set(
    [...parts].flatMap(([name, part]) =>
      name.endsWith('.rels')
        ? Array.from(part.matchAll(/Target="([^"]+)"/g), ([, target = '']) => target.replace(/^.*\//, ''))
        : [],
    ),
  )
  return [
    ...(names[0] === '[Content_Types].xml' ? [] : [`first is ${names[0]}`]),
    ...(new Set(names.map((name) => name.toLowerCase())).size === names.length ? [] : ['a part is there twice']),
    ...(new Set(entries.map(({ time }) => time)).size <= 1 ? [] : ['parts of several times']),
    ...names
      .filter(
        (name) => !name.endsWith('.rels') && name !== '[Content_Types].xml' && !targets.has(name.replace(/^.*\//, '')),
      )
      .map((name) => `nothing refers to ${name}`),
  ]
}
