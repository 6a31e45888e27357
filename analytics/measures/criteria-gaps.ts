import type { Cohort } from '../cohorts/cohort.ts'
import { latestAudits, none } from '../cohorts/latest-audits.ts'
import { populationOf } from '../cohorts/population.ts'
import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { CriterionPlace } from '../evidence/facts.ts'
import { judgementIn, placeJudged, placeName } from '../evidence/judgements.ts'
import { byName, byNameBut } from '../framework/by-name.ts'
import { levels, type Level } from '../framework/level.ts'
import type { Figure } from '../framework/mark.ts'
import { strands, type Strand } from '../framework/strand.ts'
import type { Asked, Measure } from './measure.ts'
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
    const { tools, judged } = toolsOf(evidence, cohort, asked)
    const rows = [...tools].toSorted(([a], [b]) => lastBlank(a, b)).flatMap(([name, tool]) => rowsOf(name, tool))
    return {
      rows,
      totals: { audited: [...tools.values()].reduce((sum, { schools }) => sum + schools, 0), judged },
      identities: rows.map((_, row) => ({ whole: { row, key: 'schools' }, parts: parts.map((key) => ({ row, key })) })),
    }
  },
}

const lastBlank = byNameBut('')

/** A framework as the latest audits of some schools used it: for each criterion how often it was judged how. */
interface Tool {
  schools: number
  readonly tallies: Map<
    string,
    { readonly place: CriterionPlace; readonly criterion: string; readonly judged: Uint32Array }
  >
}

/** The tools that the population's latest audits used, with their criteria, as the schools of the cohort used them. */
function toolsOf(evidence: Evidence, cohort: Cohort, { asOf, where }: Asked) {
  const asked = new Set(strandsAsked({ asOf, where }))
  const [framework, names] = [codesOf(evidence.audits, 'framework'), wordsOf(evidence.audits, 'framework')]
  const judgements = numbersOf(evidence.judgements, 'judged')
  const starts = evidence.starts.judgements
  const tools = new Map<string, Tool>()
  let judged = 0
  /** Adds what an audit says, or only that it is said at all. */
  const add = (audit: number, one: 0 | 1): void => {
    if (audit === none) return
    const name = names[framework[audit]!] ?? ''
    const tool = tools.get(name) ?? loadedTool(evidence, name, asked)
    tools.set(name, tool)
    tool.schools += one
    let isJudged = false
    for (let row = starts[audit]!; row < starts[audit + 1]!; row++) {
      const place = evidence.places[placeJudged(judgements[row]!)]
      if (place === undefined || !asked.has(place.strand)) continue
      tallyOf(tool, place).judged[judgementIn(judgements[row]!)]! += one
      isJudged = true
    }
    judged += isJudged ? one : 0
  }
  // Which rows there are is asked of the whole population, so that a part of it has the same.
  for (const audit of latestAudits(evidence, populationOf(evidence, asOf, where), asOf)) add(audit, 0)
  for (const audit of latestAudits(evidence, cohort, asOf)) add(audit, 1)
  return { tools, judged }
}

function loadedTool({ criteria }: Evidence, name: string, asked: ReadonlySet<Strand>): Tool {
  const tool: Tool = { schools: 0, tallies: new Map() }
  for (const { framework, criterion, ...place } of criteria)
    if (framework === name && asked.has(place.strand)) tallyOf(tool, place, criterion)
  return tool
}

function tallyOf({ tallies }: Tool, place: CriterionPlace, criterion = 'Wording not loaded') {
  const name = placeName(place)
  const tally = tallies.get(name) ?? { place, criterion, judged: new Uint32Array(4) }
  tallies.set(name, tally)
  return tally
}

const placeOrder = (a: CriterionPlace, b: CriterionPlace): number =>
  strands.indexOf(a.strand) - strands.indexOf(b.strand) ||
  byName(a.theme, b.theme) ||
  levels.indexOf(a.level) - levels.indexOf(b.level) ||
  a.number - b.number

const rowsOf = (name: string, { schools, tallies }: Tool): readonly CriteriaGapsRow[] =>
  [...tallies.values()]
    .toSorted((a, b) => placeOrder(a.place, b.place))
    .map(({ place: { strand, theme, level, number }, criterion, judged }): CriteriaGapsRow => {
      const [, notMet = 0, partlyMet = 0, met = 0] = judged
      const all = met + partlyMet + notMet
      const counts = { schools, met, partlyMet, notMet, notJudged: schools - all, metPercent: percentOf(met, all) }
      return { framework: name || noFramework, strand, theme, level, number, criterion, ...counts }
    })
