import { populationOf } from '../cohorts/population.ts'
import { tallyOf } from '../cohorts/tally.ts'
import type { CellCounts } from '../evidence/cell-counts.ts'
import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { CriterionPlace } from '../evidence/facts.ts'
import { judgedAs, placeJudged, placeName } from '../evidence/judgements.ts'
import { kept } from '../evidence/kept.ts'
import type { SpellKind } from '../evidence/spells.ts'
import { latestWalk } from '../evidence/standings.ts'
import { byName, byNameBut } from '../framework/by-name.ts'
import { levels, type Level } from '../framework/level.ts'
import type { Figure } from '../framework/mark.ts'
import { strands, type Strand } from '../framework/strand.ts'
import { rowSums } from './cells.ts'
import type { Measure } from './measure.ts'
import { percentOf } from './percent.ts'
import { strandsAsked } from './strands-asked.ts'

export interface CriteriaGapsRow {
  readonly framework: string
  readonly strand: Strand
  readonly theme: string
  readonly level: Level
  readonly number: number
  readonly criterion: string
  readonly schools: number
  readonly met: number
  readonly partlyMet: number
  readonly notMet: number
  readonly notJudged: number
  readonly metPercent: Figure
}

export interface CriteriaGapsTotals {
  readonly audited: number
  readonly judged: number
}

const parts = ['met', 'partlyMet', 'notMet', 'notJudged'] as const

/** What stands for the framework of audits of which none is known. */
export const noFramework = 'No framework'

/**
 * For each criterion of the frameworks of the population's latest audits, how many of these schools meet it, partly or
 * not, and in how many it was not judged. A framework has the criteria loaded for it and any other judged under it. What
 * a framework does not ask has no row.
 *
 * Source: docs/measures.md, criteria-gaps.
 */
export const criteriaGaps: Measure<CriteriaGapsRow, CriteriaGapsTotals> = {
  id: 'criteria-gaps',
  title: 'Criteria gaps',
  question: 'Which criteria do our schools meet, and which not?',
  needs: [],
  takes: ['strand'],
  columns: [
    { key: 'framework', label: 'Framework', unit: 'words' },
    { key: 'strand', label: 'Strand', unit: 'words' },
    { key: 'theme', label: 'Theme', unit: 'words' },
    { key: 'level', label: 'Level', unit: 'words', note: 'the level that the criterion belongs to' },
    { key: 'number', label: 'Number', unit: 'number', note: 'of the criterion within its theme and level' },
    { key: 'criterion', label: 'Criterion', unit: 'words', follows: true },
    { key: 'schools', label: 'Schools', unit: 'schools', note: 'whose latest audit is under the framework' },
    { key: 'met', label: 'Met', unit: 'schools' },
    { key: 'partlyMet', label: 'Partly met', unit: 'schools' },
    { key: 'notMet', label: 'Not met', unit: 'schools' },
    { key: 'notJudged', label: 'Not judged', unit: 'schools', note: 'the latest audit does not say' },
    { key: 'metPercent', label: 'Met, of those judged', unit: 'percent' },
  ],
  totalColumns: [
    { key: 'audited', label: 'Audited', unit: 'schools', note: 'with a latest audit' },
    { key: 'judged', label: 'With criteria judged', unit: 'schools', note: 'in the strands asked about' },
  ],
  notes: [
    'Only the latest audit of a school counts. What a framework does not ask at a level is not shown as not met.',
  ],
  fine: true,
  rowsTell: true,
  from: ['register', 'links', 'frameworks', 'criteria', 'audits', 'criterionRatings'],
  find(evidence, cohort, asked) {
    const { asOf, where } = asked
    const counts = tallyOf(evidence, judgedCriteria, cohort, asOf)
    // Which rows there are is asked of the whole population, so that a part of it has the same.
    const population = populationOf(evidence, asOf, where)
    const everyone = population.size === cohort.size ? counts : tallyOf(evidence, judgedCriteria, population, asOf)
    const asking = new Set(strandsAsked(asked))
    const tools = toolsOf(evidence).filter(({ code }) => everyone[toolCells(evidence, code).schools]! > 0)
    const rows = tools.flatMap((tool) => rowsOf(evidence, tool, asking, counts, everyone))
    const sumOf = (cell: (cells: ToolCells) => number): number =>
      tools.reduce((sum, { code }) => sum + counts[cell(toolCells(evidence, code))]!, 0)
    return {
      rows,
      totals: {
        audited: sumOf(({ schools }) => schools),
        judged: sumOf(({ judged }) => judged(where.strand ?? null)),
      },
      identities: rowSums(rows.length, 'schools', parts),
    }
  },
}

/** The cells of schools whose latest audit is under one framework. */
interface ToolCells {
  readonly schools: number
  /** Those with a criterion of a strand judged, or of any. */
  readonly judged: (strand: Strand | null) => number
  /** Those by a judgement as the evidence writes it, which criterion and how far it was met. */
  readonly judgement: (judged: number) => number
}

function toolCells({ places }: Evidence, code: number): ToolCells {
  const first = code * (2 + strands.length + judgedAs(places.length, 0))
  return {
    schools: first,
    judged: (strand) => first + 1 + (strand === null ? 0 : 1 + strands.indexOf(strand)),
    judgement: (judged) => first + 2 + strands.length + judged,
  }
}

/** That an audit is a school's latest, with all that it judges. */
const judgedCriteria: SpellKind = {
  name: 'judged criteria',
  size: (evidence) => toolCells(evidence, wordsOf(evidence.audits, 'framework').length).schools,
  tell: (evidence) => {
    const framework = codesOf(evidence.audits, 'framework')
    const judgements = numbersOf(evidence.judgements, 'judged')
    const starts = evidence.starts.judgements
    const cellsOf = wordsOf(evidence.audits, 'framework').map((_, code) => toolCells(evidence, code))
    const walk = latestWalk(evidence)
    return (school, tell) =>
      walk(school, (audit, from, until) => {
        const cells = cellsOf[framework[audit]!]!
        const judged = [...judgements.subarray(starts[audit], starts[audit + 1])]
        const judgedIn = new Set(judged.flatMap((each) => evidence.places[placeJudged(each)]?.strand ?? []))
        tell(
          from,
          until,
          cells.schools,
          ...(judgedIn.size > 0 ? [cells.judged(null)] : []),
          ...[...judgedIn].map(cells.judged),
          ...judged.map(cells.judgement),
        )
      })
  },
}

/** A framework, blank where none is known, and all criteria that could be judged under it, in order. */
interface Tool {
  readonly name: string
  readonly code: number
  readonly criteria: readonly ToolCriterion[]
}

interface ToolCriterion {
  readonly place: CriterionPlace
  /** Its cells, from not judged to met. */
  readonly cell: number
  /** Null where it is not loaded for the framework. */
  readonly criterion: string | null
}

/** The frameworks by name, none last: sorting their criteria as in English takes longer than counting. */
const toolsOf = (evidence: Evidence): readonly Tool[] =>
  kept(evidence, 'audit tools', () => {
    const places = [...evidence.places.entries()].toSorted(([, a], [, b]) => placeOrder(a, b))
    const wordings = new Map(evidence.criteria.map((each) => [`${each.framework}\n${placeName(each)}`, each.criterion]))
    return [...wordsOf(evidence.audits, 'framework').entries()]
      .toSorted(([, a], [, b]) => byNameBut('')(a, b))
      .map(([code, name]) => ({
        name,
        code,
        criteria: places.map(([at, place]) => ({
          place,
          cell: toolCells(evidence, code).judgement(judgedAs(at, 0)),
          criterion: wordings.get(`${name}\n${placeName(place)}`) ?? null,
        })),
      }))
  })

const placeOrder = (a: CriterionPlace, b: CriterionPlace): number =>
  strands.indexOf(a.strand) - strands.indexOf(b.strand) ||
  byName(a.theme, b.theme) ||
  levels.indexOf(a.level) - levels.indexOf(b.level) ||
  a.number - b.number

function rowsOf(
  evidence: Evidence,
  { name, code, criteria }: Tool,
  asking: ReadonlySet<Strand>,
  counts: CellCounts,
  everyone: CellCounts,
): readonly CriteriaGapsRow[] {
  const schools = counts[toolCells(evidence, code).schools]!
  const rows: CriteriaGapsRow[] = []
  for (const { place, cell, criterion } of criteria) {
    const isJudged = everyone[cell + 1]! + everyone[cell + 2]! + everyone[cell + 3]! > 0
    if (!asking.has(place.strand) || (criterion === null && !isJudged)) continue
    const [notMet, partlyMet, met] = [counts[cell + 1]!, counts[cell + 2]!, counts[cell + 3]!]
    const all = met + partlyMet + notMet
    rows.push({
      framework: name || noFramework,
      strand: place.strand,
      theme: place.theme,
      level: place.level,
      number: place.number,
      criterion: criterion ?? 'Wording not loaded',
      schools,
      met,
      partlyMet,
      notMet,
      notJudged: schools - all,
      metPercent: percentOf(met, all),
    })
  }
  return rows
}
