import { latestAuditOn, none } from '../../analytics/cohorts/latest-audits.ts'
import { numbersOf } from '../../analytics/evidence/columns.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { race } from './measure-race.ts'
import { answerOf, wholeHub } from './questions.ts'
import { ratioText } from './table.ts'

/**
 * How long the criterion question of the whole hub takes beside plain sums of the same bytes: of the judgements of the
 * latest audits, one school after another as they lie, and of all judgements from one end to the other.
 */
export async function raceScan(evidence: Evidence, rounds: number): Promise<string> {
  const question = wholeHub.find(({ id }) => id === 'criteria-gaps')!
  const [judged, starts] = [numbersOf(evidence.judgements, 'judged'), evidence.starts.judgements]
  const latestOf = latestAuditOn(evidence, question.asked.asOf)
  const sumOf = (from: number, to: number): number => {
    let sum = 0
    for (let row = from; row < to; row++) sum += judged[row]!
    return sum
  }
  const latest = Array.from({ length: evidence.schools.numRows }, (_, school) => latestOf(school)).filter(
    (audit) => audit !== none,
  )
  const urban = { ...question, asked: { ...question.asked, where: { rural: 'Urban' } } }
  const runs = [
    () => answerOf(evidence, question),
    () => answerOf(evidence, urban),
    () => latest.reduce((sum, audit) => sum + sumOf(starts[audit]!, starts[audit + 1]!), 0),
    () => sumOf(0, judged.length),
  ]
  const [asked = 0, ofUrban = 0, part = 1, all = 1] = await race(runs, rounds)
  return [
    `sum of the judgements of the latest audits: ${part.toFixed(2)} ms`,
    `sum of all judgements, ${(judged.byteLength / 1e6).toFixed(1)} MB: ${all.toFixed(2)} ms`,
    `criteria-gaps of the whole hub: ${asked.toFixed(2)} ms, ${ratioText(asked / part)} and ${ratioText(asked / all)}`,
    `criteria-gaps of urban schools: ${ofUrban.toFixed(2)} ms, ${ratioText(ofUrban / part)} and ${ratioText(ofUrban / all)}`,
  ].join('\n')
}
