import type { Findings, ImportState } from '../../dashboards/pages/import-view.ts'
import type { Choice } from '../../ingest/load/settle.ts'
import type { UndoOutcome, UndoRequest } from '../../ingest/undo.ts'

/** When and by whom something is done. */
interface Done {
  readonly today: string
  readonly now: string
  readonly by: string
}

/** What the worker is told to do with a staged file. */
export type FileTask = Done &
  (
    | { readonly does: 'check'; readonly importId: string }
    | { readonly does: 'load'; readonly importId: string; readonly version: number }
    | { readonly does: 'settle'; readonly importId: string; readonly choices: readonly Choice[] }
  )

/** What the worker is told to do. */
export type Task = FileTask | ({ readonly does: 'undo'; readonly hubId: number } & Omit<UndoRequest, 'beside'>)

/** What the worker answers to a task. */
export type AnswerTo<T extends Task> = T extends FileTask ? Answer : UndoOutcome

/** Where a task leaves its file. */
export interface Answer {
  readonly state: ImportState
  readonly version: number
  readonly findings: Findings
  readonly receiptId: number | null
  readonly said: string | null
}

/** What the worker says while at work and at the end. */
export type Message =
  | { readonly is: 'progress'; readonly done: number; readonly of: number }
  | { readonly is: 'done'; readonly answer: Answer | UndoOutcome }
  | { readonly is: 'failed'; readonly reason: string }
