import { numbersOf } from '../../../analytics/evidence/columns.ts'
import { forever } from '../../../analytics/evidence/endless.ts'
import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import { monthOf } from './months.ts'
import type { Own, Place } from './place.ts'
import type { Prepared } from './table.ts'

/** For each audit and month, when its reflection is due, returned, withdrawn, and superseded by a newer audit. */
export function dues({ audits, reflections, starts }: Evidence, place: Place): Prepared {
  const [school, urn, heldOn] = [numbersOf(audits, 'school'), numbersOf(audits, 'urn'), numbersOf(audits, 'heldOn')]
  const [sheetUrn, sheetHeldOn] = [numbersOf(reflections, 'urn'), numbersOf(reflections, 'heldOn')]
  const sheetMonth = numbersOf(reflections, 'month')
  const [returnedOn, withdrawnOn] = [numbersOf(reflections, 'returnedOn'), numbersOf(reflections, 'withdrawnOn')]
  const newerOn = (row: number): number => {
    let next = row + 1
    while (school[next] === school[row] && heldOn[next] === heldOn[row]) next++
    return school[next] === school[row] ? heldOn[next]! : forever
  }
  const sheetOf = (month: number, row: number): number => {
    for (let sheet = starts.reflections[school[row]!]!; sheet < starts.reflections[school[row]! + 1]!; sheet++)
      if (sheetMonth[sheet] === month && sheetHeldOn[sheet] === heldOn[row] && sheetUrn[sheet] === urn[row])
        return sheet
    return -1
  }
  const columns = ([12, 24] as const).flatMap((month): readonly Own[] => {
    const dueOn = numbersOf(audits, `due${month}On`)
    const sheets = Int32Array.from(school, (_, row) => sheetOf(month, row))
    return [
      ['number', `due${month}_on`, (row) => dueOn[row]!],
      ['number', `due${month}_month`, (row) => monthOf(dueOn[row]!)],
      ['number', `returned${month}_on`, (row) => returnedOn[sheets[row]!] ?? forever],
      ['number', `withdrawn${month}_on`, (row) => withdrawnOn[sheets[row]!] ?? forever],
      ['number', `newer${month}_on`, (row) => (newerOn(row) < dueOn[row]! ? newerOn(row) : forever)],
    ]
  })
  return place('due', ['held_on'], school, [['number', 'held_on', (row) => heldOn[row]!], ...columns])
}
