import { codesOf, numbersOf, wordsOf } from '../../../analytics/evidence/columns.ts'
import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import { meetingRows, nextDays } from './following.ts'
import type { Place } from './place.ts'
import type { Prepared } from './table.ts'

/** Priorities with the day of the next audit, and whether each is the first of its audit, and of its theme there. */
export function priorities({ audits, priorities }: Evidence, place: Place): Prepared {
  const [urn, heldOn] = [numbersOf(priorities, 'urn'), numbersOf(priorities, 'heldOn')]
  const theme = codesOf(priorities, 'theme')
  if (wordsOf(priorities, 'sorted').length > 1)
    throw new Error('priorities that are sorted by wording are not prepared')
  const meetingOf = meetingRows(numbersOf(audits, 'urn'), numbersOf(audits, 'heldOn'))
  const nextOn = nextDays(numbersOf(audits, 'school'), numbersOf(audits, 'heldOn'))
  const isSame = (row: number, other: number): boolean => urn[row] === urn[other] && heldOn[row] === heldOn[other]
  const isFirst = (row: number, holds: (other: number) => boolean): number => {
    for (let other = row - 1; other >= 0 && isSame(row, other); other--) if (holds(other)) return 0
    return 1
  }
  return place('priority', ['next_on', 'held_on'], numbersOf(priorities, 'school'), [
    ['number', 'next_on', (row) => nextOn[meetingOf(urn[row]!, heldOn[row]!)] ?? heldOn[row]!],
    ['number', 'held_on', (row) => heldOn[row]!],
    ['byte', 'theme', (row) => theme[row]!],
    ['byte', 'first_of_audit', (row) => isFirst(row, () => true)],
    ['byte', 'first_of_theme', (row) => isFirst(row, (other) => theme[other] === theme[row])],
  ])
}
