import type { Generated } from 'kysely'

/** Hubs, their councils, and what was loaded for them. */
export interface HubTables {
  hub: HubTable
  hubArea: HubAreaTable
  receipt: ReceiptTable
}

export interface HubTable {
  id: number
  name: string
  dataVersion: number
  createdAt: string
}

/** A council of a hub: the first and last day that it is one, and the data versions between which that is known. */
export interface HubAreaTable {
  hubId: number
  la: string
  fromOn: string | null
  toOn: string | null
  fromVersion: Generated<number>
  untilVersion: number | null
}

export interface ReceiptTable {
  id: number
  hubId: number
  kind: string
  fileName: string
  fileHash: string
  /** The day a register extract speaks for; null for other kinds. */
  extractOn: string | null
  loadedAt: string
  loadedBy: string
  dataVersion: number
  rowCount: number
  newCount: number
  changedCount: number
  sameCount: number
  notes: string
  /** The receipt whose load this one took back; null where it is the receipt of a load. */
  undoes: number | null
}
