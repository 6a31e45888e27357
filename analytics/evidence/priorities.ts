import { Table, type Int32, type Uint32, type Uint8 } from 'apache-arrow'
import { strands } from '../framework/strand.ts'
import { wordColumn, type Words } from './columns.ts'
import type { Priority } from './facts.ts'
import { byteColumn, dayColumn, placeColumns, textOrder, type Placed } from './rows.ts'

/** One row a priority, contiguous by school, then by meeting, URN and number. `strand` is 0 (none said) to 4. */
export type PriorityColumns = {
  school: Uint32
  urn: Uint32
  heldOn: Int32
  priority: Uint8
  strand: Uint8
  theme: Words
  /** The theme that its wording was sorted into. */
  sorted: Words
  /** 1 where it says what is needed, and where support was offered. */
  needs: Uint8
  offered: Uint8
}

export const priorityOrder = (a: Priority, b: Priority): number =>
  textOrder(a.heldOn, b.heldOn) || a.urn - b.urn || a.priority - b.priority

export const priorityTable = (rows: readonly Placed<Priority>[]): Table<PriorityColumns> =>
  new Table({
    ...placeColumns(rows),
    heldOn: dayColumn(rows, ({ heldOn }) => heldOn),
    priority: byteColumn(rows, ({ priority }) => priority),
    strand: byteColumn(rows, ({ strand }) => strands.findIndex((name) => name === strand) + 1),
    theme: wordColumn(rows.map(({ fact }) => fact.theme)),
    sorted: wordColumn(rows.map(({ fact }) => fact.sorted)),
    needs: byteColumn(rows, ({ needs }) => Number(needs)),
    offered: byteColumn(rows, ({ offered }) => Number(offered)),
  })
