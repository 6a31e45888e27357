import type { Cohort } from '../cohorts/cohort.ts'
import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { levelsOf } from '../evidence/levels-of.ts'
import { unknown } from '../framework/band.ts'
import { byNameBut } from '../framework/by-name.ts'
import { dayNumber } from '../framework/day.ts'
import { levelCode } from '../framework/level.ts'
import { phases } from '../framework/phase.ts'
import { strands } from '../framework/strand.ts'
import { wilson } from '../statistics/wilson.ts'
import type { Asked, Measure } from './measure.ts'
import { percentOf } from './percent.ts'
import type { Figure } from '../framework/mark.ts'

/** How an adviser's share stands against the expected one, in words. */
export type AdviserStanding = 'too few to say' | 'higher' | 'lower' | 'as expected'

export interface AdviserConsistencyRow {
  readonly adviser: string
  readonly n: number
  readonly focusing: number
  readonly developing: number
  readonly establishing: number
  readonly enhancing: number
  readonly atOrAbove: number
  readonly share: Figure
  readonly expected: Figure
  readonly lower: Figure
  readonly upper: Figure
  readonly standing: AdviserStanding
}

export interface AdviserConsistencyTotals {
  readonly audits: number
  readonly advisers: number
}

/** Of fewer audits than this nothing is said of an adviser. */
const leastAudits = 10

const levels = ['focusing', 'developing', 'establishing', 'enhancing'] as const

/**
 * For one strand, each adviser's ratings in all audits of the population's schools by the as-of day, and the share at or
 * above Establishing beside the one expected if all advisers rated alike in schools of one phase under one framework
 * (indirect standardisation). For moderation, within the hub.
 *
 * Source: docs/measures.md, adviser-consistency.
 */
export const adviserConsistency: Measure<AdviserConsistencyRow, AdviserConsistencyTotals> = {
  id: 'adviser-consistency',
  title: 'Adviser consistency',
  question: 'Do advisers rate this strand alike in schools of one phase?',
  needs: ['strand'],
  takes: ['strand'],
  columns: [
    { key: 'adviser', label: 'Adviser', unit: 'words' },
    { key: 'n', label: 'Audits', unit: 'audits', note: 'that rate this strand' },
    { key: 'focusing', label: 'Focusing', unit: 'audits' },
    { key: 'developing', label: 'Developing', unit: 'audits' },
    { key: 'establishing', label: 'Establishing', unit: 'audits' },
    { key: 'enhancing', label: 'Enhancing', unit: 'audits' },
    { key: 'atOrAbove', label: 'At or above Establishing', unit: 'audits' },
    { key: 'share', label: 'Share', unit: 'percent', note: 'at or above Establishing' },
    {
      key: 'expected',
      label: 'Expected',
      unit: 'percent',
      note: 'the share if all rated alike in schools of one phase under one framework',
    },
    { key: 'lower', label: 'Lower limit', unit: 'percent', note: 'of the 95% interval of the share' },
    { key: 'upper', label: 'Upper limit', unit: 'percent', note: 'of the 95% interval of the share' },
    { key: 'standing', label: 'Against expected', unit: 'words', follows: true },
  ],
  totalColumns: [
    { key: 'audits', label: 'Audits in all', unit: 'audits' },
    { key: 'advisers', label: 'Advisers named', unit: 'number' },
  ],
  notes: [
    'For moderation. Advisers meet different schools: a difference is a reason to look at audits together, not a judgement of a person.',
  ],
  hubAlone: 'is for moderation within the hub',
  fine: true,
  rowsTell: true,
  from: ['register', 'links', 'frameworks', 'audits'],
  find(evidence, cohort, asked) {
    const rows = advisersOf(evidence, cohort, asked)
    return {
      rows,
      totals: {
        audits: rows.reduce((sum, { n }) => sum + n, 0),
        advisers: rows.filter(({ adviser }) => adviser !== unknown).length,
      },
      identities: [
        { whole: { row: 'totals', key: 'audits' }, parts: rows.map((_, row) => ({ row, key: 'n' })) },
        ...rows.map((_, row) => ({ whole: { row, key: 'n' }, parts: levels.map((key) => ({ row, key })) })),
      ],
    }
  },
}

/** Audits of one phase under one framework. */
interface Stratum {
  n: number
  reached: number
}

interface Adviser {
  readonly counts: Uint32Array
  /** How many audits of each stratum. */
  readonly audits: Map<Stratum, number>
}

const establishing = levelCode('Establishing')

function advisersOf(evidence: Evidence, cohort: Cohort, { asOf, where }: Asked): readonly AdviserConsistencyRow[] {
  const { audits, starts, urns } = evidence
  const [day, level] = [dayNumber(asOf), levelsOf(evidence, where.strand ?? strands[0])]
  const [heldOn, framework, phase] = [
    numbersOf(audits, 'heldOn'),
    codesOf(audits, 'framework'),
    numbersOf(urns, 'phase'),
  ]
  const [codes, names] = [codesOf(audits, 'adviser'), wordsOf(audits, 'adviser')]
  const [strata, advisers] = [new Map<number, Stratum>(), new Map<number, Adviser>()]
  cohort.schools.forEach((school, at) => {
    for (let audit = starts.audits[school]!; audit < starts.audits[school + 1]! && heldOn[audit]! <= day; audit++) {
      const code = level[audit]!
      if (code === 0) continue
      const key = framework[audit]! * phases.length + phase[cohort.urns[at]!]!
      const stratum = strata.get(key) ?? { n: 0, reached: 0 }
      strata.set(key, stratum)
      stratum.n++
      stratum.reached += Number(code >= establishing)
      const adviser = advisers.get(codes[audit]!) ?? { counts: new Uint32Array(levels.length), audits: new Map() }
      advisers.set(codes[audit]!, adviser)
      adviser.counts[code - 1]! += 1
      adviser.audits.set(stratum, (adviser.audits.get(stratum) ?? 0) + 1)
    }
  })
  return [...advisers]
    .map(([code, adviser]) => rowOf(names[code] || unknown, adviser))
    .toSorted((a, b) => byNameBut(unknown)(a.adviser, b.adviser))
}

function rowOf(adviser: string, { counts, audits }: Adviser): AdviserConsistencyRow {
  const [focusing = 0, developing = 0, establishing = 0, enhancing = 0] = counts
  const atOrAbove = establishing + enhancing
  const n = focusing + developing + atOrAbove
  const expected = [...audits].reduce((sum, [stratum, count]) => sum + (count * stratum.reached) / stratum.n, 0) / n
  const interval = wilson(atOrAbove, n)
  const { lower = 0, upper = 1 } = interval ?? {}
  return {
    adviser,
    n,
    focusing,
    developing,
    establishing,
    enhancing,
    atOrAbove,
    share: percentOf(atOrAbove, n),
    expected: percentOf(expected, 1),
    lower: percentOf(lower, 1),
    upper: percentOf(upper, 1),
    standing:
      n < leastAudits ? 'too few to say' : expected < lower ? 'higher' : expected > upper ? 'lower' : 'as expected',
  }
}
