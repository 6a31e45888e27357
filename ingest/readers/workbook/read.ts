import type { Note } from '../../note.ts'
import type { Grid, Grids } from '../grid.ts'
import { openArchive } from './archive.ts'
import { readContents, type Tab } from './contents.ts'
import { spending } from './gathering.ts'
import { problemOfRefusal, Refusal } from './refusal.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readStyles } from './styles.ts'
import { readWorksheet } from './worksheet.ts'

function notRead(tabs: readonly Tab[], words: string): readonly Note[] {
  const names = tabs.map(({ name }) => `"${name}"`).join(', ')
  return tabs.length === 0 ? [] : [{ row: null, column: null, text: `${words}: ${names}` }]
}

async function readTabs(bytes: Uint8Array): Promise<Grids> {
  const archive = await openArchive(bytes)
  const { tabs, isFrom1904, strings, styles } = await readContents(archive)
  const legend = {
    isFrom1904,
    strings: strings === null ? [] : await readSharedStrings(strings, archive.bytesOf(strings)),
    forms: styles === null ? [] : await readStyles(styles, archive.bytesOf(styles)),
  }
  const spend = spending()
  const grids: Grid[] = []
  for (const { name, part, isHidden } of tabs)
    if (part !== null && !isHidden) grids.push(await readWorksheet(name, part, archive.bytesOf(part), legend, spend))
  const hidden = tabs.filter(({ isHidden }) => isHidden)
  const others = tabs.filter(({ isHidden, part }) => !isHidden && part === null)
  const notes = [
    ...notRead(hidden, 'Hidden worksheets were not read'),
    ...notRead(others, 'Sheets that are no worksheets were not read'),
  ]
  return { grids, notes, problems: [] }
}

/** The visible worksheets of a workbook that is not trusted, or why it cannot be read. For use in a worker only. */
export async function readUntrusted(bytes: Uint8Array): Promise<Grids> {
  try {
    return await readTabs(bytes)
  } catch (error) {
    if (error instanceof Refusal) return { grids: [], notes: [], problems: [problemOfRefusal(error)] }
    throw error
  }
}
