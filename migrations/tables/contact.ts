import type { ConsentSource, ContactRole } from '../../analytics/framework/contact.ts'

/** Whom the hub may write to, who withdrew, and what was erased. */
export interface ContactTables {
  contact: ContactTable
  consent: ConsentTable
  withdrawal: WithdrawalTable
  suppression: SuppressionTable
  erasure: ErasureTable
}

/** Somebody at a school whom the hub may write to while they consent. */
export interface ContactTable {
  id: string
  hubId: number
  urn: number
  name: string
  role: ContactRole
  /** An e-mail address, in small letters. */
  address: string
  madeAt: string
  madeBy: string
}

/** That a contact may be written to; it holds until it is withdrawn, and only a new one follows that. */
export interface ConsentTable {
  id: string
  hubId: number
  contactId: string
  givenOn: string
  source: ConsentSource
  recordedAt: string
  recordedBy: string
  withdrawalId: string | null
}

/** That somebody withdrew their consent. It stays when their name and address are erased, and tells neither. */
export interface WithdrawalTable {
  id: string
  hubId: number
  withdrawnOn: string
  source: ConsentSource
  recordedAt: string
  recordedBy: string
}

/** An address that is not to be written to, scrambled. */
export interface SuppressionTable {
  hubId: number
  mark: string
  madeAt: string
}

/** What was erased, as JSON without personal data, so that it can be erased again from a restored copy. */
export interface ErasureTable {
  id: string
  hubId: number
  madeAt: string
  kind: 'person' | 'contact' | 'withdrawal' | 'words'
  body: string
}
