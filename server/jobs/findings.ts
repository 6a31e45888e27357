import type { Candidate } from '../../ingest/match/match.ts'
import type { Outcome } from '../../ingest/load.ts'
import type { OutcomeRow } from '../../ingest/load/outcome.ts'
import type { DoubtfulName, Findings, ReviewedSchool } from '../../dashboards/pages/import-view.ts'
import type { RegisterSchoolTable } from '../../migrations/tables.ts'

/** What the register says of the schools that an outcome speaks of, by URN. */
export type Named = ReadonlyMap<number, Pick<RegisterSchoolTable, 'name' | 'town' | 'openOn' | 'closeOn'>>

/** How much of a long list is kept for people to read. */
const most = { problems: 1000, doubtful: 50, schools: 2000 } as const

/** The URNs that an outcome speaks of. */
export const urnsOf = ({ rows }: Outcome): readonly number[] => [
  ...new Set(
    Iterator.from(rows).flatMap(({ urn, candidates }) => [
      ...(urn === null ? [] : [urn]),
      ...candidates.map((candidate) => candidate.urn),
    ]),
  ),
]

/** What people are told of an outcome. */
export function findingsOf(outcome: Outcome, named: Named): Findings {
  const { kind, problems, notes } = outcome
  return {
    kind,
    new: outcome.new,
    changed: outcome.changed,
    same: outcome.same,
    ignored: Iterator.from(outcome.rows).reduce((sum, row) => sum + Number(row.outcome === 'ignored'), 0),
    problems: problems.slice(0, most.problems),
    problemCount: outcome.problemCount,
    doubtful: doubtfulOf(outcome, named).slice(0, most.doubtful),
    corrections: [],
    schools: schoolsOf(outcome, named).slice(0, most.schools),
    notes,
    guess: null,
  }
}

const placeOf = (sheet: string | null, row: number | null): string => JSON.stringify([sheet, row])

/** The doubtful names, each once with all rows that give it and the same candidates. */
function doubtfulOf({ rows, problems }: Outcome, named: Named): readonly DoubtfulName[] {
  const names = new Map(
    problems
      .filter(({ code }) => code === 'doubtful-school')
      .map(({ sheet, row, found }) => [placeOf(sheet, row), found]),
  )
  const doubtful = Iterator.from(rows).filter(({ outcome }) => outcome === 'doubtful')
  const nameOf = ({ sheet, row }: OutcomeRow): string => names.get(placeOf(sheet, row)) ?? ''
  const alike = Map.groupBy(doubtful, (row) => JSON.stringify([row.sheet, nameOf(row), row.candidates]))
  return [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          {
            sheet: first.sheet,
            rows: [first, ...others].map(({ row }) => row),
            name: nameOf(first),
            candidates: first.candidates.map((candidate) => candidateOf(candidate, named)),
          },
        ],
  )
}

function candidateOf({ urn, name, why }: Candidate, named: Named): DoubtfulName['candidates'][number] {
  const { town = null, openOn = null, closeOn = null } = named.get(urn) ?? {}
  return { urn, name, why, town, openOn, closeOn }
}

/** The schools that a file says something of; those it changes most come first. */
function schoolsOf({ rows, problems }: Outcome, named: Named): readonly ReviewedSchool[] {
  const conflicts = new Set(
    problems.filter(({ code }) => code === 'conflict').map(({ sheet, row }) => placeOf(sheet, row)),
  )
  const bySchool = Map.groupBy(
    Iterator.from(rows).filter(({ urn }) => urn !== null),
    ({ urn }) => urn ?? 0,
  )
  const count = (own: readonly OutcomeRow[], outcome: OutcomeRow['outcome']): number =>
    own.filter((row) => row.outcome === outcome).length
  return Array.from(bySchool, ([urn, own]) => ({
    urn,
    name: named.get(urn)?.name ?? null,
    new: count(own, 'loaded'),
    changed: count(own, 'changed'),
    same: count(own, 'same'),
    conflicting: own.filter(({ sheet, row }) => conflicts.has(placeOf(sheet, row))).length,
  })).toSorted(
    (a, b) =>
      b.conflicting - a.conflicting ||
      b.changed - a.changed ||
      b.new - a.new ||
      (a.name ?? '').localeCompare(b.name ?? '', 'en-GB'),
  )
}
