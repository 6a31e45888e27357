import type { Archive } from './archive.ts'
import { damaged, Refusal } from './refusal.ts'
import { relationshipsOf, type Relationship } from './relationships.ts'
import { attributeOf, isTrue, relationOf, walkXml } from './xml.ts'

/** One tab of a workbook; `part` is null where it is no worksheet but a chart or a macro sheet. */
export interface Tab {
  readonly name: string
  readonly isHidden: boolean
  readonly part: string | null
}

/** What the list of a workbook's tabs says, and the parts they refer to. */
export interface Contents {
  readonly isFrom1904: boolean
  readonly tabs: readonly Tab[]
  readonly styles: string | null
  readonly strings: string | null
}

const asXlsx = 'save it as an Excel workbook (.xlsx) and send that'

/** Workbooks of kinds that are not read, by the parts that show them. */
const refused: readonly (readonly [RegExp, string, string])[] = [
  [/(^|\/)vbaproject\.bin$|^xl\/macrosheets\//, 'a workbook with macros', asXlsx],
  [/^xl\/workbook\.bin$/, 'a binary workbook (.xlsb)', asXlsx],
  [/^content\.xml$/, 'an OpenDocument spreadsheet (.ods)', `open it in a spreadsheet program, ${asXlsx}`],
  [
    /^index\/document\.iwa$|^index\.zip$/,
    'a document of Apple Numbers',
    'export it as an Excel workbook (.xlsx) and send that',
  ],
  [/^word\//, 'a document of Word', 'put its table into an Excel workbook (.xlsx) or a CSV file and send that'],
  [/^ppt\//, 'a presentation', 'put its table into an Excel workbook (.xlsx) or a CSV file and send that'],
  [
    /^xl\/externallinks\//,
    'a workbook with links to other workbooks',
    'break the links (Data, Edit Links, Break Link), so that their values stay, save it and send that',
  ],
]

function checkParts({ names }: Archive): void {
  for (const [form, found, accepted] of refused)
    if (names.some((name) => form.test(name))) throw new Refusal(found, accepted)
  if (!names.some((name) => name.startsWith('xl/')) && !names.includes('[content_types].xml'))
    throw new Refusal('a zip file that is no workbook', 'take the file out of the zip file and send that')
}

async function bookPart(archive: Archive): Promise<string> {
  const told = (await relationshipsOf(archive, '')).find(({ type }) => type === 'officeDocument')?.part
  const part = told ?? 'xl/workbook.xml'
  if (archive.has(part)) return part
  throw damaged('a workbook without its list of sheets')
}

const partOf = (related: readonly Relationship[], type: string, archive: Archive): string | null =>
  related.find((each) => each.type === type && archive.has(each.part))?.part ?? null

/** Every sheet has a name of its own, case aside, and a part of its own. */
function checkTabs(tabs: readonly Tab[]): void {
  if (tabs.length === 0) throw damaged('a workbook without sheets')
  const parts = tabs.flatMap(({ part }) => part ?? [])
  const names = tabs.map(({ name }) => name.toLowerCase())
  if (new Set(parts).size < parts.length || new Set(names).size < names.length)
    throw damaged('a workbook two of whose sheets are one')
}

/** Reads what a workbook consists of, in the order of its tabs. */
export async function readContents(archive: Archive): Promise<Contents> {
  checkParts(archive)
  const part = await bookPart(archive)
  const related = await relationshipsOf(archive, part)
  const byId = new Map(related.map((each) => [each.id, each]))
  const tabs: Tab[] = []
  let isFrom1904 = false
  await walkXml(part, archive.bytesOf(part), {
    open: (tag, path) => {
      const [within, name] = path.slice(-2)
      if (name === 'workbookPr') isFrom1904 = isTrue(tag, 'date1904')
      if (within !== 'sheets' || name !== 'sheet') return
      const named = attributeOf(tag, 'name') ?? ''
      const target = byId.get(relationOf(tag) ?? '')
      if (target === undefined) throw damaged(`a workbook whose sheet "${named}" is missing`)
      const isHidden = /hidden/i.test(attributeOf(tag, 'state') ?? '')
      tabs.push({ name: named, isHidden, part: target.type === 'worksheet' ? target.part : null })
    },
  })
  checkTabs(tabs)
  return {
    isFrom1904,
    tabs,
    styles: partOf(related, 'styles', archive),
    strings: partOf(related, 'sharedStrings', archive),
  }
}
