import { codesOf, numbersOf, wordsOf, type Words } from '../../analytics/evidence/columns.ts'
import { always } from '../../analytics/evidence/endless.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { achievements } from '../../analytics/framework/achieved.ts'
import { awards } from '../../analytics/framework/award.ts'
import { dataFormFigures } from '../../analytics/framework/data-form-figure.ts'
import { levels } from '../../analytics/framework/level.ts'
import { phases } from '../../analytics/framework/phase.ts'
import { strands } from '../../analytics/framework/strand.ts'
import type { DataType, Table } from 'apache-arrow'

/** One column of a table that analysts are given: blank words, days that have not come and unknown numbers are null. */
export interface EvidenceColumn {
  readonly key: string
  readonly is: 'number' | 'amount' | 'day' | 'words'
  readonly note: string
  readonly of: (evidence: Evidence) => ArrayLike<number | string>
}

/** A table that analysts are given, of one hub. */
export interface EvidenceTable {
  readonly about: string
  readonly columns: readonly EvidenceColumn[]
}

type Named = 'urns' | 'audits' | 'awards' | 'reflections' | 'priorities' | 'formFigures' | 'schoolYears'

const tableOf = (evidence: Evidence, name: Named) => evidence[name] as unknown as Table<Record<string, DataType>>

const numbers =
  (name: Named, column: string) =>
  (evidence: Evidence): ArrayLike<number> =>
    numbersOf(tableOf(evidence, name), column) as ArrayLike<number>

/** The words of a column of words. */
const words = (name: Named, column: string) => (evidence: Evidence) => {
  const table = evidence[name] as unknown as Table<Record<string, Words>>
  const dictionary = wordsOf(table, column)
  return Array.from(codesOf(table, column), (code) => dictionary[code] ?? '')
}

/** The words of a column of places in a list, the first of which stands for `first`. */
const listed =
  (name: Named, column: string, list: readonly string[], first = 0) =>
  (evidence: Evidence) =>
    Array.from(numbers(name, column)(evidence), (code) => list[code - first] ?? '')

/** The URN by which a school through time is known: the last it has had. */
const schoolIn = (name: Named): EvidenceColumn => ({
  key: 'school',
  is: 'number',
  note: 'the school through time, by the last URN it has had',
  of: (evidence) => {
    const last = numbersOf(evidence.schools, 'urn')
    return Array.from(numbers(name, 'school')(evidence), (row) => last[row] ?? 0)
  },
})

const urnIn = (name: Named): EvidenceColumn => ({
  key: 'urn',
  is: 'number',
  note: 'the URN it was recorded under',
  of: numbers(name, 'urn'),
})

const day = (name: Named, key: string, column: string, note: string): EvidenceColumn => ({
  key,
  is: 'day',
  note,
  of: numbers(name, column),
})

const heldOn = (name: Named): EvidenceColumn => day(name, 'held_on', 'heldOn', 'the day of the meeting')

const year = (name: Named): EvidenceColumn => ({
  key: 'academic_year',
  is: 'number',
  note: 'the academic year by its first calendar year',
  of: numbers(name, 'year'),
})

/** Repeats what is said of each audit for each strand. */
const perStrand = ({ of, ...column }: EvidenceColumn): EvidenceColumn => ({
  ...column,
  of: (evidence) => Array.from(of(evidence)).flatMap((value) => strands.map(() => value)),
})

const levelOfEach = (evidence: Evidence): readonly string[] => {
  const columns = strands.map((_, at) => numbers('audits', `level${at}`)(evidence))
  return Array.from({ length: evidence.audits.numRows }, (_, audit) =>
    columns.map((codes) => levels[codes[audit]! - 1] ?? ''),
  ).flat()
}

const answered = (priority: number): EvidenceColumn => ({
  key: `achieved_${priority}`,
  is: 'words',
  note: `how far priority ${priority} was achieved: ${achievements.join(', ')}; null where it is not answered`,
  of: listed('reflections', `achieved${priority}`, achievements, 1),
})

/** The tables that analysts are given. None has what was written in words, nor the name of a person. */
export const evidenceTables = {
  schools: {
    about: 'one row a URN of the register',
    columns: [
      schoolIn('urns'),
      urnIn('urns'),
      { key: 'name', is: 'words', note: 'the name of the school', of: words('urns', 'name') },
      { key: 'council', is: 'words', note: 'LA code', of: words('urns', 'la') },
      { key: 'district', is: 'words', note: 'the district, where the register says', of: words('urns', 'district') },
      { key: 'phase', is: 'words', note: phases.join(', '), of: listed('urns', 'phase', phases) },
      { key: 'state_funded', is: 'number', note: '1 where it is', of: numbers('urns', 'stateFunded') },
      {
        key: 'ever_open',
        is: 'number',
        note: '0 where it is only proposed, or closed and nobody says when: it is counted on no day',
        of: (evidence) => Array.from(numbersOf(evidence.urns, 'openUntil'), (last) => (last === always ? 0 : 1)),
      },
      day('urns', 'open_from', 'openFrom', 'the first day on which it is open; null where that is not known'),
      day('urns', 'open_until', 'openUntil', 'the last day on which it is open; null while it is'),
      { key: 'pupils', is: 'amount', note: 'in the register', of: numbers('urns', 'pupils') },
    ],
  },
  ratings: {
    about: 'one row a meeting and strand',
    columns: [
      perStrand(schoolIn('audits')),
      perStrand(urnIn('audits')),
      perStrand(heldOn('audits')),
      perStrand({
        key: 'framework',
        is: 'words',
        note: 'the framework it was rated by',
        of: words('audits', 'framework'),
      }),
      {
        key: 'strand',
        is: 'words',
        note: strands.join(', '),
        of: ({ audits }) => Array.from({ length: audits.numRows }, () => strands).flat(),
      },
      { key: 'level', is: 'words', note: `${levels.join(' < ')}; null where it is not rated`, of: levelOfEach },
    ],
  },
  awards: {
    about: 'one row an award',
    columns: [
      schoolIn('awards'),
      urnIn('awards'),
      heldOn('awards'),
      { key: 'award', is: 'words', note: awards.join(' < '), of: listed('awards', 'award', awards) },
      day('awards', 'award_on', 'awardOn', 'the day of the award'),
      day('awards', 'valid_until', 'validUntil', 'the last day on which it is valid'),
      day('awards', 'follow_up_on', 'followUpOn', 'the day of the follow-up visit'),
    ],
  },
  priorities: {
    about: 'one row a priority',
    columns: [
      schoolIn('priorities'),
      urnIn('priorities'),
      heldOn('priorities'),
      { key: 'priority', is: 'number', note: '1 to 3', of: numbers('priorities', 'priority') },
      { key: 'strand', is: 'words', note: strands.join(', '), of: listed('priorities', 'strand', strands, 1) },
      { key: 'theme', is: 'words', note: 'the theme it names', of: words('priorities', 'theme') },
      {
        key: 'sorted',
        is: 'words',
        note: 'the theme that its wording was sorted into, where it names none',
        of: words('priorities', 'sorted'),
      },
      { key: 'needs', is: 'number', note: '1 where it says what is needed', of: numbers('priorities', 'needs') },
      { key: 'offered', is: 'number', note: '1 where support was offered', of: numbers('priorities', 'offered') },
    ],
  },
  reflections: {
    about: 'one row a reflection sheet',
    columns: [
      schoolIn('reflections'),
      urnIn('reflections'),
      heldOn('reflections'),
      { key: 'month', is: 'number', note: '12 or 24', of: numbers('reflections', 'month') },
      day('reflections', 'sent_on', 'sentOn', 'the day it was sent to the school'),
      day('reflections', 'returned_on', 'returnedOn', 'the day it came back'),
      day('reflections', 'withdrawn_on', 'withdrawnOn', 'the day it was withdrawn'),
      answered(1),
      answered(2),
      answered(3),
    ],
  },
  'data-forms': {
    about: 'one row a figure of a data form',
    columns: [
      schoolIn('formFigures'),
      urnIn('formFigures'),
      year('formFigures'),
      {
        key: 'figure',
        is: 'words',
        note: 'what is counted',
        of: listed('formFigures', 'figure', dataFormFigures),
      },
      { key: 'breakdown', is: 'words', note: 'of whom; null for all', of: words('formFigures', 'breakdown') },
      { key: 'value', is: 'amount', note: 'how many', of: numbers('formFigures', 'value') },
      { key: 'estimated', is: 'number', note: '1 where the form says so', of: numbers('formFigures', 'estimated') },
    ],
  },
  'school-years': {
    about: 'one row a URN and academic year of which something is known',
    columns: [
      schoolIn('schoolYears'),
      urnIn('schoolYears'),
      year('schoolYears'),
      { key: 'pupils', is: 'amount', note: 'pupils on roll', of: numbers('schoolYears', 'pupils') },
      { key: 'send_percent', is: 'amount', note: 'pupils with SEND, %', of: numbers('schoolYears', 'sendPercent') },
      {
        key: 'deprivation_decile',
        is: 'amount',
        note: '1 (most deprived) to 10',
        of: numbers('schoolYears', 'deprivationDecile'),
      },
      { key: 'rural_urban', is: 'words', note: 'as the register says', of: words('schoolYears', 'ruralUrban') },
    ],
  },
} as const satisfies Readonly<Record<string, EvidenceTable>>

export type EvidenceTableName = keyof typeof evidenceTables

export const evidenceTableNames = Object.keys(evidenceTables) as readonly EvidenceTableName[]
