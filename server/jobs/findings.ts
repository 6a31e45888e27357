import type { Candidate } from '../../ingest/match/match.ts'
import type { Outcome } from '../../ingest/load.ts'
import type { Correction, DoubtfulName, Findings, ReviewedSchool } from '../../dashboards/pages/import-view.ts'
import type { RegisterSchoolTable } from '../../migrations/tables.ts'
import { seeRows, type RowsSeen } from './rows-seen.ts'

/** What the register says of the schools that an outcome speaks of, by URN. */
type Named = ReadonlyMap<number, Pick<RegisterSchoolTable, 'name' | 'town' | 'openOn' | 'closeOn'>>

/** How much of a long list is kept for people to read. */
const most = { problems: 1000, doubtful: 50, schools: 2000 } as const

/** What people are told of an outcome; the register is asked for the names of the schools that it speaks of. */
export async function findingsOf(
  outcome: Outcome,
  nameOf: (urns: readonly number[]) => Promise<Named>,
): Promise<Findings> {
  const { kind, problems, problemCount, notes } = outcome
  const seen = seeRows(outcome)
  const named = await nameOf(urnsOf(seen))
  return {
    kind,
    new: outcome.new,
    changed: outcome.changed,
    same: outcome.same,
    ignored: seen.ignored,
    problems: problems.slice(0, most.problems),
    problemCount,
    doubtful: doubtfulOf(seen, named).slice(0, most.doubtful),
    corrections: correctionsOf(seen, named),
    schools: schoolsOf(seen, named).slice(0, most.schools),
    notes,
    guess: null,
  }
}

const urnsOf = ({ schools, doubts }: RowsSeen): readonly number[] => [
  ...new Set([...schools.keys(), ...doubts.flatMap(({ first }) => first.candidates.map(({ urn }) => urn))]),
]

/** The doubtful names, each once with all rows that give it and the same place and candidates, on whatever tab. */
const doubtfulOf = ({ doubts }: RowsSeen, named: Named): readonly DoubtfulName[] =>
  doubts.map(({ first, name, tabs }) => ({
    sheet: first.sheet,
    rows: tabs.get(first.sheet) ?? [],
    ...(tabs.size > 1 && { elsewhere: Array.from(tabs, ([sheet, rows]) => ({ sheet, rows })).slice(1) }),
    name,
    place: first.place ?? null,
    candidates: first.candidates.map((candidate) => candidateOf(candidate, named)),
  }))

function candidateOf({ urn, name, why }: Candidate, named: Named): DoubtfulName['candidates'][number] {
  const { town = null, openOn = null, closeOn = null } = named.get(urn) ?? {}
  return { urn, name, why, town, openOn, closeOn }
}

/** The cells that change, in the order of the file. */
const correctionsOf = ({ changed }: RowsSeen, named: Named): readonly Correction[] =>
  changed.flatMap(({ sheet, row, urn, changes = [] }) =>
    changes.map((change) => ({ sheet, row, school: named.get(urn ?? 0)?.name ?? null, ...change })),
  )

/** The schools that a file says something of; those it changes most come first. */
const schoolsOf = ({ schools }: RowsSeen, named: Named): readonly ReviewedSchool[] =>
  Array.from(schools, ([urn, counts]) => ({ urn, name: named.get(urn)?.name ?? null, ...counts })).toSorted(
    (a, b) =>
      b.conflicting - a.conflicting ||
      b.changed - a.changed ||
      b.new - a.new ||
      (a.name ?? '').localeCompare(b.name ?? '', 'en-GB'),
  )
