import { bandCodesOn } from '../cohorts/band-codes.ts'
import type { Cohort } from '../cohorts/cohort.ts'
import { latestLevels, levelCell } from '../cohorts/latest-levels.ts'
import { everySchool } from '../cohorts/open-schools.ts'
import { tallyBy } from '../cohorts/tally.ts'
import { wordsOf } from '../evidence/columns.ts'
import { comparableNames } from '../evidence/comparable.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { unknown } from '../framework/band.ts'
import { deprivationFifths } from '../framework/deprivation.ts'
import { fsmBands } from '../framework/fsm-band.ts'
import { levelCode, levels } from '../framework/level.ts'
import type { Figure } from '../framework/mark.ts'
import { phases } from '../framework/phase.ts'
import { sendBands } from '../framework/send-band.ts'
import { settlements } from '../framework/settlement.ts'
import { sizes } from '../framework/size.ts'
import { strands } from '../framework/strand.ts'
import { newcombeDifference } from '../statistics/newcombe-difference.ts'
import { differenceOf } from './difference.ts'
import { fsmNote } from './fsm-note.ts'
import type { Asked, Measure } from './measure.ts'
import { percentOf, pointsOf } from './percent.ts'

export interface EquityGapRow {
  readonly characteristic: string
  readonly band: string
  readonly schools: number
  readonly n: number
  readonly atOrAbove: number
  readonly share: Figure
  /** The band it is compared with; `not compared` for that band itself and for schools of which none is known. */
  readonly comparedWith: string
  readonly difference: Figure
  readonly lower: Figure
  readonly upper: Figure
}

export interface EquityGapTotals {
  readonly n: number
  readonly atOrAbove: number
}

const notCompared = 'not compared'

/** Each characteristic with its bands and the one that all others are compared with. */
const characteristics = [
  { name: 'Free school meals', key: 'fsm', bands: fsmBands, against: 'Under 10%' },
  { name: 'Deprivation', key: 'deprivation', bands: deprivationFifths, against: 'Least deprived fifth' },
  { name: 'SEND', key: 'send', bands: sendBands, against: 'Under 10%' },
  { name: 'Size', key: 'size', bands: sizes, against: '211 to 420' },
  { name: 'Rural or urban', key: 'rural', bands: settlements, against: 'Urban' },
  { name: 'Phase', key: 'phase', bands: phases, against: 'Primary' },
] as const

type Characteristic = (typeof characteristics)[number]

/**
 * For one strand, the share of schools at or above Establishing in each kind of school, and how it differs from that of
 * one named kind, with the interval of the difference. Shares of which the frameworks cannot be compared are not
 * subtracted (`x`).
 *
 * Source: docs/measures.md, equity-gap; the intervals: Newcombe (1998), method 10, as in
 * `statistics/newcombe-difference`.
 */
export const equityGap: Measure<EquityGapRow, EquityGapTotals> = {
  id: 'equity-gap',
  title: 'Equity gap',
  question: 'Is this strand at or above Establishing as often in one kind of school as in another?',
  needs: ['strand'],
  takes: ['strand'],
  columns: [
    { key: 'characteristic', label: 'Characteristic', unit: 'words' },
    { key: 'band', label: 'Schools that are', unit: 'words' },
    { key: 'schools', label: 'Schools', unit: 'schools' },
    { key: 'n', label: 'Rated', unit: 'schools', note: 'in this strand, in the latest audit' },
    { key: 'atOrAbove', label: 'At or above Establishing', unit: 'schools', note: 'of those rated' },
    { key: 'share', label: 'Share', unit: 'percent', note: 'at or above Establishing, of those rated' },
    { key: 'comparedWith', label: 'Compared with', unit: 'words', follows: true },
    {
      key: 'difference',
      label: 'Difference, percentage points',
      unit: 'pp',
      note: 'share less that of the band compared with',
    },
    { key: 'lower', label: 'Lower limit', unit: 'pp', note: 'of the 95% interval of the difference' },
    { key: 'upper', label: 'Upper limit', unit: 'pp', note: 'of the 95% interval of the difference' },
  ],
  totalColumns: [
    { key: 'n', label: 'Schools rated in this strand', unit: 'schools' },
    { key: 'atOrAbove', label: 'At or above Establishing', unit: 'schools' },
  ],
  notes: [
    'Shares of few schools have wide intervals: where an interval holds 0, the difference is not clear; of twenty that are, one may be chance. Bands mix phases unless one phase is asked for.',
  ],
  fine: true,
  rowsTell: true,
  from: ['register', 'links', 'schoolYears', 'schoolFsm', 'frameworks', 'audits'],
  find(evidence, cohort, asked) {
    const found = countSchools(evidence, cohort, asked)
    const refusals = new Set<string>()
    const rows = characteristics.flatMap((each, at) => rowsOf(evidence, each, found[at]!, refusals))
    const totalOf = (key: 'n' | 'atOrAbove') => found[0]!.reduce((sum, group) => sum + group[key], 0)
    const partsOf = (name: string, key: 'schools' | 'n' | 'atOrAbove') =>
      rows.flatMap(({ characteristic }, row) => (characteristic === name ? [{ row, key }] : []))
    return {
      rows,
      totals: { n: totalOf('n'), atOrAbove: totalOf('atOrAbove') },
      notes: [fsmNote(evidence, asked.asOf), ...[...refusals].map((why) => `Not subtracted (x): ${why}.`)],
      identities: characteristics.flatMap(({ name }) => [
        { whole: 'population' as const, parts: partsOf(name, 'schools') },
        { whole: { row: 'totals' as const, key: 'n' }, parts: partsOf(name, 'n') },
        { whole: { row: 'totals' as const, key: 'atOrAbove' }, parts: partsOf(name, 'atOrAbove') },
      ]),
    }
  },
}

interface Group {
  readonly band: string
  readonly schools: number
  readonly n: number
  readonly atOrAbove: number
  readonly frameworks: ReadonlySet<string>
}

/** For each characteristic its groups of schools, those of no known band too. */
function countSchools(evidence: Evidence, cohort: Cohort, { asOf, where }: Asked): readonly (readonly Group[])[] {
  const strand = strands.indexOf(where.strand ?? strands[0])
  const frameworks = wordsOf(evidence.audits, 'framework')
  const size = latestLevels.size(evidence)
  return characteristics.map(({ key }) => {
    const bands = bandCodesOn(evidence, asOf, key)
    const schools = tallyBy(evidence, everySchool, bands.grouping, cohort, asOf)
    const counts = tallyBy(evidence, latestLevels, bands.grouping, cohort, asOf)
    return bands.names.map((band, code) => {
      const ratedBy = frameworks.map((_, framework) =>
        levels.map((_, at) => counts[code * size + levelCell(framework, strand, at + 1)]!),
      )
      return groupOf(band, schools[code]!, ratedBy, frameworks)
    })
  })
}

const establishing = levelCode('Establishing')

/** A group by how many of its schools are rated at each level under each framework. */
function groupOf(
  band: string,
  schools: number,
  ratedBy: readonly (readonly number[])[],
  frameworks: readonly string[],
): Group {
  const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)
  return {
    band,
    schools,
    n: sumOf(ratedBy.map(sumOf)),
    atOrAbove: sumOf(ratedBy.map((counts) => sumOf(counts.slice(establishing - 1)))),
    frameworks: new Set(frameworks.filter((_, code) => sumOf(ratedBy[code]!) > 0)),
  }
}

function rowsOf(
  evidence: Evidence,
  { name, bands, against }: Characteristic,
  found: readonly Group[],
  refusals: Set<string>,
): readonly EquityGapRow[] {
  const groups = [...bands, unknown].flatMap((band) =>
    found.filter((group) => group.band === band && group.schools > 0),
  )
  const other = groups.find(({ band }) => band === against)
  return groups.map((group): EquityGapRow => {
    const { band, n, atOrAbove } = group
    const isCompared = band !== against && band !== unknown
    return {
      characteristic: name,
      band,
      schools: group.schools,
      n,
      atOrAbove,
      share: percentOf(atOrAbove, n),
      comparedWith: isCompared ? against : notCompared,
      ...(isCompared && other !== undefined ? gapBetween(evidence, group, other, refusals) : noGap('z')),
    }
  })
}

const noGap = (mark: 'z' | 'x') => ({ difference: mark, lower: mark, upper: mark })

function gapBetween(evidence: Evidence, a: Group, b: Group, refusals: Set<string>) {
  const interval = newcombeDifference(a.atOrAbove, a.n, b.atOrAbove, b.n)
  if (interval === null) return noGap('z')
  const share = ({ atOrAbove, n, frameworks }: Group) => ({
    value: atOrAbove / n,
    basis: 'share at or above Establishing of the schools rated',
    frameworks,
  })
  const gap = differenceOf(share(a), share(b), comparableNames(evidence))
  if ('refused' in gap) {
    refusals.add(gap.refused)
    return noGap('x')
  }
  return { difference: pointsOf(gap.difference), lower: pointsOf(interval.lower), upper: pointsOf(interval.upper) }
}
