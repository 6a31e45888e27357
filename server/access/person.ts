import type { Audience } from '../../analytics/disclosure/audience.ts'

/** Who is asking. */
export interface Person {
  readonly id: string
  readonly role: 'operator'
  /** As whom figures are disclosed to them. */
  readonly audience: Audience
}

/**
 * The person behind a request or a command. Until people can sign in there is one, the operator of the machine that
 * Crescendo runs on; that is why the server listens to that machine alone.
 */
export const operator: Person = { id: 'operator', role: 'operator', audience: 'hub' }
