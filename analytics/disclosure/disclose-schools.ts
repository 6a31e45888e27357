import type { Audience } from './audience.ts'
import { NotReleased } from './disclose.ts'

/** A school by its name. */
interface Named {
  readonly urn: number
  readonly name: string
}

/** Schools by name, for those entitled to names: the hub. To any other audience no school is named. */
export function discloseSchools<School extends Named>(
  schools: readonly School[],
  audience: Audience,
): readonly School[] {
  if (audience !== 'hub') throw new NotReleased(`schools are not named to the audience: ${audience}`)
  return schools
}
