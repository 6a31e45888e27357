import type { Mapping } from '../../ingest/mapping/mapping.ts'
import { deleteMapping, listKeptMappings, renameMapping, type KeptMapping } from '../../ingest/mapping/remember.ts'
import type { Choice } from '../../ingest/load/settle.ts'
import { load, sheetKinds, type Outcome, type SheetKind } from '../../ingest/load.ts'
import { NotWritten } from '../../ingest/load/not-written.ts'
import type { UndoOutcome } from '../../ingest/undo.ts'
import type { Progress } from '../../dashboards/pages/import-view.ts'
import type { FileProblems } from '../../dashboards/workbooks/problems-workbook.ts'
import { tellsOfPupils } from '../../dashboards/pages/tells-of-pupils.ts'
import type { Store } from '../../migrations/open.ts'
import type { ImportState } from '../../migrations/tables.ts'
import { logged } from '../access/audit-log.ts'
import { maySee } from '../access/may-see.ts'
import { notThere } from '../access/not-there.ts'
import type { Person } from '../access/person.ts'
import { Mistake } from '../mistake.ts'
import { withoutBlocking } from '../patiently.ts'
import { getHub } from '../queries/hub.ts'
import { findImport, listOpenImports, readImport, type ImportFile } from '../queries/import-file.ts'
import { namesOf } from '../queries/person.ts'
import { fileProblemsOf } from '../wrapping/problems-workbook.ts'
import type { Line } from './line.ts'
import { dropImport, findTwin, move, stage, type Standing } from './stage.ts'

/** All that a person may do with the files of their hub, and with what is remembered of how files are read. */
export interface Files {
  /** The file of an id; to whom it is not theirs, and where there is none, it is not there. */
  readonly find: (id: string) => Promise<ImportFile>
  readonly listOpen: () => Promise<readonly ImportFile[]>
  /** Stages a file as it comes in; it is not open until it is checked. */
  readonly take: (name: string, chunks: AsyncIterable<Uint8Array>) => Promise<Staged>
  readonly check: (id: string) => void
  /** Stages what a person corrected in a form, to be reviewed and loaded like any file; or tells what is wrong in it. */
  readonly correct: (correction: Correction) => Promise<Corrected>
  /** Moves a file on from where it stands, and has it checked then; false where somebody was quicker. */
  readonly checkAgain: (id: string, from: readonly ImportState[], to: Omit<Standing, 'state'>) => Promise<boolean>
  readonly load: (id: string, version: number) => Promise<boolean>
  readonly settle: (id: string, choices: readonly Choice[]) => Promise<boolean>
  readonly leaveOut: (id: string) => Promise<void>
  readonly undo: (receiptId: number, dryRun: boolean) => Promise<UndoOutcome>
  readonly progressOf: (id: string) => Progress | null
  /** A file with its problems marked, as a workbook shows it. */
  readonly problemsOf: (id: string, today: string) => Promise<FileProblems>
  readonly mappings: () => Promise<readonly KeptMapping[]>
  readonly renameMapping: (id: number, name: string) => Promise<void>
  readonly forgetMapping: (id: number) => Promise<void>
}

/** What a person corrected in a form, as a file that says the same. */
export interface Correction {
  readonly name: string
  readonly kind: SheetKind
  readonly bytes: Uint8Array
  readonly today: string
}

/** The id of the file that says a correction, or the problems for which it was not taken. */
export type Corrected = { readonly id: string } | { readonly problems: Outcome['problems'] }

/** A file that has come in whole and is kept or dropped next. */
export interface Staged {
  readonly id: string
  readonly size: number
  readonly drop: () => Promise<void>
  /** Keeps it, to be checked; gives the id of the file that waits with the same name and content, if there is one. */
  readonly keep: () => Promise<string>
}

/** The files of a person's hub. */
export function filesOf({ store, line }: { readonly store: Store; readonly line: Line }, person: Person): Files {
  const { hubId, id: by } = person
  if (!maySee(person, { is: 'files', hubId })) throw notThere()
  const hub = () => getHub(store, hubId)

  const find = async (id: string): Promise<ImportFile> => {
    const file = await findImport(store, hubId, id)
    if (file === undefined) throw notThere()
    return file
  }

  const take: Files['take'] = async (name, chunks) => {
    const arriving = { hubId, name, by, now: new Date().toISOString() }
    const { id, hash, size } = await stage(store, arriving, chunks)
    const drop = () => dropImport(store, id)
    const keep = async (): Promise<string> => {
      const twin = await findTwin(store, arriving, hash)
      if (twin === undefined) await move(store, id, ['arriving'], { state: 'checking', hash, size })
      else await drop()
      return twin?.id ?? id
    }
    return { id, size, drop, keep }
  }

  /** What is wrong in a correction; nothing where it cannot be asked now, for it is checked again in its turn. */
  const wrongIn = async ({ name: fileName, kind, bytes, today }: Correction): Promise<Outcome['problems']> => {
    const now = new Date().toISOString()
    const request = { hub: (await hub()).name, fileName, kind, bytes, today, now, by, dryRun: true }
    try {
      return (await withoutBlocking(store, (free) => load(free, request))).problems
    } catch (error) {
      if (error instanceof NotWritten) return []
      throw error
    }
  }

  return {
    find,
    listOpen: () => listOpenImports(store, hubId),
    take,
    correct: async (correction) => {
      const problems = await wrongIn(correction)
      if (problems.length > 0) return { problems }
      const id = await (await take(correction.name, onlyChunk(correction.bytes))).keep()
      line.check(hubId, id)
      return { id }
    },
    check: (id) => line.check(hubId, id),
    checkAgain: async (id, from, to) => {
      const isMoved = await move(store, id, from, { ...to, state: 'checking' })
      if (isMoved) line.check(hubId, id)
      return isMoved
    },
    load: (id, version) => line.load(hubId, id, version, by),
    settle: (id, choices) => line.settle(hubId, id, choices, by),
    leaveOut: (id) => line.leaveOut(hubId, id),
    undo: async (receiptId, dryRun) => line.undo(await hub(), receiptId, { dryRun, by }),
    progressOf: line.progressOf,
    problemsOf: async (id, today) => {
      const { name, kind, year, mapping, findings } = await find(id)
      if (findings === null) throw notThere()
      if (tellsOfPupils(findings)) throw new Mistake('This file tells of pupils, so nothing of it was kept.', 404)
      return fileProblemsOf(store, {
        ...findings,
        hub: (await hub()).name,
        fileName: name,
        bytes: await readImport(store, id),
        kind: sheetKinds.find((each) => each === kind),
        year: year ?? undefined,
        mappings: mapping === null ? undefined : (JSON.parse(mapping) as readonly Mapping[]),
        today,
      })
    },
    mappings: async () => {
      const nameOf = await namesOf(store, hubId)
      const mappings = await listKeptMappings(store, (await hub()).name)
      return mappings.map((mapping) => ({ ...mapping, confirmedBy: nameOf(mapping.confirmedBy) }))
    },
    renameMapping: async (id, name) => {
      const { name: of } = await hub()
      await logged(store, async (trx, log) => {
        await renameMapping(trx, { hub: of, id, name })
        await log({ hubId, personId: by, action: 'renamed a mapping', detail: { mapping: id } })
      })
    },
    forgetMapping: async (id) => {
      const { name: of } = await hub()
      await logged(store, async (trx, log) => {
        await deleteMapping(trx, { hub: of, id })
        await log({ hubId, personId: by, action: 'forgot a mapping', detail: { mapping: id } })
      })
    },
  }
}

async function* onlyChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
