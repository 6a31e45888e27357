import type { Day } from '../../analytics/framework/day.ts'
import type { Level } from '../../analytics/framework/level.ts'
import { levels } from '../../analytics/framework/level.ts'
import type { Strand } from '../../analytics/framework/strand.ts'
import type { Note } from '../note.ts'
import { problemOf } from '../problem.ts'
import { optional } from '../recognise/column.ts'
import { foldHeading } from '../recognise/heading.ts'
import { text } from '../recognise/reading.ts'
import { factOf, type Fact } from './fact.ts'
import type { Known } from './known.ts'
import type { Meeting } from './meeting.ts'
import type { Checked, SheetRow } from './sheet.ts'

/** The columns that an audit has in either layout. */
export const auditColumns = {
  adviser: optional('Adviser', text),
  framework: optional('Framework', text),
}

interface AuditValues {
  readonly adviser: string | null | undefined
  readonly framework: string | null | undefined
}

export const auditFact = (
  meeting: Meeting,
  { adviser, framework }: AuditValues,
  { frameworks }: Known,
  isTold: Fact['isTold'],
): Fact =>
  factOf(
    'audit',
    meeting,
    { adviser, framework: framework == null ? framework : (frameworks.get(foldHeading(framework)) ?? framework) },
    { isTold },
  )

/** A strand of an audit at a level; that it was not rated is the absence of a rating. */
export const ratingFact = (meeting: Meeting, strand: Strand, level: Level | null, column: string): Fact =>
  factOf('rating', { ...meeting, strand }, level === null ? null : { level }, { column })

/** An audit held before its framework was taken into use. */
function notInUse(framework: string, heldOn: Day | null, { frameworks, criteria }: Known): readonly Note[] {
  const from = criteria.inUseFrom(frameworks.get(foldHeading(framework)) ?? framework)
  if (from === null || heldOn === null || heldOn >= from) return []
  return [{ row: null, column: 'Framework', text: `${framework} is in use from ${from}, after the meeting` }]
}

/** Once frameworks are loaded, an audit names one of them or none. */
export function checkFramework(
  { framework }: Partial<AuditValues>,
  heldOn: Day | null,
  known: Known,
): Pick<Checked, 'problems' | 'notes'> {
  const { frameworks } = known
  const isKnown = framework == null || frameworks.size === 0 || frameworks.has(foldHeading(framework))
  if (isKnown) return { problems: [], notes: framework == null ? [] : notInUse(framework, heldOn, known) }
  const accepted = `use ${[...frameworks.values()].join(' or ')}, or load the framework first`
  return { problems: [problemOf('unknown-framework', framework, { column: 'Framework', accepted })], notes: [] }
}

type Ratings = Map<string, Map<string, { readonly level: string; readonly row: number | null }>>

/** The ratings of every school by the day and URN of its audits: those known, and over them those of the rows. */
function ratingsBySchool(rows: readonly SheetRow[], { current, schools }: Known): Map<number, Ratings> {
  const bySchool = new Map<number, Ratings>()
  const meetingOf = (urn: number, heldOn: string) => {
    const school = schools.urnsOf(urn)[0] ?? urn
    const audits = bySchool.get(school) ?? new Map()
    bySchool.set(school, audits)
    const meeting = `${heldOn} ${urn}`
    const ratings = audits.get(meeting) ?? new Map()
    audits.set(meeting, ratings)
    return ratings
  }
  for (const { urn, heldOn } of current.audit.values()) meetingOf(urn, heldOn)
  for (const { urn, heldOn, strand, level } of current.rating.values())
    meetingOf(urn, heldOn).set(strand, { level, row: null })
  for (const { row, facts } of rows)
    for (const { table, key, content } of facts) {
      const ratings = meetingOf(Number(key['urn']), String(key['heldOn']))
      if (table !== 'rating') continue
      if (content === null) ratings.delete(String(key['strand']))
      else ratings.set(String(key['strand']), { level: String(content['level']), row })
    }
  return bySchool
}

const stepOf = (level: string): number => levels.findIndex((each) => each === level)

/** How a strand fell from one audit of a school to its next, in words. */
export const fellText = (strand: string, previous: string, level: string, heldOn: Day): string =>
  `${strand} fell from ${previous} to ${level} at the meeting of ${heldOn}`

/** How many levels a strand must fall for that to be worth a question. */
export const farFallen = 2

/** Notes on levels two steps or more below those of the school's audit before. */
export function fallenLevels(rows: readonly SheetRow[], known: Known): readonly Note[] {
  return [...ratingsBySchool(rows, known).values()].flatMap((audits) => {
    const inOrder = [...audits.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1))
    return inOrder.flatMap(([meeting, ratings], index) => {
      const before = inOrder[index - 1]?.[1]
      return [...ratings].flatMap(([strand, { level, row }]) => {
        const previous = before?.get(strand)?.level
        if (row === null || previous === undefined || stepOf(previous) - stepOf(level) < farFallen) return []
        return [{ row, column: null, text: fellText(strand, previous, level, meeting.slice(0, 10)) }]
      })
    })
  })
}
