import { numbersOf } from '../../analytics/evidence/columns.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import type { Facts } from '../../analytics/evidence/facts.ts'
import { judgementIn, placeJudged } from '../../analytics/evidence/judgements.ts'
import { dayOfNumber } from '../../analytics/framework/day.ts'
import { judgements } from '../../analytics/framework/judgement.ts'
import { strands } from '../../analytics/framework/strand.ts'
import type { Store } from '../../migrations/open.ts'
import type { FactTable } from '../../migrations/tables.ts'

const rowsAtOnce = 500
const hub = { id: 1, name: 'Bench', dataVersion: 1, createdAt: '2026-06-30T12:00:00Z' } as const

/** Puts a hub into a store as rows, as if one file had brought all that the facts and the judgements tell. */
export async function storeHub(store: Store, facts: Facts, evidence: Evidence): Promise<typeof hub> {
  await store.insertInto('hub').values(hub).execute()
  await store
    .insertInto('hubArea')
    .values(facts.area.map((part) => ({ hubId: hub.id, ...part })))
    .execute()
  const counts = { rowCount: 0, newCount: 0, changedCount: 0, sameCount: 0, notes: '[]', undoes: null }
  const file = { kind: 'register', fileName: 'bench.csv', fileHash: 'bench', extractOn: facts.extractOn }
  const loaded = { loadedAt: hub.createdAt, loadedBy: 'bench', dataVersion: 1 }
  await store
    .insertInto('receipt')
    .values({ id: 1, hubId: hub.id, ...file, ...loaded, ...counts })
    .execute()
  for (const [table, rows] of Object.entries(rowsOf(facts, evidence))) await insert(store, table as FactTable, rows)
  return hub
}

async function insert(store: Store, table: FactTable, rows: readonly object[]): Promise<void> {
  const fact = { hubId: hub.id, receiptId: 1, sourceSheet: null, fromVersion: 1, untilVersion: null }
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const some = rows
      .slice(start, start + rowsAtOnce)
      .map((row, at) => ({ ...row, ...fact, sourceRow: start + at + 2 }))
    await store
      .insertInto(table as 'audit')
      .values(some as never)
      .execute()
  }
}

/** The rows of each table. */
function rowsOf(facts: Facts, evidence: Evidence): Readonly<Partial<Record<FactTable, readonly object[]>>> {
  const meetings = facts.audits.map(({ urn, heldOn, adviser, framework }) => ({ urn, heldOn, adviser, framework }))
  return {
    registerSchool: facts.register,
    registerLink: facts.links,
    criterion: facts.criteria.map((criterion) => {
      const framework = facts.frameworks.find((each) => each.framework === criterion.framework)
      return {
        ...criterion,
        inUseFrom: framework?.inUseFrom ?? null,
        comparableWith: framework?.comparableWith.join('; ') ?? null,
      }
    }),
    audit: meetings,
    rating: facts.audits.flatMap(({ urn, heldOn, levels }) =>
      levels.flatMap((level, at) => (level === null ? [] : [{ urn, heldOn, strand: strands[at], level }])),
    ),
    criterionRating: criterionRatings(evidence),
    award: facts.awards.map(({ musicMarkNominated: told, ...award }) => ({
      ...award,
      musicMarkNominated: told === null ? null : Number(told),
    })),
    priority: facts.priorities.map(({ urn, heldOn, priority, strand, theme, needs, offered }) => ({
      urn,
      heldOn,
      priority,
      strand,
      theme,
      what: 'More singing every week',
      needs: needs ? 'Time' : null,
      support: offered ? 'Advice' : null,
    })),
    reflection: facts.reflections.map(({ urn, heldOn, month, sentOn, returnedOn, withdrawnOn }) => ({
      urn,
      heldOn,
      month,
      sentOn,
      returnedOn,
      withdrawnOn,
    })),
    reflectionPriority: facts.reflections.flatMap(({ urn, heldOn, month, achieved }) =>
      achieved.flatMap((said, at) => (said === null ? [] : [{ urn, heldOn, month, priority: at + 1, achieved: said }])),
    ),
    goal: facts.goals,
    schoolYear: facts.schoolYears.map(({ year, ...known }) => ({ ...known, academicYear: year })),
    schoolFsm: facts.schoolFsm.map(({ year, ...known }) => ({ ...known, academicYear: year })),
    dataFormFigure: facts.formFigures.map(({ year, estimated, ...figure }) => ({
      ...figure,
      academicYear: year,
      estimated: estimated === null ? null : Number(estimated),
    })),
  }
}

function criterionRatings({ audits, judgements: table, places, starts }: Evidence): readonly object[] {
  const [urn, heldOn, judged] = [numbersOf(audits, 'urn'), numbersOf(audits, 'heldOn'), numbersOf(table, 'judged')]
  return Array.from({ length: audits.numRows }, (_, audit) =>
    Array.from(judged.subarray(starts.judgements[audit], starts.judgements[audit + 1]), (code) => ({
      urn: urn[audit],
      heldOn: dayOfNumber(heldOn[audit]!),
      ...places[placeJudged(code)],
      judgement: judgements[judgementIn(code) - 1],
    })),
  ).flat()
}
