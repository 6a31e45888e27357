import type { Cohort } from '../cohorts/cohort.ts'
import { byPhase } from '../cohorts/groupings.ts'
import { tallyBy } from '../cohorts/tally.ts'
import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import { forever } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { kept } from '../evidence/kept.ts'
import { levelsOf } from '../evidence/levels-of.ts'
import type { SpellKind } from '../evidence/spells.ts'
import { unknown } from '../framework/band.ts'
import { byNameBut } from '../framework/by-name.ts'
import { levelCode } from '../framework/level.ts'
import { phases } from '../framework/phase.ts'
import { strands } from '../framework/strand.ts'
import { wilson } from '../statistics/wilson.ts'
import { cellsOf, rowSums } from './cells.ts'
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
  leaderAlone: true,
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
        { whole: { row: 'totals', key: 'audits' }, parts: cellsOf('n', rows.length) },
        ...rowSums(rows.length, 'n', levels),
      ],
    }
  },
}

const establishing = levelCode('Establishing')

/** Finds the cell of the audits of a strand by one adviser under one framework, by codes, at a level (1 to 4). */
function auditCells({ audits }: Evidence) {
  const [advisers, frameworks] = [wordsOf(audits, 'adviser').length, wordsOf(audits, 'framework').length]
  return (strand: number, adviser: number, framework: number, level: number): number =>
    ((strand * advisers + adviser) * frameworks + framework) * levels.length + level - 1
}

/** Each audit, from its day on, in a cell for each strand that it rates. */
const ratedAudits: SpellKind = {
  name: 'rated audits',
  size: (evidence) => auditCells(evidence)(strands.length, 0, 0, 1),
  tell: (evidence) => {
    const { audits, starts } = evidence
    const [heldOn, cellOf] = [numbersOf(audits, 'heldOn'), auditCells(evidence)]
    const [adviser, framework] = [codesOf(audits, 'adviser'), codesOf(audits, 'framework')]
    const ratings = strands.map((strand) => levelsOf(evidence, strand))
    return (school, tell) => {
      for (let audit = starts.audits[school]!; audit < starts.audits[school + 1]!; audit++) {
        const cells = ratings.flatMap((rating, strand) =>
          rating[audit] === 0 ? [] : [cellOf(strand, adviser[audit]!, framework[audit]!, rating[audit]!)],
        )
        tell(heldOn[audit]!, forever, ...cells)
      }
    }
  },
}

function advisersOf(evidence: Evidence, cohort: Cohort, { asOf, where }: Asked): readonly AdviserConsistencyRow[] {
  const counts = tallyBy(evidence, ratedAudits, byPhase, cohort, asOf)
  const names = wordsOf(evidence.audits, 'adviser')
  const frameworks = wordsOf(evidence.audits, 'framework').length
  const strand = strands.indexOf(where.strand ?? strands[0])
  const [size, cellOf] = [ratedAudits.size(evidence), auditCells(evidence)]
  // By adviser: audits at each level, and how many would be at or above Establishing as in their strata.
  const atLevels = new Uint32Array(names.length * levels.length)
  const expected = new Float64Array(names.length)
  const [audits, reached] = [new Uint32Array(names.length), new Uint32Array(names.length)]
  for (let phase = 0; phase < phases.length; phase++)
    for (let framework = 0; framework < frameworks; framework++) {
      let [all, allReached] = [0, 0]
      for (let code = 0; code < names.length; code++) {
        const cell = phase * size + cellOf(strand, code, framework, 1)
        audits[code] = reached[code] = 0
        for (let level = 0; level < levels.length; level++) {
          const count = counts[cell + level]!
          atLevels[code * levels.length + level]! += count
          audits[code]! += count
          if (level + 1 >= establishing) reached[code]! += count
        }
        all += audits[code]!
        allReached += reached[code]!
      }
      if (all === 0) continue
      for (let code = 0; code < names.length; code++) expected[code]! += (audits[code]! * allReached) / all
    }
  return adviserOrder(evidence).flatMap((code) => {
    const own = atLevels.subarray(code * levels.length, (code + 1) * levels.length)
    return own.some((count) => count > 0) ? [rowOf(names[code] || unknown, own, expected[code]!)] : []
  })
}

/** The codes of advisers by name. */
const adviserOrder = (evidence: Evidence): readonly number[] =>
  kept(evidence, 'advisers in order', () => {
    const names = wordsOf(evidence.audits, 'adviser').map((name) => name || unknown)
    return [...names.keys()].toSorted((a, b) => byNameBut(unknown)(names[a]!, names[b]!))
  })

function rowOf(adviser: string, counts: Uint32Array, all: number): AdviserConsistencyRow {
  const [focusing, developing, establishing, enhancing] = [counts[0]!, counts[1]!, counts[2]!, counts[3]!]
  const atOrAbove = establishing + enhancing
  const n = focusing + developing + atOrAbove
  const expected = all / n
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
