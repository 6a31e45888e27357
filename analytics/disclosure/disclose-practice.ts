import type { GoodPractice } from '../cohorts/good-practice.ts'
import type { SupportAsked } from '../cohorts/support-asked.ts'
import type { Audience } from './audience.ts'
import { NotReleased } from './disclose.ts'

/** Who could share good practice, and whose asking is unmet, for the hub that brings schools together. To others nothing. */
export function disclosePractice<Told extends GoodPractice | SupportAsked>(told: Told, audience: Audience): Told {
  if (audience !== 'hub') throw new NotReleased(`schools are not named to the audience: ${audience}`)
  return told
}
