import type { SchoolLine } from '../cohorts/school-lines.ts'
import type { Audience } from './audience.ts'
import { NotReleased } from './disclose.ts'

/** Schools by name, for those entitled to names: the hub. To any other audience no school is named. */
export function discloseSchools(lines: readonly SchoolLine[], audience: Audience): readonly SchoolLine[] {
  if (audience !== 'hub') throw new NotReleased(`schools are not named to the audience: ${audience}`)
  return lines
}
