import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparatorsOf } from '../../../analytics/cohorts/comparators.ts'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { Facts } from '../../../analytics/evidence/facts.ts'
import { school } from '../../../fixtures/story.ts'
import { runs } from '../../runs.ts'
import { facts } from '../facts.ts'

const asOf = '2025-03-31'
const year = 2024

/** A primary school by what is known of it; of a secondary school only the phase is another. */
interface Told {
  readonly phase: 2 | 4
  readonly pupils: number | null
  readonly fsm: number | null
  readonly send: number | null
}

const urnOf = (at: number): number => 900001 + at

const hubOf = (schools: readonly Told[]): Facts =>
  facts({
    register: schools.map(({ phase }, at) => school(urnOf(at), { phase, pupils: null })),
    schoolYears: schools.map(({ pupils, send }, at) => ({
      urn: urnOf(at),
      year,
      pupils,
      sendPercent: send,
      deprivationDecile: null,
      ruralUrban: null,
    })),
    schoolFsm: schools.map(({ fsm }, at) => ({ urn: urnOf(at), year, basis: 'current', percent: fsm })),
  })

const keys = ['pupils', 'fsm', 'send'] as const
const weights = { pupils: 0.5, fsm: 0.4, send: 0.1 } as const

/** The value that lies so far between the least and the most, on a straight line between two. */
function between(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [place, below] = [part * (sorted.length - 1), Math.floor(part * (sorted.length - 1))]
  return sorted[below]! + (place - below) * ((sorted[below + 1] ?? sorted[below]!) - sorted[below]!)
}

/** The comparators of a school as the definition says: its distance to every other, put in order. */
function plainly(all: readonly Told[], at: number): readonly number[] | null {
  const fsmIsTold = 2 * all.filter(({ fsm }) => fsm !== null).length >= all.length
  const known = all.map((told) => (fsmIsTold ? told : { ...told, fsm: null }))
  const isIn = (told: Told): boolean => told.phase === all[at]!.phase && keys.some((key) => told[key] !== null)
  if (!isIn(known[at]!)) return null
  const pool = [...known.entries()].filter(([, told]) => isIn(told))
  const count = Math.min(30, Math.floor(pool.length / 3))
  if (count < 10) return []
  const axes = keys.map((key) => {
    const values = pool.flatMap(([, told]) => told[key] ?? [])
    const wide = values.length === 0 ? 0 : between(values, 0.75) - between(values, 0.25)
    const scale = wide || Math.max(...values, 0) - Math.min(...values, Infinity)
    const middle = values.length === 0 ? 0 : between(values, 0.5)
    return (told: Told) => ((told[key] ?? middle) * Math.sqrt(weights[key])) / (scale > 0 ? scale : 1)
  })
  return pool
    .filter(([other]) => other !== at)
    .map(([other, told]) => ({
      urn: urnOf(other),
      distance: axes.reduce((sum, axis) => sum + (axis(told) - axis(known[at]!)) ** 2, 0),
    }))
    .toSorted((a, b) => a.distance - b.distance || a.urn - b.urn)
    .slice(0, count)
    .map(({ urn }) => urn)
}

const some = (max: number) =>
  fc.option(
    fc.integer({ min: 0, max }).map((step) => step * 20),
    { freq: 9 },
  )
const told: fc.Arbitrary<Told> = fc.record({
  phase: fc.constantFrom(2, 2, 2, 4),
  pupils: some(12),
  fsm: some(4),
  send: some(3),
})

describe('the comparators of a school', () => {
  it('are those that comparing it with every other of its phase gives, whatever is not known and however many tie', () => {
    fc.assert(
      fc.property(fc.array(told, { minLength: 1, maxLength: 70 }), fc.nat(), (schools, any) => {
        const at = any % schools.length
        const found = comparatorsOf(buildEvidence(hubOf(schools)), urnOf(at), asOf)
        expect(found?.comparators.map(({ urn }) => urn) ?? null).toEqual(plainly(schools, at))
      }),
      { numRuns: runs(60) },
    )
  })

  const alike = Array.from({ length: 40 }, (_, at): Told => ({ phase: 2, pupils: 200 + at, fsm: 20, send: at % 5 }))
  const of = (schools: readonly Told[], at: number) => comparatorsOf(buildEvidence(hubOf(schools)), urnOf(at), asOf)

  it('are of its phase, each once, never the school itself, and at most one in three of the phase', () => {
    const schools = [...alike, ...alike.map((each): Told => ({ ...each, phase: 4 }))]
    const urns = of(schools, 50)?.comparators.map(({ urn }) => urn) ?? []
    expect(urns.length).toBe(13)
    expect(new Set(urns).size).toBe(13)
    expect(urns.every((urn) => urn > urnOf(39) && urn !== urnOf(50))).toBe(true)
  })

  it('say what is guessed, and with which value', () => {
    const schools = alike.map((each, at) => (at === 3 ? { ...each, pupils: null } : each))
    expect(of(schools, 3)?.school.pupils).toEqual({ value: 220, isGuessed: true })
    expect(of(schools, 3)?.school.fsm).toEqual({ value: 20, isGuessed: false })
  })

  it('are none among fewer than thirty schools, and there is no answer where nothing is known', () => {
    expect(of(alike.slice(0, 29), 0)).toMatchObject({ from: 29, comparators: [] })
    const blank = alike.map((each, at): Told => (at === 0 ? { phase: 2, pupils: null, fsm: null, send: null } : each))
    expect(of(blank, 0)).toBeNull()
    expect(of(blank, 1)?.comparators.map(({ urn }) => urn)).not.toContain(urnOf(0))
  })

  it('are not chosen otherwise because one school is very large', () => {
    const large = alike.map((each, at): Told => (at === 39 ? { ...each, pupils: 5000 } : each))
    const first = (schools: readonly Told[]) => of(schools, 5)?.comparators.slice(0, 5)
    expect(first(large)).toEqual(first(alike))
  })
})
