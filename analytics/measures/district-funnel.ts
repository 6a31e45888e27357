import type { Cohort } from '../cohorts/cohort.ts'
import { everySchool } from '../cohorts/open-schools.ts'
import { byDistrict } from '../cohorts/groupings.ts'
import { tallyBy } from '../cohorts/tally.ts'
import { wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept } from '../evidence/kept.ts'
import { levelsOf } from '../evidence/levels-of.ts'
import type { SpellKind } from '../evidence/spells.ts'
import { latestWalk } from '../evidence/standings.ts'
import { unknown } from '../framework/band.ts'
import { byNameBut } from '../framework/by-name.ts'
import { levelCode } from '../framework/level.ts'
import type { Figure } from '../framework/mark.ts'
import { strands } from '../framework/strand.ts'
import { funnelLimits } from '../statistics/funnel-limits.ts'
import { funnelStanding } from '../statistics/funnel-standing.ts'
import { cellsOf } from './cells.ts'
import type { Asked, Measure } from './measure.ts'
import { percentOf, roundHalfUp } from './percent.ts'

/** Where a district stands against the control limits, in words. */
export type FunnelStanding =
  | 'too few to say'
  | 'above'
  | 'below'
  | 'above, perhaps by chance'
  | 'below, perhaps by chance'
  | 'as expected'

export interface DistrictFunnelRow {
  readonly district: string
  readonly schools: number
  readonly n: number
  readonly atOrAbove: number
  readonly share: Figure
  readonly lower95: Figure
  readonly upper95: Figure
  readonly lower998: Figure
  readonly upper998: Figure
  readonly standing: FunnelStanding
}

export interface DistrictFunnelTotals {
  readonly n: number
  readonly atOrAbove: number
  readonly centre: Figure
}

/** Of fewer schools than this it is not said where a district stands. */
const leastSchools = 10

/**
 * For one strand, the share of each district's schools at or above Establishing against the control limits around the
 * share of all: what so few schools would show by chance alone. Districts come by name; none is ranked.
 *
 * Source: docs/measures.md, district-funnel; the limits: Spiegelhalter (2005), as in `statistics/funnel-limits`.
 */
export const districtFunnel: Measure<DistrictFunnelRow, DistrictFunnelTotals> = {
  id: 'district-funnel',
  title: 'District funnel',
  question: 'Do districts differ in this strand by more than chance?',
  needs: ['strand'],
  takes: ['strand'],
  columns: [
    { key: 'district', label: 'District', unit: 'words' },
    { key: 'schools', label: 'Schools', unit: 'schools' },
    { key: 'n', label: 'Rated', unit: 'schools', note: 'in this strand, in the latest audit' },
    { key: 'atOrAbove', label: 'At or above Establishing', unit: 'schools', note: 'of those rated' },
    { key: 'share', label: 'Share', unit: 'percent', note: 'at or above Establishing, of those rated' },
    { key: 'lower95', label: 'Lower 95% limit', unit: 'percent' },
    {
      key: 'upper95',
      label: 'Upper 95% limit',
      unit: 'percent',
      note: 'chance alone takes 1 district in 20 outside these',
    },
    { key: 'lower998', label: 'Lower 99.8% limit', unit: 'percent' },
    {
      key: 'upper998',
      label: 'Upper 99.8% limit',
      unit: 'percent',
      note: 'chance alone takes 1 district in 500 outside these',
    },
    { key: 'standing', label: 'Against chance', unit: 'words', follows: true },
  ],
  totalColumns: [
    { key: 'n', label: 'Schools rated in this strand', unit: 'schools' },
    { key: 'atOrAbove', label: 'At or above Establishing', unit: 'schools' },
    { key: 'centre', label: 'Share of all', unit: 'percent', note: 'the centre of the limits' },
  ],
  notes: [
    'Districts are not ranked: most differences between small numbers of schools are chance. Of fewer than ten rated schools nothing is said.',
  ],
  fine: true,
  rowsTell: true,
  from: ['register', 'links', 'audits'],
  find(evidence, cohort, asked) {
    const districts = districtsOf(evidence, cohort, asked)
    const n = districts.reduce((sum, district) => sum + district.n, 0)
    const atOrAbove = districts.reduce((sum, district) => sum + district.atOrAbove, 0)
    const centre = n === 0 ? 0 : atOrAbove / n
    const limitsOf = limitsAround(centre)
    const rows = districts.map((district) => rowOf(district, limitsOf(district.n), centre))
    const all = (key: 'schools' | 'n' | 'atOrAbove') => cellsOf(key, rows.length)
    return {
      rows,
      totals: { n, atOrAbove, centre: percentOf(atOrAbove, n) },
      identities: [
        { whole: 'population', parts: all('schools') },
        { whole: { row: 'totals', key: 'n' }, parts: all('n') },
        { whole: { row: 'totals', key: 'atOrAbove' }, parts: all('atOrAbove') },
      ],
    }
  },
}

interface District {
  readonly district: string
  readonly schools: number
  readonly n: number
  readonly atOrAbove: number
}

/** The cells of schools: rated in a strand, by its place, and at or above Establishing in it. */
const cells = { rated: (strand: number): number => 2 * strand, reached: (strand: number): number => 2 * strand + 1 }

/** That an audit is a school's latest, by the strands that it rates, and rates at or above Establishing. */
const latestReached: SpellKind = {
  name: 'latest reached',
  size: () => cells.rated(strands.length),
  tell: (evidence) => {
    const ratings = strands.map((strand) => levelsOf(evidence, strand))
    const [walk, establishing] = [latestWalk(evidence), levelCode('Establishing')]
    return (school, tell) =>
      walk(school, (audit, from, until) => {
        const reached = ratings.flatMap((rating, strand) => {
          if (rating[audit] === 0) return []
          return rating[audit]! < establishing ? [cells.rated(strand)] : [cells.rated(strand), cells.reached(strand)]
        })
        tell(from, until, ...reached)
      })
  },
}

/** The districts of a cohort by name, those of schools of none last. */
function districtsOf(evidence: Evidence, cohort: Cohort, { asOf, where }: Asked): readonly District[] {
  const strand = strands.indexOf(where.strand ?? strands[0])
  const size = latestReached.size(evidence)
  const schools = tallyBy(evidence, everySchool, byDistrict, cohort, asOf)
  const reached = tallyBy(evidence, latestReached, byDistrict, cohort, asOf)
  const { names, places } = districtsInOrder(evidence)
  const found = names.map((district) => ({ district, schools: 0, n: 0, atOrAbove: 0 }))
  for (let code = 0; code < places.length; code++) {
    const district = found[places[code]!]!
    district.schools += schools[code]!
    district.n += reached[code * size + cells.rated(strand)]!
    district.atOrAbove += reached[code * size + cells.reached(strand)]!
  }
  return found.filter((district) => district.schools > 0)
}

/** The districts by name, and the place of each code among them: a blank one and one called so are both not known. */
const districtsInOrder = (evidence: Evidence) =>
  kept(evidence, districtsInOrder, () => {
    const nameOf = wordsOf(evidence.urns, 'district').map((name) => name || unknown)
    const names = [...new Set(nameOf)].toSorted(byNameBut(unknown))
    return { names, places: Uint32Array.from(nameOf, (name) => names.indexOf(name)) }
  })

type Limits = Pick<DistrictFunnelRow, 'lower95' | 'upper95' | 'lower998' | 'upper998'>

/** Finds the limits for a district: those of as many schools are worked out once, half the time of all districts. */
function limitsAround(centre: number): (n: number) => Limits {
  const known = new Map<number, Limits>()
  return (n) => {
    let found = known.get(n)
    if (found === undefined) known.set(n, (found = limitsFor(centre, n)))
    return found
  }
}

function limitsFor(centre: number, n: number): Limits {
  const near = funnelLimits(centre, n, 0.95)
  const far = funnelLimits(centre, n, 0.998)
  return {
    lower95: percent(near?.lower),
    upper95: percent(near?.upper),
    lower998: percent(far?.lower),
    upper998: percent(far?.upper),
  }
}

function rowOf(
  { district, schools, n, atOrAbove }: District,
  { lower95, upper95, lower998, upper998 }: Limits,
  centre: number,
): DistrictFunnelRow {
  return {
    district,
    schools,
    n,
    atOrAbove,
    share: percentOf(atOrAbove, n),
    lower95,
    upper95,
    lower998,
    upper998,
    standing: n < leastSchools ? 'too few to say' : standingOf(atOrAbove, n, centre),
  }
}

const percent = (limit: number | undefined): Figure => (limit === undefined ? 'z' : roundHalfUp(limit * 100, 1))

function standingOf(atOrAbove: number, n: number, centre: number): FunnelStanding {
  const far = funnelStanding(atOrAbove, n, centre, 0.998)
  if (far === 'above' || far === 'below') return far
  const near = funnelStanding(atOrAbove, n, centre, 0.95)
  return near === 'above' || near === 'below' ? `${near}, perhaps by chance` : 'as expected'
}
