import type { Generated } from 'kysely'
import type { Role } from '../../analytics/framework/role.ts'

/** Who may sign in. */
export interface PersonTables {
  person: PersonTable
  personSchool: PersonSchoolTable
}

/** Somebody who may sign in. Only this table knows a person's name; all else knows the id. */
export interface PersonTable {
  id: string
  hubId: number
  name: string
  /** What they type beside a password; of no two people the same. */
  signInName: string
  role: Role
  /** A council by its LA code, a school by its URN, a trust by its code, where the role is of one. */
  organisation: string | null
  /** 1 for the people of the invented sample county, as whom anybody may sign in. */
  isSample: number
  madeAt: string
  madeBy: string
  disabledAt: string | null
  /** Wrong passwords and codes since the last right one, and when the last of them came. */
  failedCount: Generated<number>
  failedAt: string | null
}

/** A school that is assigned to an adviser. */
export interface PersonSchoolTable {
  personId: string
  urn: number
}
