import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import { audits } from './audits.ts'
import { awards } from './awards.ts'
import { dues } from './dues.ts'
import { figures, forms } from './forms.ts'
import { judgements, judgementsPlaced } from './judgements.ts'
import { outcomes } from './outcomes.ts'
import { placeIn } from './place.ts'
import { priorities } from './priorities.ts'
import { speakers } from './speakers.ts'
import type { Prepared } from './table.ts'
import { traits } from './traits.ts'
import { waits } from './waits.ts'

/** What the engines load: one layout for those that scan columns, one for those that find rows by key. */
export interface Layouts {
  readonly columns: readonly Prepared[]
  readonly rows: readonly Prepared[]
}

/**
 * All that the SQL engines are spared to derive, and more than evidence prepares for itself: which school a row belongs
 * to, on which days it is counted and where, until when an audit or award is the latest, and what came of it.
 */
export function layoutsOf(evidence: Evidence, years: readonly number[]): Layouts {
  const place = placeIn(evidence)
  const held = audits(evidence, place)
  const both = [
    ...[speakers, awards, waits, dues, outcomes, priorities, forms, figures].map((make) => make(evidence, place)),
    ...traits(evidence, years),
    held,
  ]
  return { columns: [...both, judgementsPlaced(evidence, held)], rows: [...both, judgements(evidence)] }
}
