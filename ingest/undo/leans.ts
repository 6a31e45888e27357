import type { FactTable } from '../../migrations/tables.ts'

/** That facts of one table stand only while there is a fact of another with the same values in some fields. */
interface Lean {
  readonly table: FactTable
  readonly on: FactTable
  readonly by: readonly string[]
  /** What the leaning facts are, to people. */
  readonly words: string
}

const ofMeeting = { on: 'audit', by: ['urn', 'heldOn'] } as const
const ofUrn = { on: 'registerSchool', by: ['urn'] } as const

/** Which facts lean on which: what a load brought cannot be taken away from under them. */
export const leans: readonly Lean[] = [
  { table: 'audit', ...ofUrn, words: 'audits of URNs' },
  { table: 'schoolYear', ...ofUrn, words: 'characteristics of URNs' },
  { table: 'schoolFsm', ...ofUrn, words: 'free school meals of URNs' },
  { table: 'dataFormFigure', ...ofUrn, words: 'data forms of URNs' },
  { table: 'audit', on: 'criterion', by: ['framework'], words: 'audits under a framework' },
  { table: 'rating', ...ofMeeting, words: 'levels of meetings' },
  { table: 'award', ...ofMeeting, words: 'awards for meetings' },
  { table: 'priority', ...ofMeeting, words: 'priorities of meetings' },
  { table: 'reflection', ...ofMeeting, words: 'reflections on meetings' },
  { table: 'criterionRating', ...ofMeeting, words: 'judgements of meetings' },
  {
    table: 'criterionRating',
    on: 'criterion',
    by: ['strand', 'theme', 'level', 'number'],
    words: 'judgements by criteria',
  },
  {
    table: 'reflectionPriority',
    on: 'reflection',
    by: ['urn', 'heldOn', 'month'],
    words: 'answers on reflections',
  },
]
