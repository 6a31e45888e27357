import { Table, makeVector } from 'apache-arrow'
import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import { judgements } from '../../../analytics/framework/judgement.ts'
import { diceOf } from '../../../fixtures/dice.ts'

/** How many criteria are judged at an audit, one after another as the tool has them. */
const judgedAt = 25
const codes = judgements.length + 1

/**
 * The evidence with 25 criteria judged at every audit, the same every time. They are written straight into their
 * columns: as facts, the four million of a country would take longer to make than all else.
 */
export function withJudgements(evidence: Evidence): Evidence {
  const dice = diceOf(1, 'judgements')
  const audits = evidence.audits.numRows
  const judged = new Uint16Array(audits * judgedAt)
  for (let audit = 0, row = 0; audit < audits; audit++) {
    const first = Math.floor(dice() * (evidence.places.length - judgedAt))
    for (let at = 0; at < judgedAt; at++, row++) judged[row] = (first + at) * codes + 1 + Math.floor(dice() ** 0.6 * 3)
  }
  const starts = Uint32Array.from({ length: audits + 1 }, (_, audit) => audit * judgedAt)
  return {
    ...evidence,
    judgements: new Table({ judged: makeVector(judged) }),
    starts: { ...evidence.starts, judgements: starts },
  }
}
