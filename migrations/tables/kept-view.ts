/** What was remarked, and views that were kept as they stood. */
export interface KeptViewTables {
  remark: RemarkTable
  frozenView: FrozenViewTable
  councilSnapshot: CouncilSnapshotTable
}

/** What somebody remarked on a page, or on one figure wherever it stands. Its text is never changed. */
export interface RemarkTable {
  id: number
  hubId: number
  /** The path of the page; blank where it is on a figure. */
  page: string
  /** The measure whose figure it is on; blank where it is on a page. */
  measure: string
  /** Which schools the page or figure showed, as a query string in one order. */
  scope: string
  text: string
  meantFor: 'hub' | 'council'
  dataVersion: number
  /** The remark that this one takes the place of. */
  replaces: number | null
  writtenAt: string
  writtenBy: string
  /** By whom it was approved for the council. */
  approvedAt: string | null
  approvedBy: string | null
  withdrawnAt: string | null
  withdrawnBy: string | null
}

/** A page as it stood when somebody froze it. Never changed. */
export interface FrozenViewTable {
  id: string
  hubId: number
  title: string
  /** The path and query of the page. */
  address: string
  dataVersion: number
  /** Its figures and what was remarked on them, as JSON. */
  answers: string
  remarks: string
  frozenAt: string
  frozenBy: string
}

/**
 * The data version at which councils are shown how things stood at the end of a term. Never changed but to be approved,
 * without which nobody of a council is shown it.
 */
export interface CouncilSnapshotTable {
  hubId: number
  asOf: string
  dataVersion: number
  frozenAt: string
  approvedAt: string | null
  approvedBy: string | null
}
