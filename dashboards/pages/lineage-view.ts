import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import type { Column } from '../../analytics/measures/measure.ts'
import type { Frame } from '../parts/frame.ts'
import type { Value } from '../parts/value.ts'

/** How many schools a page of lineage shows. */
export const schoolsTraced = 25

/** The receipt of a load or of an undo, as far as a source names it. */
export interface ReceiptNamed {
  readonly receiptId: number
  readonly file: string
  /** An instant in UTC. */
  readonly loadedAt: string
  readonly loadedBy: string
  /** The receipt whose load it took back; null for a load. */
  readonly undoes: number | null
}

/** One version of a fact, and the row of the file it came from. */
export interface Source extends ReceiptNamed {
  readonly table: string
  /** The fact in words, without any free text. */
  readonly fact: string
  readonly sheet: string | null
  readonly row: number
  /** How many rows of the file, this one first, tell the same in words. */
  readonly rows: number
  readonly fromVersion: number
  readonly untilVersion: number | null
  /** The receipt that superseded it or took it out; null while it holds. */
  readonly until: ReceiptNamed | null
}

/** A school that a figure counts, with all that is known of it that the measure rests on. */
export interface SchoolTraced {
  readonly urn: number
  readonly name: string
  /** How much of the figure is its own. */
  readonly figure: number
  readonly sources: readonly Source[]
}

/** A load that moved the figure; null where there was no such figure. */
export interface Move extends ReceiptNamed {
  readonly dataVersion: number
  readonly before: Value | null
  readonly after: Value | null
}

/** A figure, the schools it counts, the rows they came from, and how it came to be. */
export interface Lineage {
  readonly answer: Disclosed<object, object>
  readonly row: string
  readonly column: Column
  readonly figure: Value
  /** Whether it is a sum over schools: only of sums schools and sources are told. */
  readonly isSum: boolean
  /** How many schools it counts, and those of this page of them. */
  readonly found: number
  readonly page: number
  readonly schools: readonly SchoolTraced[]
  /** The data version at which it is told, where that is not the newest. */
  readonly version: number | undefined
  /** What it rests on that is of no one school: frameworks and goals. */
  readonly hubSources: readonly Source[]
  readonly moves: readonly Move[]
  /** How many of the newest loads that could have moved it were looked at, and how many there are. */
  readonly looked: number
  readonly loads: number
}

/** What the page of a figure's lineage shows. */
export interface LineageView extends Lineage {
  readonly frame: Frame
}
