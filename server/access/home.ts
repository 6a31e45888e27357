import type { Role } from '../../analytics/framework/role.ts'
import type { Person } from './person.ts'

const homes: Readonly<Record<Role, string>> = {
  'hub leader': '/',
  adviser: '/',
  'data steward': '/',
  'council officer': '/council',
  'school user': '/schools/',
  'trust user': '/trust',
}

/** The path of the page that somebody begins at. */
export const homeOf = ({ role, organisation }: Pick<Person, 'role' | 'organisation'>): string =>
  `${homes[role]}${role === 'school user' ? organisation : ''}`
