import type { MeasureId } from '../../analytics/measures/index.ts'
import type { Answer } from '../../analytics/measures/measure.ts'

type Of = (id: MeasureId) => Answer<object, object>

/** What must be the same as what. */
type Same = readonly [found: number, wanted: number]

const numberIn = (row: object | undefined, key: string): number => Number(Reflect.get(row ?? {}, key))

const sumOf = (rows: readonly object[], ...keys: readonly string[]): number =>
  rows.reduce((sum, row) => keys.reduce((part, key) => part + numberIn(row, key), sum), 0)

const levels = ['focusing', 'developing', 'establishing', 'enhancing']

/** Each row's parts, against one number. */
const eachRow = ({ rows }: Answer<object, object>, whole: number, ...keys: readonly string[]): readonly Same[] =>
  rows.map((row) => [sumOf([row], ...keys), whole] as const)

const having = (rows: readonly object[], key: string, value: unknown): readonly object[] =>
  rows.filter((row) => Reflect.get(row, key) === value)

/**
 * All that the standard sheets and docs/measures.md say adds up, within one measure and between two of them asked the
 * same: whatever an answer says of its own identities.
 */
export const identities: Readonly<Record<MeasureId, (of: Of) => readonly Same[]>> = {
  coverage(of) {
    const answer = of('coverage')
    return [
      ...eachRow(answer, answer.population, 'population'),
      ...eachRow(answer, answer.population, 'engaged', 'neverEngaged'),
      ...eachRow(answer, answer.population, 'audited', 'notAudited'),
    ]
  },
  'strand-profile': (of) =>
    eachRow(of('strand-profile'), of('strand-profile').population, ...levels, 'notRated', 'notAudited'),
  'strand-progress': (of) =>
    eachRow(
      of('strand-progress'),
      of('strand-progress').population,
      'up',
      'same',
      'down',
      'notYet',
      'notComparable',
      'notAudited',
    ),
  'transition-matrix'(of) {
    const { rows, totals } = of('transition-matrix')
    return [[sumOf(rows, ...levels, 'notYet') + sumOf([totals], 'notComparable'), numberIn(totals, 'n')]]
  },
  'cohort-progress'(of) {
    const { rows } = of('cohort-progress')
    const strand: unknown = Reflect.get(rows[0] ?? {}, 'strand')
    const first = having(having(rows, 'strand', strand), 'yearsSince', 0)
    return [[sumOf(first, 'size'), auditedIn(of)]]
  },
  'award-ladder': (of) =>
    eachRow(
      of('award-ladder'),
      of('award-ladder').population,
      'workingTowardsBronze',
      'bronze',
      'silver',
      'gold',
      'lapsed',
      'none',
    ),
  'time-to-award'(of) {
    const { rows, totals } = of('time-to-award')
    return [
      [sumOf([totals], 'events', 'censored'), numberIn(totals, 'n')],
      [sumOf(rows, 'events'), numberIn(totals, 'events')],
      [sumOf(rows, 'censored'), numberIn(totals, 'censored')],
    ]
  },
  'reflections-due': (of) =>
    eachRow(
      of('reflections-due'),
      numberIn(of('reflections-due').totals, 'audits'),
      'notDue',
      'due',
      'overdue',
      'returned',
      'withdrawn',
      'superseded',
    ),
  'reflection-outcomes'(of) {
    const { rows, totals } = of('reflection-outcomes')
    const answers = ['notStarted', 'started', 'mostlyAchieved', 'fullyAchieved', 'notAnswered']
    return [[sumOf(rows, ...answers), numberIn(totals, 'priorities')]]
  },
  'claim-and-evidence'(of) {
    const { rows, totals } = of('claim-and-evidence')
    return [
      [sumOf(rows, 'noStrand', 'notYet', 'notComparable', 'up', 'same', 'down'), numberIn(totals, 'priorities')],
      [numberIn(totals, 'priorities'), numberIn(of('reflection-outcomes').totals, 'priorities')],
    ]
  },
  'goal-attainment': () => [],
  pipeline(of) {
    const { rows, totals, population } = of('pipeline')
    const due = of('reflections-due')
    return [
      [sumOf(rows, 'awards') + numberIn(totals, 'noAward'), population],
      [sumOf(rows, 'reAudits') + numberIn(totals, 'neverMet'), population],
      [sumOf(having(rows, 'when', 'Overdue'), 'reflections'), sumOf(due.rows, 'overdue')],
      [sumOf(rows, 'reflections'), sumOf(due.rows, 'notDue', 'due', 'overdue')],
      [numberIn(totals, 'neverMet'), numberIn(of('priority-themes').totals, 'notAudited')],
      [sumOf(having(rows, 'when', 'Overdue'), 'awards'), sumOf(of('award-ladder').rows, 'lapsed')],
      [numberIn(totals, 'noAward'), sumOf(of('award-ladder').rows, 'none')],
    ]
  },
  'criteria-gaps'(of) {
    const { rows, totals } = of('criteria-gaps')
    return [
      ...rows.map(
        (row) => [sumOf([row], 'met', 'partlyMet', 'notMet', 'notJudged'), numberIn(row, 'schools')] as const,
      ),
      [numberIn(totals, 'audited'), auditedIn(of)],
    ]
  },
  'priority-themes'(of) {
    const { rows, totals, population } = of('priority-themes')
    return [
      [sumOf(rows, 'priorities'), numberIn(totals, 'priorities')],
      [sumOf([totals], 'withPriorities', 'withoutPriorities', 'notAudited'), population],
      ...rows
        .filter((row) => Reflect.get(row, 'theme') !== 'Unsorted')
        .map((row) => [sumOf([row], 'given', 'sorted'), numberIn(row, 'priorities')] as const),
    ]
  },
  'equity-gap'(of) {
    const { rows, totals, population } = of('equity-gap')
    const names = ['Free school meals', 'Deprivation', 'SEND', 'Size', 'Rural or urban', 'Phase']
    return names.flatMap((name): readonly Same[] => {
      const bands = having(rows, 'characteristic', name)
      return [
        [sumOf(bands, 'schools'), population],
        [sumOf(bands, 'n'), numberIn(totals, 'n')],
        [sumOf(bands, 'atOrAbove'), numberIn(totals, 'atOrAbove')],
      ]
    })
  },
  'district-funnel'(of) {
    const { rows, totals, population } = of('district-funnel')
    return [
      [sumOf(rows, 'schools'), population],
      [sumOf(rows, 'n'), numberIn(totals, 'n')],
      [sumOf(rows, 'atOrAbove'), numberIn(totals, 'atOrAbove')],
      [numberIn(totals, 'n'), numberIn(of('equity-gap').totals, 'n')],
    ]
  },
  'adviser-consistency'(of) {
    const { rows, totals } = of('adviser-consistency')
    return [
      ...rows.map((row) => [sumOf([row], ...levels), numberIn(row, 'n')] as const),
      ...rows.map((row) => [sumOf([row], 'establishing', 'enhancing'), numberIn(row, 'atOrAbove')] as const),
      [sumOf(rows, 'n'), numberIn(totals, 'audits')],
    ]
  },
  'school-standing': (of) =>
    eachRow(
      of('school-standing'),
      numberIn(of('school-standing').totals, 'peers'),
      'above',
      'levelWith',
      'below',
      'notComparable',
      'notRated',
      'notAudited',
    ),
  'provision-figures': (of) =>
    of('provision-figures').rows.map((row) => [sumOf([row], 'given', 'notGiven'), numberIn(row, 'forms')] as const),
}

/** The schools audited, as the pipeline tells it: coverage may be asked of another day. */
const auditedIn = (of: Of): number => of('pipeline').population - numberIn(of('pipeline').totals, 'neverMet')
