import type { Outcome } from '../../ingest/load.ts'
import type { OutcomeRow } from '../../ingest/load/outcome.ts'

/** Rows are written so many at a time, for the text of a million would be too long for one. */
const together = 1000

const told = ({ changes: _changes, place: _place, ...row }: OutcomeRow): Omit<OutcomeRow, 'changes' | 'place'> => row

/** An outcome as one line of JSON, in pieces. Where not all problems are listed, `problemCount` says how many there are. */
export function* outcomeJson({ rows, problems, problemCount, notes, ...outcome }: Outcome): Generator<string> {
  yield `${JSON.stringify(outcome).slice(0, -1)},"rows":[`
  let [piece, count] = ['', 0]
  for (const row of rows) {
    piece += `${count === 0 ? '' : ','}${JSON.stringify(told(row))}`
    count += 1
    if (count % together > 0) continue
    yield piece
    piece = ''
  }
  const isCut = problemCount > problems.length
  yield `${piece}],"problems":${JSON.stringify(problems)}${isCut ? `,"problemCount":${problemCount}` : ''},"notes":${JSON.stringify(notes)}}\n`
}
