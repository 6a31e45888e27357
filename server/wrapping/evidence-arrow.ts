import {
  DateDay,
  Dictionary,
  Field,
  Float64,
  Int32,
  RecordBatch,
  Schema,
  Struct,
  Table,
  Utf8,
  makeData,
  makeVector,
  tableToIPC,
  vectorFromArray,
  type Vector,
} from 'apache-arrow'
import { always, forever } from '../../analytics/evidence/endless.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { evidenceTables, type EvidenceColumn, type EvidenceTable, type EvidenceTableName } from './evidence-tables.ts'

/** Which of some values are there, a bit each, as Arrow writes that. */
function bitsOf(
  count: number,
  isThere: (at: number) => boolean,
): { readonly bits: Uint8Array; readonly nulls: number } {
  const bits = new Uint8Array(Math.ceil(count / 8))
  let nulls = 0
  for (let at = 0; at < count; at++)
    if (isThere(at)) bits[at >> 3]! |= 1 << (at & 7)
    else nulls++
  return { bits, nulls }
}

/** A vector of whole values, null where they stand for none. */
function withNulls<T extends Float64 | DateDay>(
  type: T,
  data: T['TArray'],
  isThere: (value: number) => boolean,
): Vector<T> {
  const { bits, nulls } = bitsOf(data.length, (at) => isThere(data[at]!))
  return makeVector(
    makeData({ type, length: data.length, nullCount: nulls, nullBitmap: bits, data } as never),
  ) as unknown as Vector<T>
}

function vectorOf({ is, of }: EvidenceColumn, evidence: Evidence): Vector {
  const values = of(evidence)
  if (is === 'words')
    return vectorFromArray(
      Array.from(values, (word) => (word === '' ? null : word)),
      new Dictionary(new Utf8(), new Int32()),
    )
  const told = values as ArrayLike<number>
  if (is === 'number') return makeVector(Int32Array.from(told))
  if (is === 'amount') return withNulls(new Float64(), Float64Array.from(told), (value) => !Number.isNaN(value))
  return withNulls(new DateDay(), Int32Array.from(told), (value) => value !== always && value !== forever)
}

/**
 * One table of a hub's evidence as a file of Arrow IPC. What the table is about, the hub and the data version are in the
 * metadata of its schema, and what each column holds in that of the column.
 */
export function evidenceArrow(evidence: Evidence, name: EvidenceTableName): { bytes: Uint8Array; rows: number } {
  const { about, columns }: EvidenceTable = evidenceTables[name]
  const vectors = columns.map((column) => [column.key, vectorOf(column, evidence)] as const)
  const plain = new Table(Object.fromEntries(vectors))
  const fields = columns.map(
    ({ key, note }, at) => new Field(key, vectors[at]![1].type, true, new Map([['note', note]])),
  )
  const told = new Map([
    ['table', name],
    ['about', about],
    ['hub', evidence.hub],
    ['data version', String(evidence.dataVersion)],
  ])
  const [schema, type] = [new Schema(fields, told), new Struct(fields)]
  const table = new Table(
    schema,
    plain.batches.map(({ data }) => new RecordBatch(schema, data.clone(type as never))),
  )
  return { bytes: tableToIPC(table, 'file'), rows: plain.numRows }
}
