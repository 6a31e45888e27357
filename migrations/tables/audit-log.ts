/** What people did. */
export interface AuditLogTables {
  auditLog: AuditLogTable
  auditHead: AuditHeadTable
}

/** What somebody did. Only ever added to. */
export interface AuditLogTable {
  number: number
  hubId: number | null
  at: string
  personId: string
  action: string
  /** What it was done to and how, as JSON without personal data. */
  detail: string
  hashBefore: string
  hash: string
}

/** How far the audit log goes. */
export interface AuditHeadTable {
  id: number
  number: number
  hash: string
}
