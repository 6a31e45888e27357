/** What goes to a funder for one year. */
export interface ReturnTables {
  returnProfile: ReturnProfileTable
  returnTemplate: ReturnTemplateTable
  returnIssue: ReturnIssueTable
  returnText: ReturnTextTable
  returnFile: ReturnFileTable
}

/** A return profile that a hub added: the newest of a name is the one by which returns are drafted. */
export interface ReturnProfileTable {
  id: number
  hubId: number
  profile: string
  /** The profile as JSON. */
  body: string
  addedAt: string
  addedBy: string
}

/** A recipient's own workbook, to be filled in. The newest of a profile is the one that is filled. */
export interface ReturnTemplateTable {
  id: number
  hubId: number
  profile: string
  name: string
  hash: string
  bytes: Uint8Array
  addedAt: string
  addedBy: string
}

/** One issue of a return for one academic year. Frozen, it is never changed: another issue takes its place. */
export interface ReturnIssueTable {
  id: number
  hubId: number
  profile: string
  academicYear: number
  /** 1 for the first; a re-issue names the issue it takes the place of, and why. */
  issue: number
  reissues: number | null
  reason: string
  state: 'draft' | 'approved' | 'frozen'
  dataVersion: number
  /** The profile it was drafted by, as JSON. */
  body: string
  templateId: number | null
  madeAt: string
  madeBy: string
  approvedAt: string | null
  approvedBy: string | null
  frozenAt: string | null
  frozenBy: string | null
  /** The figures as JSON, from when it is frozen. */
  figures: string | null
}

/** What was written for a narrative of a return. Never changed: a later number takes the place of an earlier. */
export interface ReturnTextTable {
  returnId: number
  narrative: string
  number: number
  text: string
  writtenAt: string
  writtenBy: string
}

/** A file of a frozen return. */
export interface ReturnFileTable {
  returnId: number
  name: string
  /** SHA-256 of the bytes. */
  hash: string
  bytes: Uint8Array
}
