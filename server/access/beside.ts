import type { FileToSettle } from '../../ingest/load/settle.ts'
import type { LoadRequest } from '../../ingest/load.ts'
import type { UndoRequest } from '../../ingest/undo.ts'
import { writeEntry } from './audit-log.ts'

/** Writes into the audit log, in the same transaction, what somebody loads. Files are named by their receipt only. */
export const besideLoad =
  (personId: string, hubId: number): NonNullable<LoadRequest['beside']> =>
  (trx, { receiptId, kind, new: added, changed, same, dataVersion }) =>
    writeEntry(trx, {
      hubId,
      personId,
      action: 'loaded a file',
      detail: { receipt: receiptId, kind, new: added, changed, same, dataVersion },
    })

/** The same of what somebody undoes. */
export const besideUndo =
  (personId: string, hubId: number): NonNullable<UndoRequest['beside']> =>
  (trx, { undoes, receiptId, takenOut, givenBack, dataVersion }) =>
    writeEntry(trx, {
      hubId,
      personId,
      action: 'undid a load',
      detail: { undoes, receipt: receiptId, takenOut, givenBack, dataVersion },
    })

/** The same of which school somebody says that a name means. */
export const besideSettling =
  (personId: string, hubId: number): NonNullable<FileToSettle['beside']> =>
  (trx, { urn }) =>
    writeEntry(trx, { hubId, personId, action: 'settled schools', detail: { urns: [urn] } })
