import type { Movement } from '../measures/movement.ts'
import type { Audience } from './audience.ts'
import { NotReleased } from './disclose.ts'

/** How numbers moved, in exact parts of few schools each, for the hub. To any other audience nothing is told. */
export function discloseMovements(movements: readonly Movement[], audience: Audience): readonly Movement[] {
  if (audience !== 'hub') throw new NotReleased(`movements are not told to the audience: ${audience}`)
  return movements
}
