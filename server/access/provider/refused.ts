/** Why somebody who came from a provider is not let in, as the log has it. */
export const refusals = [
  'not begun',
  'other provider',
  'declined',
  'not trusted',
  'not answering',
  'not proved',
  'no role',
  'several roles',
  'roles not told',
  'unknown organisation',
  'several organisations',
  'several hubs',
  'disabled',
] as const

export type Refusal = (typeof refusals)[number]

interface Told {
  /** The provider's own word for the fault, one of a fixed list. */
  readonly code?: string
  readonly personId?: string
  readonly hubId?: number
}

/** That somebody who came from a provider is not let in. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly why: Refusal
  readonly told: Told

  constructor(why: Refusal, told: Told = {}, options: ErrorOptions = {}) {
    super(why, options)
    this.why = why
    this.told = told
  }
}
