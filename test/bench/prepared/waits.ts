import { numbersOf } from '../../../analytics/evidence/columns.ts'
import { forever } from '../../../analytics/evidence/endless.ts'
import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import { awards as awardNames } from '../../../analytics/framework/award.ts'
import type { Own, Place } from './place.ts'
import type { Prepared } from './table.ts'

/**
 * Schools audited, with the day of the first award at or above each and the wait for it. No school of these facts
 * closed without another to follow it.
 */
export function waits({ audits, awards, starts }: Evidence, place: Place): Prepared {
  const audited = Array.from({ length: starts.audits.length - 1 }, (_, school) => school).filter(
    (school) => starts.audits[school]! < starts.audits[school + 1]!,
  )
  const [heldOn, award, awardOn] = [
    numbersOf(audits, 'heldOn'),
    numbersOf(awards, 'award'),
    numbersOf(awards, 'awardOn'),
  ]
  const firstOn = (row: number): number => heldOn[starts.audits[audited[row]!]!]!
  const gotOn = (rank: number, row: number): number => {
    for (let at = starts.awards[audited[row]!]!; at < starts.awards[audited[row]! + 1]!; at++)
      if (award[at]! >= rank) return awardOn[at]!
    return forever
  }
  return place('wait', ['first_on'], audited, [
    ['number', 'first_on', firstOn],
    ...awardNames.flatMap((_, rank): readonly Own[] => [
      ['number', `got${rank}_on`, (row) => gotOn(rank, row)],
      ['number', `wait${rank}`, (row) => Math.max(0, gotOn(rank, row) - firstOn(row))],
    ]),
  ])
}
