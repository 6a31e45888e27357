import type { Note } from '../note.ts'
import type { Problem } from '../problem.ts'
import type { SheetFile } from './read.ts'

interface InColumn {
  readonly sheet?: string | null
  readonly column: string | null
}

/** What the file calls the column of a problem or note, where that is not its standard heading. */
function ownHeading(tabs: readonly SheetFile[], { sheet, column }: InColumn): string | undefined {
  return column === null ? undefined : tabs.find(({ tab }) => tab === (sheet ?? null))?.called.get(column)
}

/** The problems with the headings that the file has for its columns, what they mean beside them. */
export const inOwnWords = (tabs: readonly SheetFile[], problems: readonly Problem[]): readonly Problem[] =>
  problems.map((problem) => {
    const own = ownHeading(tabs, problem)
    return own === undefined || problem.column === null ? problem : { ...problem, column: own, means: problem.column }
  })

/** The notes with the headings that the file has for its columns, what they mean behind them. */
export const notesInOwnWords = (tabs: readonly SheetFile[], notes: readonly Note[]): readonly Note[] =>
  notes.map((note) => {
    const own = ownHeading(tabs, note)
    return own === undefined ? note : { ...note, column: `${own} (${note.column})` }
  })
