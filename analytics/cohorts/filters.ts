import { codesOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { unknown } from '../framework/band.ts'
import type { Day } from '../framework/day.ts'
import { bandCodesOn } from './band-codes.ts'
import { latestAuditOn, none } from './latest-audits.ts'

/** What schools are like, each by the name of a band; `Unknown` is a band too. */
export interface Filters {
  /** By pupils. */
  readonly size?: string
  /** By free school meals. */
  readonly fsm?: string
  readonly rural?: string
  /** By the deprivation of its neighbourhood. */
  readonly deprivation?: string
  /** The framework of the latest audit. */
  readonly framework?: string
  /** The adviser of the latest audit. */
  readonly adviser?: string
}

export const filterParts = [
  'size',
  'fsm',
  'rural',
  'deprivation',
  'framework',
  'adviser',
] as const satisfies (keyof Filters)[]

/** The parts that go by a band of the school, not by its latest audit. */
export const bandedParts = ['size', 'fsm', 'rural', 'deprivation'] as const satisfies (keyof Filters)[]

/** The parts that go by its latest audit. */
export const auditedParts = ['framework', 'adviser'] as const satisfies (keyof Filters)[]

/** Whether schools are asked for by what they are like: each part by its name, for to go through a list takes longer than to count. */
export const isFiltered = ({ size, fsm, rural, deprivation, framework, adviser }: Filters): boolean =>
  (size ?? fsm ?? rural ?? deprivation ?? framework ?? adviser) !== undefined

type SchoolTest = (school: number, urn: number) => boolean

/** Whether a school is like what is asked for, by the school and the URN that speaks for it; null where nothing is asked. */
export function keptBy(evidence: Evidence, asOf: Day, filters: Filters): SchoolTest | null {
  const audited = testOf(auditedParts, filters, (part, wanted) => latestAuditHas(evidence, asOf, part, wanted))
  return testOf(bandedParts, filters, (part, wanted) => isIn(evidence, asOf, part, wanted), audited)
}

/** The test that passes what another and every test of the parts asked for passes; null where none is asked for. */
function testOf<P extends keyof Filters>(
  parts: readonly P[],
  filters: Filters,
  test: (part: P, wanted: string) => SchoolTest,
  first: SchoolTest | null = null,
): SchoolTest | null {
  return parts.reduce<SchoolTest | null>((before, part) => {
    const wanted = filters[part]
    if (wanted === undefined) return before
    const next = test(part, wanted)
    return before === null ? next : (school, urn) => before(school, urn) && next(school, urn)
  }, first)
}

function isIn(evidence: Evidence, asOf: Day, part: (typeof bandedParts)[number], wanted: string): SchoolTest {
  const { names, codes } = bandCodesOn(evidence, asOf, part)
  const code = names.indexOf(wanted)
  return (_, urn) => codes[urn] === code
}

/** Whether the latest audit of a school names it, or nothing where `Unknown` is asked for. */
function latestAuditHas(evidence: Evidence, asOf: Day, column: 'framework' | 'adviser', wanted: string): SchoolTest {
  const codes = codesOf(evidence.audits, column)
  // A blank one is not known, and nor is one that is called so.
  const isWanted = Uint8Array.from(wordsOf(evidence.audits, column), (word) => Number((word || unknown) === wanted))
  const latest = latestAuditOn(evidence, asOf)
  return (school) => {
    const audit = latest(school)
    return audit !== none && isWanted[codes[audit]!] === 1
  }
}
