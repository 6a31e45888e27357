import type { Int32, Uint32, Uint8 } from 'apache-arrow'
import { strands } from '../framework/strand.ts'
import type { Words } from './columns.ts'
import type { Priority } from './facts.ts'
import { bytes, days, wholes, words } from './gathering-columns.ts'
import { gathering, type Gathering } from './gathering.ts'
import type { Schools } from './schools.ts'

/** One row a priority, contiguous by school, then by meeting, URN and number. `strand` is 0 (none said) to 4. */
export type PriorityColumns = {
  school: Uint32
  urn: Uint32
  heldOn: Int32
  priority: Uint8
  strand: Uint8
  theme: Words
  /** The theme that its wording was sorted into. */
  sorted: Words
  /** 1 where it says what is needed, and where support was offered. */
  needs: Uint8
  offered: Uint8
}

export const priorityGathering = (schools: Schools): Gathering<Priority, PriorityColumns> =>
  gathering<Priority, PriorityColumns>(
    schools,
    {
      urn: wholes(({ urn }) => urn),
      heldOn: days(({ heldOn }) => heldOn),
      priority: bytes(({ priority }) => priority),
      strand: bytes(({ strand }) => strands.findIndex((name) => name === strand) + 1),
      theme: words(({ theme }) => theme),
      sorted: words(({ sorted }) => sorted),
      needs: bytes(({ needs }) => Number(needs)),
      offered: bytes(({ offered }) => Number(offered)),
    },
    ({ heldOn, urn, priority }) => [heldOn, urn, priority],
  )
