import type { Findings } from '../../dashboards/pages/import-view.ts'
import { tellsOfPupils } from '../../dashboards/pages/tells-of-pupils.ts'
import { load, sheetKinds, type Outcome, type SheetKind } from '../../ingest/load.ts'
import { settleRows } from '../../ingest/load/settle.ts'
import type { Mapping } from '../../ingest/mapping/mapping.ts'
import type { ProblemCode } from '../../ingest/problem.ts'
import type { Store } from '../../migrations/open.ts'
import type { ImportState } from '../../migrations/tables.ts'
import { besideLoad, besideSettling } from '../access/beside.ts'
import { findNamed } from '../queries/register.ts'
import { readImport } from '../queries/import-file.ts'
import { guessOf } from './guess.ts'
import { findingsOf } from './findings.ts'
import type { Answer, FileTask } from './task.ts'

/** What is said of a file that was reviewed against figures that have changed since. */
export const outdated = 'Other files were loaded since you reviewed this one, so it was checked again.'

type OnProgress = (done: number, of: number) => void

/** Does what a task says to its file, and tells where that leaves it. */
export async function perform(store: Store, task: FileTask, onProgress: OnProgress): Promise<Answer> {
  const file = await stagedFile(store, task)
  const { hubId, by: personId } = file
  if (task.does === 'settle')
    await settleRows(store, { ...file, beside: besideSettling(personId, hubId) }, task.choices)
  const how = task.does === 'load' ? { expectedVersion: task.version } : { dryRun: true }
  const outcome = await load(store, { ...file, ...how, onProgress, beside: besideLoad(personId, hubId) })
  const { receiptId, dataVersion: version } = outcome
  const state = receiptId === null ? stateOf(outcome) : 'loaded'
  const findings = {
    ...(await findingsOf(outcome, (urns) => findNamed(store, hubId, urns))),
    attribution: file.attribution ?? null,
    guess: state === 'asking' ? await guessOf(store, file) : null,
  }
  const isOutdated = task.does === 'load' && receiptId === null && version !== task.version
  return { state, version, findings, receiptId, said: isOutdated ? outdated : null }
}

/** The file as `load` takes it. */
async function stagedFile(store: Store, { importId, today, now, by }: FileTask) {
  const { name, hub, hubId, kind, year, mapping, findings } = await store
    .selectFrom('importFile')
    .innerJoin('hub', 'hub.id', 'importFile.hubId')
    .select([
      'importFile.name',
      'importFile.kind',
      'importFile.year',
      'importFile.mapping',
      'importFile.findings',
      'hub.name as hub',
      'hub.id as hubId',
    ])
    .where('importFile.id', '=', importId)
    .executeTakeFirstOrThrow()
  const told = sheetKinds.find((each) => each === kind)
  const { attribution = null } = (JSON.parse(findings ?? '{}') ?? {}) as Partial<Findings>
  return {
    hub,
    hubId,
    fileName: name,
    bytes: await readImport(store, importId),
    ...(told === undefined ? {} : { kind: told satisfies SheetKind }),
    ...(year === null ? {} : { year }),
    ...(attribution === null ? {} : { attribution }),
    ...(mapping === null ? {} : { mappings: JSON.parse(mapping) as readonly Mapping[], isConfirmed: true }),
    today,
    now,
    by,
  }
}

/** Problems that a person answers beside the file: what it is, and which year it is of. */
const asked: ReadonlySet<ProblemCode> = new Set([
  'unknown-kind',
  'ambiguous-kind',
  'missing-column',
  'unfit-mapping',
  'missing-year',
])

/** Where an outcome that loaded nothing leaves its file. */
function stateOf({ problems, new: added, changed }: Outcome): ImportState {
  if (tellsOfPupils({ problems })) return 'problems'
  if (problems.some(({ code }) => asked.has(code))) return 'asking'
  if (problems.some(({ code }) => code === 'doubtful-school')) return 'doubtful'
  if (problems.length > 0) return 'problems'
  return added + changed === 0 ? 'known' : 'ready'
}
