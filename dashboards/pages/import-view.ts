import type { FormError } from '../parts/form.ts'
import type { Frame } from '../parts/frame.ts'
import type { Html } from '../parts/html.ts'

/** Where a file that was sent stands. */
export type ImportState =
  | 'arriving'
  | 'checking'
  | 'asking'
  | 'doubtful'
  | 'problems'
  | 'ready'
  | 'known'
  | 'loading'
  | 'loaded'
  | 'left out'
  | 'stopped'

/** A problem of a file; `row` is as the reader's spreadsheet numbers it. */
export interface FoundProblem {
  readonly sheet: string | null
  readonly row: number | null
  readonly column: string | null
  readonly code: string
  readonly found: string
  readonly accepted: string
}

/** A school that a name may mean, as the register has it, and why. */
export interface FoundCandidate {
  readonly urn: number
  readonly name: string
  readonly why: string
  readonly town: string | null
  readonly openOn: string | null
  readonly closeOn: string | null
}

/** A name that fits no one school surely, with the rows that give it. */
export interface DoubtfulName {
  readonly sheet: string | null
  readonly rows: readonly number[]
  /** Other tabs that give the same name, with their rows; absent where there is none. */
  readonly elsewhere?: readonly { readonly sheet: string | null; readonly rows: readonly number[] }[]
  readonly name: string
  /** Town, postcode and district that the file gives beside the name; null where it gives none. */
  readonly place: string | null
  readonly candidates: readonly FoundCandidate[]
}

/** What a cell that is known would become, under the file's own heading; null for blank. */
export interface Correction {
  readonly sheet: string | null
  readonly row: number
  /** Null where the row is about none, or the register does not have it. */
  readonly school: string | null
  /** Null where no column of its own says it. */
  readonly column: string | null
  readonly from: string | number | null
  readonly to: string | number | null
  /** What the file says for it, where that is in other words than are kept. */
  readonly said?: string
}

/** What a file would do to one school, in rows of the file. */
export interface ReviewedSchool {
  readonly urn: number
  /** Null where the register that is loaded does not have it. */
  readonly name: string | null
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly conflicting: number
}

/** What one column of a file may mean: a heading of its kind, and the word a tick stands for; null where it is not read. */
export interface ColumnGuess {
  readonly number: number
  readonly heading: string
  readonly samples: readonly string[]
  readonly means: string | null
  readonly ticked: string | null
  readonly confidence: 'sure' | 'likely' | 'guess' | null
  readonly why: string
}

/** How a file, or one tab of it, may be read: as what kind, and what its columns and words may mean. */
export interface Guess {
  readonly tab: string | null
  readonly kind: string
  readonly layout: string | null
  readonly columns: readonly ColumnGuess[]
  readonly missing: readonly string[]
  readonly words: readonly {
    readonly found: string
    readonly means: string | null
    readonly choices: readonly string[]
  }[]
  readonly choices: readonly {
    readonly heading: string
    readonly isNeeded: boolean
    readonly ticks: readonly string[]
  }[]
  /** The same as a mapping, for the server to fill in what a person answers. */
  readonly mapping: object
}

/** What checking a file brought to light. Lists are cut where they grow too long to read; counts are not. */
export interface Findings {
  readonly kind: string | null
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly ignored: number
  readonly problems: readonly FoundProblem[]
  readonly problemCount: number
  readonly doubtful: readonly DoubtfulName[]
  readonly corrections: readonly Correction[]
  readonly schools: readonly ReviewedSchool[]
  readonly notes: readonly string[]
  /** To whom a person said that maps owe these boundaries; absent or null where nobody did. */
  readonly attribution?: string | null
  /** Null for a file that says itself what it holds, or is like no sheet. */
  readonly guess: Guess | null
}

/** How far the reading of a file has come, in rows; `of` is 0 while that is not known. */
export interface Progress {
  readonly done: number
  readonly of: number
  /** How many files are read before this one. */
  readonly before: number
}

/** A file that was sent and is not yet loaded or left out. */
export interface OpenImport {
  readonly id: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly state: ImportState
  readonly kind: string | null
  /** An instant in UTC. */
  readonly createdAt: string
}

/** What stands on every page with a form: whose page it is, and the token that its forms carry. */
export interface FormView {
  readonly frame: Frame
  readonly token: string
}

/** The page of one file, whatever is next for it. */
export interface ImportView extends FormView {
  readonly file: OpenImport
  /** The data version it was checked against; null before it was. */
  readonly version: number | null
  readonly findings: Findings | null
  /** What is to be said of how it came to where it stands. */
  readonly said: string | null
  readonly progress: Progress | null
  readonly errors: readonly FormError[]
  /** Other files that wait, which may bring what this one lacks. */
  readonly others: readonly OpenImport[]
}

/** What a file's page says where it stands: its heading, and what follows. */
export interface Step {
  readonly title: string
  readonly content: Html
}
