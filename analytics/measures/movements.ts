import type { Evidence } from '../evidence/evidence.ts'
import { strands } from '../framework/strand.ts'
import { awardLadder } from './award-ladder.ts'
import { coverage } from './coverage.ts'
import type { Asked } from './measure.ts'
import { movementOf, type Counted, type Movement } from './movement.ts'
import { strandProfile } from './strand-profile.ts'

/** What a hub asks first: has it grown? */
const counted: readonly Counted[] = [
  { name: 'Audited', measure: coverage, columns: ['audited'] },
  { name: 'Audited again', measure: coverage, columns: ['reAudited'] },
  ...strands.map((strand): Counted => ({
    name: `${strand}: Establishing or above`,
    measure: strandProfile,
    where: { strand },
    columns: ['establishing', 'enhancing'],
  })),
  { name: 'Valid Bronze, Silver or Gold', measure: awardLadder, columns: ['bronze', 'silver', 'gold'] },
]

/**
 * How the main numbers of schools moved within a year, each in its parts. `known` is the evidence as it was a year
 * before; null where nothing was known then.
 */
export const movements = (evidence: Evidence, known: Evidence | null, asked: Asked): readonly Movement[] =>
  counted.map((each) => movementOf(evidence, known, each, asked))
