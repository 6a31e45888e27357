import { exceljsBook } from './exceljs-book.ts'
import { finish } from './finish/finish.ts'
import { placeTable } from './place-table.ts'
import type { FileProblems } from './problems/file-problems.ts'
import { placeFileSheet } from './problems/file-sheet.ts'
import { notesList, problemsSheet } from './problems/problems-sheet.ts'
import { tabNames } from './problems/tab-names.ts'

export type { FileProblems, FileSheet, ProblemTold } from './problems/file-problems.ts'

/** What is said of the file is not called notes: those are numbered, and are referred to. */
const [problemsTab, notesTab] = ['Problems', 'Remarks']

/**
 * The bytes of a workbook to hand back to whoever made the file: first its problems, each linked to its cell, then the
 * notes on it if there are any, then its own sheets, every row and column in its place and the problem cells marked.
 * All cells are text, whatever they begin with. The same for the same file.
 */
export async function writeProblemsWorkbook(file: FileProblems): Promise<Uint8Array> {
  const names = file.sheets.map(({ name }) => name ?? file.fileName.replace(/\.\w+$/, ''))
  const tabs = tabNames(names, [problemsTab, notesTab])
  const places = new Map(file.sheets.map(({ name, headRow }, at) => [name, { tab: tabs[at] ?? '', headRow }]))
  const sheets = [
    placeTable(problemsSheet(file, places, problemsTab), new Map(), { hasContents: false }),
    ...(file.notes.length === 0
      ? []
      : [placeTable(notesList(file.notes, notesTab), new Map(), { hasContents: false })]),
    ...file.sheets.map((sheet, at) =>
      placeFileSheet(
        sheet,
        tabs[at] ?? '',
        file.problems.filter((problem) => problem.sheet === sheet.name),
      ),
    ),
  ]
  const about = {
    title: `Problems in ${file.fileName}`,
    organisation: file.organisation,
    keywords: ['problems', 'file to mend'],
    producedOn: file.producedOn,
  }
  return finish(await exceljsBook(about, sheets), sheets)
}

/** The name of the workbook of a file's problems: `audits-problems.xlsx`. */
export const problemsFileName = (fileName: string): string =>
  `${
    fileName
      .replace(/\.\w+$/, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 40) || 'file'
  }-problems.xlsx`
