import type { Cohort } from '../cohorts/cohort.ts'
import { latestAuditOn, none } from '../cohorts/latest-audits.ts'
import { latestLevels, levelCell } from '../cohorts/latest-levels.ts'
import { cohortWhere, populationOf } from '../cohorts/population.ts'
import { levelCodes } from '../cohorts/standings.ts'
import { tallyOf } from '../cohorts/tally.ts'
import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import { comparableNames } from '../evidence/comparable.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { levelsOf } from '../evidence/levels-of.ts'
import { byNameBut } from '../framework/by-name.ts'
import type { Day } from '../framework/day.ts'
import { levels, type Level } from '../framework/level.ts'
import { strands, type Strand } from '../framework/strand.ts'
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
    const countsOf = strandCounts(evidence, peers, asked.asOf)
    const comparable = comparableNames(evidence)
    const rows = points.map((point) => rowOf(point, countsOf(point.strand), comparable))
    return {
      rows,
      totals: { peers: peers.size },
      identities: rows.map((_, row) => ({
        whole: { row: 'totals', key: 'peers' },
        parts: parts.map((key) => ({ row, key })),
      })),
    }
  },
}

/** Where a school can stand: at a level (1 to 4) of a strand under a framework, blank where none is known. */
interface Point {
  readonly framework: string
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
function subjectIn({ urns }: Evidence, { schools }: Cohort, urn: number): number | null {
  const school = numbersOf(urns, 'school')[numbersOf(urns, 'urn').indexOf(urn)]
  return school !== undefined && schools.includes(school) ? school : null
}

/** The other schools of the phase; none of a school that is not there. */
function peersOf({ urns }: Evidence, cohort: Cohort, subject: number | null): Cohort {
  const phase = numbersOf(urns, 'phase')
  const mine = subject === null ? null : phase[cohort.urns[cohort.schools.indexOf(subject)]!]
  return cohortWhere(cohort, (school, urn) => school !== subject && phase[urn] === mine)
}

const frameworkOf = ({ audits }: Evidence): ((audit: number) => string) => {
  const [codes, names] = [codesOf(audits, 'framework'), wordsOf(audits, 'framework')]
  return (audit) => names[codes[audit]!] ?? ''
}

/** All points at which a school of a cohort could stand. */
function pointsIn(evidence: Evidence, cohort: Cohort, asked: Asked): readonly Point[] {
  const counts = tallyOf(evidence, latestLevels, cohort, asked.asOf)
  const isThere = (code: number): boolean => levelCodes.some((level) => counts[levelCell(code, 0, level)]! > 0)
  return wordsOf(evidence.audits, 'framework')
    .filter((_, code) => isThere(code))
    .toSorted(byNameBut(''))
    .flatMap((framework) =>
      strandsAsked(asked).flatMap((strand) => levels.map((_, at) => ({ framework, strand, level: at + 1 }))),
    )
}

/** The points at which one audit rates its school. */
const pointsOf = (evidence: Evidence, audit: number, asked: readonly Strand[]): readonly Point[] =>
  audit === none
    ? []
    : asked
        .map((strand) => ({
          framework: frameworkOf(evidence)(audit),
          strand,
          level: levelsOf(evidence, strand)[audit]!,
        }))
        .filter(({ level }) => level > 0)

interface Counts {
  readonly notAudited: number
  /** By framework, how many schools are at each level code, not rated first. */
  readonly byFramework: ReadonlyMap<string, Int32Array>
}

function strandCounts(evidence: Evidence, peers: Cohort, asOf: Day): (strand: Strand) => Counts {
  const counts = tallyOf(evidence, latestLevels, peers, asOf)
  const names = wordsOf(evidence.audits, 'framework')
  const found = strands.map((_, strand): Counts => {
    const byFramework = new Map(
      names.map((name, code) => {
        const from = levelCell(code, strand, 0)
        return [name, counts.subarray(from, from + levelCodes.length)]
      }),
    )
    const audited = [...byFramework.values()].reduce((sum, each) => sum + each.reduce((part, n) => part + n, 0), 0)
    return { notAudited: peers.size - audited, byFramework }
  })
  return (strand) => found[strands.indexOf(strand)]!
}

function rowOf(
  { framework, strand, level }: Point,
  { notAudited, byFramework }: Counts,
  comparable: (framework: string, other: string) => boolean,
): SchoolStandingRow {
  const row = { above: 0, levelWith: 0, below: 0, notComparable: 0, notRated: 0, notAudited }
  for (const [other, counts] of byFramework) {
    const isComparable = comparable(framework, other)
    row.notRated += counts[0]!
    for (let at = 1; at < counts.length; at++)
      if (!isComparable) row.notComparable += counts[at]!
      else if (at === level) row.levelWith += counts[at]!
      else row[at > level ? 'above' : 'below'] += counts[at]!
  }
  return { framework: framework || noFramework, strand, level: levels[level - 1] ?? 'Focusing', ...row }
}
