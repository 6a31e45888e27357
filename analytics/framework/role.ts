/** What a person is to a hub; it decides what they may see. */
export const roles = ['hub leader', 'adviser', 'council officer', 'school user', 'trust user', 'data steward'] as const

export type Role = (typeof roles)[number]

/** What somebody of a role belongs to, beside the hub: a council by its LA code, a school by its URN, a trust by its code. */
export const organisationOf: Readonly<Record<Role, 'council' | 'school' | 'trust' | null>> = {
  'hub leader': null,
  adviser: null,
  'council officer': 'council',
  'school user': 'school',
  'trust user': 'trust',
  'data steward': null,
}
