import { codesOf, numbersOf, wordsOf } from '../../../analytics/evidence/columns.ts'
import { always, forever } from '../../../analytics/evidence/endless.ts'
import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import { meetingRows } from './following.ts'
import type { Place } from './place.ts'
import type { Prepared } from './table.ts'

/** What became of a strand: up, same, down, not to be compared, or that none is named. */
const [up, same, down, unlike, noStrand] = [0, 1, 2, 3, 5] as const

/**
 * A row a priority of each reflection returned, with what it says, the day of the next audit, and what had become of the
 * strand by then.
 */
export function outcomes(evidence: Evidence, place: Place): Prepared {
  const { priorities, reflections, starts } = evidence
  const school = numbersOf(reflections, 'school')
  const [urn, heldOn] = [numbersOf(reflections, 'urn'), numbersOf(reflections, 'heldOn')]
  const [month, returnedOn] = [numbersOf(reflections, 'month'), numbersOf(reflections, 'returnedOn')]
  const [ofUrn, ofDay] = [numbersOf(priorities, 'urn'), numbersOf(priorities, 'heldOn')]
  const [number, strand] = [numbersOf(priorities, 'priority'), numbersOf(priorities, 'strand')]
  const theme = codesOf(priorities, 'theme')
  const achieved = (['achieved1', 'achieved2', 'achieved3'] as const).map((key) => numbersOf(reflections, key))
  const changeOf = changes(evidence)
  const pairs: { readonly sheet: number; readonly priority: number; readonly first: number }[] = []
  for (let sheet = 0; sheet < reflections.numRows; sheet++) {
    if (returnedOn[sheet] === forever) continue
    let first = 1
    for (let row = starts.priorities[school[sheet]!]!; row < starts.priorities[school[sheet]! + 1]!; row++)
      if (ofUrn[row] === urn[sheet] && ofDay[row] === heldOn[sheet]) {
        pairs.push({ sheet, priority: row, first })
        first = 0
      }
  }
  const told = pairs.map(({ sheet, priority }) => changeOf(sheet, strand[priority]!))
  const schools = Int32Array.from(pairs, ({ sheet }) => school[sheet]!)
  return place('outcome', ['returned_on'], schools, [
    ['number', 'returned_on', (row) => returnedOn[pairs[row]!.sheet]!],
    ['byte', 'month', (row) => month[pairs[row]!.sheet]!],
    ['byte', 'theme', (row) => theme[pairs[row]!.priority]!],
    ['byte', 'achieved', (row) => achieved[number[pairs[row]!.priority]! - 1]?.[pairs[row]!.sheet] ?? 0],
    ['byte', 'sheet', (row) => pairs[row]!.first],
    ['number', 'next_on', (row) => told[row]!.nextOn],
    ['byte', 'change', (row) => told[row]!.change],
  ])
}

/** Finds when the next audit after a reflection was, and what became of a strand (1 to 4; 0 for none) by it. */
function changes({ audits, comparable, reflections, starts }: Evidence) {
  const [urn, heldOn, framework] = [numbersOf(audits, 'urn'), numbersOf(audits, 'heldOn'), codesOf(audits, 'framework')]
  const count = wordsOf(audits, 'framework').length
  const levels = (['level0', 'level1', 'level2', 'level3'] as const).map((name) => numbersOf(audits, name))
  const [school, sheetUrn] = [numbersOf(reflections, 'school'), numbersOf(reflections, 'urn')]
  const [sheetHeldOn, returnedOn] = [numbersOf(reflections, 'heldOn'), numbersOf(reflections, 'returnedOn')]
  const meetingOf = meetingRows(urn, heldOn)
  return (sheet: number, strand: number): { readonly nextOn: number; readonly change: number } => {
    const after = Math.max(sheetHeldOn[sheet]!, returnedOn[sheet]!)
    const end = starts.audits[school[sheet]! + 1]!
    let next = starts.audits[school[sheet]!]!
    while (next < end && heldOn[next]! <= after) next++
    while (next + 1 < end && heldOn[next + 1] === heldOn[next]) next++
    // Where no strand is named, no audit is waited for.
    if (strand === 0) return { nextOn: always, change: noStrand }
    if (next === end) return { nextOn: forever, change: unlike }
    const meeting = meetingOf(sheetUrn[sheet]!, sheetHeldOn[sheet]!)
    const [from, to] = [meeting < 0 ? 0 : levels[strand - 1]![meeting]!, levels[strand - 1]![next]!]
    const isLike = meeting >= 0 && comparable[framework[meeting]! * count + framework[next]!] === 1
    const change = from === 0 || to === 0 || !isLike ? unlike : to > from ? up : to === from ? same : down
    return { nextOn: heldOn[next]!, change }
  }
}
