import type { Problem } from '../problem.ts'
import type { SheetKind } from '../sheets/sheet.ts'
import type { Mapping } from './mapping.ts'

/** How certain a proposal is: `sure` needs no person, `likely` wants a look, `guess` wants thought. */
export type Confidence = 'sure' | 'likely' | 'guess'

/** What one column of a file may mean. */
export interface ColumnProposal {
  /** Its place in the file, from 1. */
  readonly number: number
  /** As the file has it; blank where it has none. */
  readonly heading: string
  /** Up to three of its values, each another. */
  readonly samples: readonly string[]
  /** A standard heading of the kind, and the word a tick in it stands for; null where it is not read. */
  readonly means: string | null
  readonly ticked: string | null
  /** Null where nothing is proposed. */
  readonly confidence: Confidence | null
  /** In plain words why that is proposed. */
  readonly why: string
}

/** A word of the file that the columns it stands in do not know, and what it may stand for; null for no idea. */
export interface WordProposal {
  readonly found: string
  readonly means: string | null
  /** The words that it can stand for. */
  readonly choices: readonly string[]
}

/** What a column of a file can be said to mean. */
export interface ColumnChoice {
  readonly heading: string
  /** Whether a file of this kind needs it; of the ways to name a school it needs one. */
  readonly isNeeded: boolean
  /** The words of which each may have a ticked column; none for columns that are not told by ticks. */
  readonly ticks: readonly string[]
}

/** How a tab may be read as one kind of sheet. */
export interface KindProposal {
  readonly kind: SheetKind
  /** What tells layouts of the kind apart, such as `wide` and `long`; null where it has one only. */
  readonly layout: string | null
  readonly confidence: Confidence
  readonly reasons: readonly string[]
  /** Every column of the file that has a heading or a value, in their order. */
  readonly columns: readonly ColumnProposal[]
  /** Columns that the kind needs and nothing is proposed for. */
  readonly missing: readonly string[]
  readonly words: readonly WordProposal[]
  readonly choices: readonly ColumnChoice[]
  /** The same as a mapping, for a person to change and confirm; words without a meaning are not in it. */
  readonly mapping: Mapping
}

/** How one tab of a file may be read. */
export interface TabProposal {
  /** Null for a file that has no tabs. */
  readonly tab: string | null
  /** Whether its headings say by themselves what it holds, so that it needs no mapping. */
  readonly isRecognised: boolean
  /** The first and last row of the headings as a spreadsheet numbers them; null where there are none. */
  readonly headingRows: readonly [number, number] | null
  /** What files with the same headings have alike: the shape to remember a mapping for. */
  readonly shape: string
  /** The academic year that the name of the tab says, as `2023/24`. */
  readonly year: string | null
  /** The mapping that the hub remembers for this shape. */
  readonly remembered: { readonly id: number; readonly name: string } | null
  /** Best first; none where nothing is like any sheet. */
  readonly kinds: readonly KindProposal[]
  /** Why the tab cannot be read as it is; pupil data is never shown, and leaves no proposal. */
  readonly problems: readonly Problem[]
}

/** How the tabs of a file may be read. */
export interface Proposal {
  readonly file: string
  readonly tabs: readonly TabProposal[]
  /** Why the file cannot be opened; none where it can. */
  readonly problems: readonly Problem[]
}
