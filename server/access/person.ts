import type { Audience } from '../../analytics/disclosure/audience.ts'
import type { Role } from '../../analytics/framework/role.ts'

/** Who is asking. */
export interface Person {
  readonly id: string
  readonly name: string
  /** The one hub they know of. */
  readonly hubId: number
  readonly role: Role
  /** Their council by its LA code, their school by its URN, their trust by its code; null for people of the hub. */
  readonly organisation: string | null
  /** The URNs of the schools assigned to an adviser. */
  readonly assigned: readonly number[]
}

/** Whoever runs commands on the machine that the database is on; the log and receipts name them so. */
export const operator = { id: 'operator' } as const

const audiences: Readonly<Record<Role, Audience>> = {
  'hub leader': 'hub',
  adviser: 'hub',
  'data steward': 'hub',
  'council officer': 'council',
  'school user': 'school',
  'trust user': 'school',
}

/** As whom figures are disclosed to somebody. */
export const audienceOf = ({ role }: Pick<Person, 'role'>): Audience => audiences[role]
