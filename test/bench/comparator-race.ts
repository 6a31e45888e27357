import { comparatorPools, type ComparatorPool } from '../../analytics/cohorts/comparator-pools.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { median } from './measure-race.ts'
import { ratioText } from './table.ts'

const asOf = '2025-03-31'

/**
 * Races finding the comparators of every school, the pools made anew each time, against every distance of every pair of
 * schools of a phase, written row by row into one typed array: the cheapest form of the whole matrix, without the
 * choosing. The choice from that matrix is then shown to be the same.
 */
export function raceComparators(evidence: Evidence, rounds: number): string {
  const [ours, theirs]: [number[], number[]] = [[], []]
  const before = memory()
  let most = 0
  for (let round = 0; round < rounds; round++) {
    ours.push(timed(() => allComparators(evidence)))
    most = Math.max(most, memory() - before)
    theirs.push(timed(() => comparatorPools(evidence, asOf).map(fillRows)))
  }
  const isSame = comparatorPools(evidence, asOf).every(isAsCompared)
  return [
    `comparators of ${evidence.schools.numRows} schools: ${median(ours).toFixed(0)} ms, ${(most / 1e6).toFixed(0)} MB more than before at most`,
    `the distances of all pairs: ${median(theirs).toFixed(0)} ms, without choosing among them`,
    `${ratioText(median(ours) / median(theirs))} its time; ${isSame ? 'every choice the same' : 'UNEQUAL: other choices'}`,
  ].join('\n')
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** The comparators of every school of every pool, by place, nearest first. */
const allComparators = (evidence: Evidence): readonly Uint32Array[] =>
  comparatorPools(evidence, asOf).map(({ count, nearestTo, schools }) => {
    const all = new Uint32Array(schools.length * count)
    for (let place = 0; place < schools.length; place++) all.set(nearestTo(place), place * count)
    return all
  })

/** Fills a row with the squared distances of a school to all of its pool. */
function fillRow({ points: [x, y, z] }: ComparatorPool, place: number, row: Float64Array): void {
  const px = x[place]!
  const py = y[place]!
  const pz = z[place]!
  for (let other = 0; other < row.length; other++) {
    const dx = x[other]! - px
    const dy = y[other]! - py
    const dz = z[other]! - pz
    row[other] = dx * dx + dy * dy + dz * dz
  }
}

function fillRows(pool: ComparatorPool): void {
  const row = new Float64Array(pool.schools.length)
  for (let place = 0; place < row.length; place++) fillRow(pool, place, row)
}

/** Whether a pool's comparators are those that stand first where all others are put in order. */
function isAsCompared(pool: ComparatorPool): boolean {
  const row = new Float64Array(pool.schools.length)
  return pool.schools.every((_, place) => {
    fillRow(pool, place, row)
    const found = pool.nearestTo(place)
    const last = row[found.at(-1) ?? place]!
    // Only those no farther than the last need be put in order.
    const near: number[] = []
    for (let other = 0; other < row.length; other++) if (other !== place && row[other]! <= last) near.push(other)
    const first = near.toSorted((a, b) => row[a]! - row[b]! || a - b).slice(0, pool.count)
    return first.length === found.length && first.every((other, at) => other === found[at])
  })
}
