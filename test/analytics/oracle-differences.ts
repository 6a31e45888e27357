/** A second, plain reading of equity-gap and district-funnel, from docs/measures.md. */
import type { Audit, Facts, RegisterSchool } from '../../analytics/evidence/facts.ts'
import { comparableFrameworks, frameworkOf, latestOf } from './oracle-audits.ts'
import { bandNames, deprivationBand, fsmBand, ruralBand, sendBand, sizeBand } from './oracle-bands.ts'
import { namesInOrder, percentOf, percentOfShare, strandWords, tenthOf, wilsonOf, z95, z998 } from './oracle-numbers.ts'
import { plainPopulation, type PlainWhere } from './oracle-population.ts'
import { phaseNameOf, speakingFor, type PlainSchool } from './oracle-schools.ts'

interface Standing {
  readonly school: PlainSchool
  readonly speaking: RegisterSchool
  /** The latest audit, where it rates the strand. */
  readonly rated: Audit | null
  readonly isHigh: boolean
}

function standingsOf(facts: Facts, day: string, where: PlainWhere, strand: string): Standing[] {
  const at = strandWords.indexOf(strand)
  return plainPopulation(facts, day, where).map((school) => {
    const latest = latestOf(facts, school, day)
    const level = latest?.levels[at] ?? null
    return {
      school,
      speaking: speakingFor(facts, school, day)!,
      rated: latest !== undefined && level !== null ? latest : null,
      isHigh: level === 'Establishing' || level === 'Enhancing',
    }
  })
}

const countsOf = (those: readonly Standing[]) => ({
  schools: those.length,
  n: those.filter(({ rated }) => rated !== null).length,
  atOrAbove: those.filter(({ isHigh }) => isHigh).length,
})

type BandOf = (facts: Facts, standing: Standing, day: string) => string

const characteristics: readonly (readonly [
  name: string,
  bands: readonly string[],
  comparedWith: string,
  of: BandOf,
])[] = [
  ['Free school meals', bandNames.fsm, 'Under 10%', (facts, { school }, day) => fsmBand(facts, school, day)],
  [
    'Deprivation',
    bandNames.deprivation,
    'Least deprived fifth',
    (facts, { school }, day) => deprivationBand(facts, school, day),
  ],
  ['SEND', bandNames.send, 'Under 10%', (facts, { school }, day) => sendBand(facts, school, day)],
  ['Size', bandNames.size, '211 to 420', (facts, { school, speaking }, day) => sizeBand(facts, school, speaking, day)],
  [
    'Rural or urban',
    bandNames.rural,
    'Urban',
    (facts, { school, speaking }, day) => ruralBand(facts, school, speaking, day),
  ],
  ['Phase', bandNames.phase, 'Primary', (_, { speaking }) => phaseNameOf(speaking)],
]

/** How a band differs from another, in percentage points, with the interval of Newcombe's tenth method. */
function difference(facts: Facts, here: readonly Standing[], there: readonly Standing[]) {
  const [a, b] = [countsOf(here), countsOf(there)]
  const marked = (mark: 'z' | 'x') => ({ difference: mark, lower: mark, upper: mark })
  if (a.n === 0 || b.n === 0) return marked('z')
  const audits = [...here, ...there].flatMap(({ rated }) => (rated === null ? [] : [rated]))
  const behind = [...new Set(audits.map((audit) => frameworkOf(facts, audit)))]
  if (behind.some((one) => behind.some((other) => !comparableFrameworks(facts, one, other)))) return marked('x')
  const [p, q] = [a.atOrAbove / a.n, b.atOrAbove / b.n]
  const [pLow, pHigh] = wilsonOf(a.atOrAbove, a.n, z95)
  const [qLow, qHigh] = wilsonOf(b.atOrAbove, b.n, z95)
  return {
    difference: tenthOf(100n * BigInt(a.atOrAbove * b.n - b.atOrAbove * a.n), BigInt(a.n * b.n)),
    lower: percentOfShare(p - q - Math.sqrt((p - pLow) ** 2 + (qHigh - q) ** 2)),
    upper: percentOfShare(p - q + Math.sqrt((pHigh - p) ** 2 + (q - qLow) ** 2)),
  }
}

export function plainEquityGap(facts: Facts, day: string, where: PlainWhere, strand: string) {
  const everyone = standingsOf(facts, day, where, strand)
  const rows = characteristics.flatMap(([characteristic, bands, comparedWith, of]) => {
    const theirs = everyone.map((standing) => of(facts, standing, day))
    const inBand = (band: string) => everyone.filter((_, at) => theirs[at] === band)
    return bands.flatMap((band) => {
      const here = inBand(band)
      if (here.length === 0) return []
      const counts = countsOf(here)
      const isCompared = band !== comparedWith && band !== 'Unknown'
      return [
        {
          characteristic,
          band,
          ...counts,
          share: percentOf(counts.atOrAbove, counts.n),
          comparedWith: isCompared ? comparedWith : 'not compared',
          ...(isCompared ? difference(facts, here, inBand(comparedWith)) : { difference: 'z', lower: 'z', upper: 'z' }),
        },
      ]
    })
  })
  const { n, atOrAbove } = countsOf(everyone)
  return { rows, totals: { n, atOrAbove } }
}

/** How a share stands to the centre: by its own intervals. */
function standingOf(k: number, n: number, centre: number): string {
  if (n < 10) return 'too few to say'
  const [lower998, upper998] = wilsonOf(k, n, z998)
  if (centre < lower998) return 'above'
  if (centre > upper998) return 'below'
  const [lower95, upper95] = wilsonOf(k, n, z95)
  if (centre < lower95) return 'above, perhaps by chance'
  return centre > upper95 ? 'below, perhaps by chance' : 'as expected'
}

export function plainDistrictFunnel(facts: Facts, day: string, where: PlainWhere, strand: string) {
  const everyone = standingsOf(facts, day, where, strand)
  const all = countsOf(everyone)
  const centre = all.atOrAbove / all.n
  const limit = (n: number, z: number) =>
    n === 0 ? 'z' : percentOfShare(Math.min(1, Math.max(0, centre + z * Math.sqrt((centre * (1 - centre)) / n))))
  const nameOf = ({ speaking }: Standing): string => speaking.district ?? 'Unknown'
  const rows = namesInOrder(everyone.map(nameOf), 'Unknown').map((district) => {
    const counts = countsOf(everyone.filter((standing) => nameOf(standing) === district))
    return {
      district,
      ...counts,
      share: percentOf(counts.atOrAbove, counts.n),
      lower95: limit(counts.n, -z95),
      upper95: limit(counts.n, z95),
      lower998: limit(counts.n, -z998),
      upper998: limit(counts.n, z998),
      standing: standingOf(counts.atOrAbove, counts.n, centre),
    }
  })
  return {
    rows,
    totals: { n: all.n, atOrAbove: all.atOrAbove, centre: percentOf(all.atOrAbove, all.n) },
  }
}
