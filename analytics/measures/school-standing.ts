import type { Cohort } from '../cohorts/cohort.ts'
import { schoolRow } from '../cohorts/find-school.ts'
import { latestAuditOn, none } from '../cohorts/latest-audits.ts'
import { latestLevels, levelCell } from '../cohorts/latest-levels.ts'
import { cohortWhere, populationOf } from '../cohorts/population.ts'
import { levelCodes } from '../cohorts/standings.ts'
import { tallyOf } from '../cohorts/tally.ts'
import type { CellCounts } from '../evidence/cell-counts.ts'
import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept } from '../evidence/kept.ts'
import { levelsOf } from '../evidence/levels-of.ts'
import { byNameBut } from '../framework/by-name.ts'
import { levels, type Level } from '../framework/level.ts'
import { strands, type Strand } from '../framework/strand.ts'
import { rowSums } from './cells.ts'
import { noFramework } from './criteria-gaps.ts'
import type { Asked, Measure } from './measure.ts'
import { strandsAsked } from './strands-asked.ts'

export interface SchoolStandingRow {
  readonly framework: string
  readonly strand: Strand
  readonly level: Level
  readonly above: number
  readonly levelWith: number
  readonly below: number
  readonly notComparable: number
  readonly notRated: number
  readonly notAudited: number
}

export interface SchoolStandingTotals {
  readonly peers: number
}

const parts = ['above', 'levelWith', 'below', 'notComparable', 'notRated', 'notAudited'] as const

/**
 * How many schools of a peer group stand above, level with and below a school at each level of each strand, in their
 * latest audits: for any school, in one table for all of the population, or for one school among the others of its
 * phase. Three numbers, never a percentile or a rank.
 *
 * Source: docs/measures.md, school-standing.
 */
export const schoolStanding: Measure<SchoolStandingRow, SchoolStandingTotals> = {
  id: 'school-standing',
  title: 'School standing',
  question: 'How many peers are above a school, level with it and below it in each strand?',
  needs: [],
  takes: ['strand', 'school'],
  columns: [
    { key: 'framework', label: 'Framework', unit: 'words', note: 'of the latest audit of the school' },
    { key: 'strand', label: 'Strand', unit: 'words' },
    { key: 'level', label: 'School at', unit: 'words' },
    { key: 'above', label: 'Peers above', unit: 'schools' },
    { key: 'levelWith', label: 'Level with', unit: 'schools' },
    { key: 'below', label: 'Peers below', unit: 'schools' },
    {
      key: 'notComparable',
      label: 'Not comparable',
      unit: 'schools',
      note: 'rated under a framework whose levels cannot be compared',
    },
    { key: 'notRated', label: 'Not rated', unit: 'schools', note: 'audited, but not rated in this strand' },
    { key: 'notAudited', label: 'Not audited', unit: 'schools' },
  ],
  totalColumns: [{ key: 'peers', label: 'Peers', unit: 'schools', note: 'the schools compared with' }],
  notes: [
    'Asked of no school in particular, all schools are the peer group and each is level with itself too; asked of one, the others of its phase.',
  ],
  fine: true,
  rowsTell: true,
  from: ['register', 'links', 'frameworks', 'audits'],
  counted: (evidence, asOf, where) => {
    const population = populationOf(evidence, asOf, where)
    return where.school === undefined
      ? population
      : peersOf(evidence, population, subjectIn(evidence, population, where.school))
  },
  find(evidence, peers, asked) {
    const points = pointsAsked(evidence, asked)
    const counts = tallyOf(evidence, latestLevels, peers, asked.asOf)
    return {
      rows: points.map((point) => rowOf(evidence, point, counts, peers.size)),
      totals: { peers: peers.size },
      identities: rowSums(points.length, inTotals, parts),
    }
  },
}

const inTotals = { row: 'totals', key: 'peers' } as const

/** Where a school can stand: at a level (1 to 4) of a strand under a framework, by its code. */
interface Point {
  readonly framework: number
  readonly strand: Strand
  readonly level: number
}

/** The points asked about: all at which a school of the population could stand, or those at which the one asked for does. */
function pointsAsked(evidence: Evidence, asked: Asked): readonly Point[] {
  const { asOf, where } = asked
  const population = populationOf(evidence, asOf, where)
  if (where.school === undefined) return pointsIn(evidence, population, asked)
  const subject = subjectIn(evidence, population, where.school)
  return pointsOf(evidence, subject === null ? none : latestAuditOn(evidence, asOf)(subject), strandsAsked(asked))
}

/** The row of the school that a URN belongs to, if it is of the cohort. */
function subjectIn(evidence: Evidence, { schools }: Cohort, urn: number): number | null {
  const school = schoolRow(evidence, urn)
  return school !== null && schools.includes(school) ? school : null
}

/** The other schools of the phase; none of a school that is not there. */
function peersOf({ urns }: Evidence, cohort: Cohort, subject: number | null): Cohort {
  const phase = numbersOf(urns, 'phase')
  const mine = subject === null ? null : phase[cohort.urns[cohort.schools.indexOf(subject)]!]
  return cohortWhere(cohort, (school, urn) => school !== subject && phase[urn] === mine)
}

/** All points at which a school of a cohort could stand. */
function pointsIn(evidence: Evidence, cohort: Cohort, asked: Asked): readonly Point[] {
  const counts = tallyOf(evidence, latestLevels, cohort, asked.asOf)
  const isThere = (framework: number): boolean =>
    levelCodes.some((level) => counts[levelCell(framework, 0, level)]! > 0)
  return frameworksInOrder(evidence)
    .filter(isThere)
    .flatMap((framework) =>
      strandsAsked(asked).flatMap((strand) => levels.map((_, at) => ({ framework, strand, level: at + 1 }))),
    )
}

/** The codes of the frameworks by name, none last. */
const frameworksInOrder = ({ audits }: Evidence): readonly number[] =>
  kept(audits, frameworksInOrder, () => {
    const names = wordsOf(audits, 'framework')
    return [...names.keys()].toSorted((a, b) => byNameBut('')(names[a]!, names[b]!))
  })

/** The points at which one audit rates its school. */
const pointsOf = (evidence: Evidence, audit: number, asked: readonly Strand[]): readonly Point[] =>
  audit === none
    ? []
    : asked
        .map((strand) => ({
          framework: codesOf(evidence.audits, 'framework')[audit]!,
          strand,
          level: levelsOf(evidence, strand)[audit]!,
        }))
        .filter(({ level }) => level > 0)

function rowOf(
  { audits, comparable }: Evidence,
  { framework, strand, level }: Point,
  counts: CellCounts,
  peers: number,
): SchoolStandingRow {
  const [names, place] = [wordsOf(audits, 'framework'), strands.indexOf(strand)]
  const row = { above: 0, levelWith: 0, below: 0, notComparable: 0, notRated: 0, notAudited: peers }
  for (let other = 0; other < names.length; other++) {
    const isComparable = comparable[framework * names.length + other] === 1
    for (const at of levelCodes) {
      const schools = counts[levelCell(other, place, at)]!
      row.notAudited -= schools
      if (at === 0) row.notRated += schools
      else if (!isComparable) row.notComparable += schools
      else if (at === level) row.levelWith += schools
      else row[at > level ? 'above' : 'below'] += schools
    }
  }
  return { framework: names[framework] || noFramework, strand, level: levels[level - 1] ?? 'Focusing', ...row }
}
