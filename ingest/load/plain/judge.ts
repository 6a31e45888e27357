import { levelCode, type Level } from '../../../analytics/framework/level.ts'
import { strands } from '../../../analytics/framework/strand.ts'
import type { Note } from '../../note.ts'
import { auditFact, farFallen, fellText, ratingFact } from '../../sheets/audit-facts.ts'
import type { Cell } from '../../sheets/fact.ts'
import type { Known } from '../../sheets/known.ts'
import type { SheetRow } from '../../sheets/sheet.ts'
import { differenceOf, type Difference } from '../difference.ts'
import type { RowOutcome } from '../outcome.ts'
import type { Part } from '../parts.ts'
import type { SheetFile } from '../read.ts'
import type { Additions } from '../write.ts'
import { inOrder } from './in-order.ts'
import { plainRows, type PlainRows } from './rows.ts'

/** What became of the plain rows of a part, what they add, and the rows that are left to be judged one by one. */
export interface PlainJudgement {
  readonly file: SheetFile
  readonly numbers: readonly number[]
  readonly outcomes: readonly RowOutcome[]
  readonly urnAt: (number: number) => number
  readonly notes: readonly Note[]
  readonly additions: readonly Additions[]
  readonly others: Uint32Array
}

/** A judgement in the making: what it holds of a school that turns out not to be plain is taken out again. */
interface Making {
  readonly numbers: number[]
  readonly outcomes: RowOutcome[]
  readonly notes: Note[]
  readonly audits: Cell[]
  readonly ratings: Cell[]
  /** Rows of schools of which audits are known, as their sheet understands them. */
  readonly surveyed: SheetRow[]
}

/** The rows of one audit, in the order of their strands, and the audit before it of the same school. */
interface AuditRows {
  readonly rows: Uint32Array
  readonly before: Uint32Array
}

/** Each audit of a school's rows, earliest first; null where a strand is told twice. */
function auditsOf(rows: Uint32Array, { dayAt, strandAt }: PlainRows): readonly AuditRows[] | null {
  const audits: AuditRows[] = []
  let before = new Uint32Array()
  for (let from = 0; from < rows.length;) {
    const day = dayAt(rows[from]!)
    let to = from + 1
    for (; to < rows.length && dayAt(rows[to]!) === day; to++)
      if (strandAt(rows[to]!) === strandAt(rows[to - 1]!)) return null
    const audit = rows.slice(from, to)
    audits.push({ rows: audit, before })
    before = audit
    from = to
  }
  return audits
}

/** What becomes of a row by what becomes of its rating and its audit; null where that is not plain. */
function outcomeOf(rating: Difference['is'], audit: Difference['is']): RowOutcome | null {
  const isPlain = (audit === 'new' || audit === 'same') && rating !== 'changed' && rating !== 'gone'
  if (!isPlain || (rating === 'same' && audit === 'new')) return null
  return rating === 'new' || (rating === 'none' && audit === 'new') ? 'loaded' : 'same'
}

/**
 * Judges the rows of long audit sheets in which nothing is out of the ordinary, school by school: a million in a few
 * seconds, where judging row by row takes more than a minute. Null for other files. It says just what that would say,
 * and leaves to it every school of which a row is not plain, a fact is told twice, or what is known would change.
 */
export function plainJudge(
  files: readonly SheetFile[],
  standing: Known,
): ((part: Part, known: Known) => PlainJudgement) | null {
  const [file] = files
  const rows = file === undefined || files.length > 1 ? null : plainRows(file, standing)
  if (file === undefined || rows === null) return null
  const { urnAt, heldOnAt, strandAt, levelAt, adviserAt, frameworkAt, rowAt } = rows

  /** Adds the notes on an audit whose levels fell; `before` is the audit before it. */
  function addFallen({ rows: audit, before }: AuditRows, notes: Note[]): void {
    for (let at = 0, earlier = 0; at < audit.length && before.length > 0; at++) {
      const [number, strand] = [audit[at]!, strandAt(audit[at]!)]
      while (earlier < before.length && strandAt(before[earlier]!) < strand) earlier += 1
      if (earlier === before.length) return
      const [level, previous] = [levelAt(number), levelAt(before[earlier]!)]
      if (strandAt(before[earlier]!) !== strand || level === null || previous === null) continue
      if (levelCode(previous) - levelCode(level) < farFallen) continue
      const text = fellText(strands[strand]!, previous, level, heldOnAt(number))
      notes.push({ sheet: file!.tab, row: rowAt(number), column: null, text })
    }
  }

  /** Takes in the rows of one audit; whether they are plain. */
  function addAudit(audit: Uint32Array, known: Known, isKnown: boolean, making: Making): boolean {
    const first = audit.reduce((least, number) => Math.min(least, number))
    const meeting = { urn: urnAt(first), heldOn: heldOnAt(first) }
    const told = { adviser: adviserAt(first), framework: frameworkAt(first) }
    const fact = auditFact(meeting, told, known, 'together')
    const difference = differenceOf(fact, known.current)
    if (difference.is === 'new') {
      const { adviser, framework } = difference.fields
      making.audits.push(rowAt(first), meeting.urn, meeting.heldOn, adviser ?? null, framework ?? null)
    }
    for (const number of audit) {
      if (urnAt(number) !== meeting.urn || adviserAt(number) !== told.adviser || frameworkAt(number) !== told.framework)
        return false
      const [strand, level] = [strands[strandAt(number)]!, levelAt(number)]
      const rating = isKnown ? ratingFact(meeting, strand, level, 'Level') : null
      const is = rating === null ? isNew(level) : differenceOf(rating, known.current).is
      const outcome = outcomeOf(is, difference.is)
      if (outcome === null) return false
      if (is === 'new') making.ratings.push(rowAt(number), meeting.urn, meeting.heldOn, strand, level)
      if (rating !== null) making.surveyed.push(sheetRow(rowAt(number), meeting.urn, [rating, fact]))
      making.numbers.push(number)
      making.outcomes.push(outcome)
    }
    return true
  }

  /** Takes in the rows of a school; whether they are plain, and what was taken in stays. */
  function addSchool(schoolRows: Uint32Array, known: Known, isKnown: boolean, making: Making): boolean {
    const kept = Object.values(making).map((list: unknown[]) => ({ list, length: list.length }))
    const audits = auditsOf(schoolRows, rows!)
    const urn = urnAt(schoolRows[0]!)
    const isPlain =
      audits?.every(({ rows: [first] }) => urnAt(first!) === urn) === true &&
      audits.every((audit) => addAudit(audit.rows, known, isKnown, making))
    if (!isPlain) for (const { list, length } of kept) list.length = length
    else if (!isKnown) for (const audit of audits) addFallen(audit, making.notes)
    return isPlain
  }

  return (part, known) => {
    const making: Making = { numbers: [], outcomes: [], notes: [], audits: [], ratings: [], surveyed: [] }
    const { current, schools } = known
    const told = new Set(
      [...current.audit.values(), ...current.rating.values()].map(({ urn }) => schools.schoolOf(urn)),
    )
    const { schools: inPart, others } = inOrder(part, rows)
    for (const { school, rows: schoolRows } of inPart)
      if (!addSchool(schoolRows, known, told.has(school), making)) others.add(school)
    const survey = making.surveyed.length === 0 ? [] : file.sheet.survey(making.surveyed, known)
    return {
      file,
      numbers: making.numbers,
      outcomes: making.outcomes,
      urnAt,
      notes: [...making.notes, ...survey.map((note) => ({ ...note, sheet: file.tab }))],
      additions: [
        { table: 'audit', fields: ['sourceRow', 'urn', 'heldOn', 'adviser', 'framework'], values: making.audits },
        { table: 'rating', fields: ['sourceRow', 'urn', 'heldOn', 'strand', 'level'], values: making.ratings },
      ],
      others:
        others.size === 0 ? new Uint32Array() : part.numbers.filter((number) => others.has(part.schoolAt(number))),
    }
  }
}

const isNew = (level: Level | null): Difference['is'] => (level === null ? 'none' : 'new')

const sheetRow = (row: number, urn: number, facts: SheetRow['facts']): SheetRow => ({
  row,
  urn,
  facts,
  candidates: [],
  problems: [],
  notes: [],
  textUnder: () => '',
})
