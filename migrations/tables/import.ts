/** Files that were sent, and what people said of such. */
export interface ImportTables {
  importFile: ImportFileTable
  importPart: ImportPartTable
  mapping: MappingTable
  matchDecision: MatchDecisionTable
}

/** Where a file that somebody sent by the browser stands. */
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

/** A file sent by the browser, until it is loaded or left out. It is no fact, and is cleared away after some days. */
export interface ImportFileTable {
  /** Not to be guessed: who has it may see the file's rows. */
  id: string
  hubId: number
  name: string
  /** Bytes. */
  size: number
  hash: string | null
  /** What a person said of it: its kind, the academic year it does not say, how its columns are read. */
  kind: string | null
  year: number | null
  mapping: string | null
  state: ImportState
  /** The data version it was checked against, and what was found and is told of what was found, as JSON. */
  version: number | null
  findings: string | null
  /** What is to be said of how it came to its state. */
  said: string | null
  receiptId: number | null
  createdAt: string
  createdBy: string
}

export interface ImportPartTable {
  importId: string
  number: number
  bytes: Uint8Array
}

/** What a person confirmed about the columns of files of one shape. `body` is the mapping as JSON. */
export interface MappingTable {
  id: number
  hubId: number
  name: string
  shape: string
  kind: string
  body: string
  confirmedBy: string
  confirmedAt: string
  usedCount: number
  lastUsedAt: string | null
}

/** What a person settled about how a school is named: folded, blank where a part was not given. Never changed. */
export interface MatchDecisionTable {
  id: number
  hubId: number
  /** A number with its heading, as `UKPRN 10000001`, where the row gave one. */
  number: string
  name: string
  town: string
  postcode: string
  district: string
  urn: number
  decidedBy: string
  decidedAt: string
}
