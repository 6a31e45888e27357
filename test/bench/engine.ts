import type { Asking, SqlRow } from './statements/statement.ts'

/** An SQL engine with the prepared tables loaded. */
export interface Engine {
  readonly name: string
  readonly version: string
  /** What it is good at: see there. */
  readonly traits: Pick<Asking, 'scans' | 'hasSets'>
  /** Readies a statement; what comes back runs it and reads all its rows. */
  readonly prepare: (text: string) => Promise<() => readonly SqlRow[] | Promise<readonly SqlRow[]>>
  readonly close: () => void | Promise<void>
}
