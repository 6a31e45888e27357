import { isPacked } from '../readers/packed-rows.ts'
import { rowsMade, type Rows } from '../readers/rows.ts'
import { isBlank } from '../recognise/reading.ts'
import { cellChangesOf, type CellChange } from './cell-change.ts'
import type { TabRow } from './check.ts'
import type { Judged } from './judge.ts'
import { rowOutcomes, type OutcomeRow, type RowOutcome } from './outcome.ts'
import type { SheetFile } from './read.ts'

/** Of so many rows the candidates are kept, and of so many the changes. */
const detailed = 10_000

/** What a doubtful row says of where its school is. */
function placeOf({ textUnder }: TabRow): Pick<OutcomeRow, 'place'> {
  const place = ['Town', 'Postcode', 'District'].map(textUnder).filter((text) => !isBlank(text))
  return place.length === 0 ? {} : { place: place.join(', ') }
}

/** The rows of a tab and those left out of it, by their numbers: a row by its place, one left out by less than none. */
function inOrder({ rows, leftovers }: SheetFile): Int32Array {
  const order = new Int32Array(rows.length + leftovers.length)
  const left = leftovers[Symbol.iterator]()
  let [end, leftover, leftAt] = [0, left.next(), 0]
  const takeLeft = (before: number): void => {
    for (; leftover.done !== true && leftover.value.row < before; leftover = left.next()) order[end++] = ~leftAt++
  }
  const rowAt = isPacked(rows) ? rows.rowAt : (at: number) => rows.at(at)!.row
  for (let at = 0; at < rows.length; at++) {
    takeLeft(rowAt(at))
    order[end++] = at
  }
  takeLeft(Infinity)
  return order
}

/** Keeps what becomes of the rows of a tab, some bytes a row. */
export function keepRowOutcomes(file: SheetFile) {
  const outcomes = new Uint8Array(file.rows.length)
  const urns = new Int32Array(file.rows.length)
  const doubts = new Map<number, Pick<OutcomeRow, 'candidates' | 'place'>>()
  const changes = new Map<number, readonly CellChange[]>()
  const counts: Record<RowOutcome, number> = { loaded: 0, same: 0, changed: 0, doubtful: 0, problem: 0, ignored: 0 }

  const keepPlain = (at: number, outcome: RowOutcome, urn: number | null): void => {
    outcomes[at] = rowOutcomes.indexOf(outcome)
    urns[at] = urn ?? -1
    counts[outcome] += 1
  }

  const keep = ({ row, outcome, differences }: Judged): void => {
    const { at } = row
    keepPlain(at, outcome, row.urn)
    if (row.candidates.length > 0 && doubts.size < detailed)
      doubts.set(at, { candidates: row.candidates, ...placeOf(row) })
    if (outcome === 'changed' && changes.size < detailed)
      changes.set(
        at,
        row.facts.flatMap((fact, index) => cellChangesOf(fact, differences[index] ?? { is: 'same' }, row)),
      )
  }

  /** The rows in order. Of a refused file nothing is loaded, so no row of it says so. */
  const rows = (isRefused: boolean): Rows<OutcomeRow> => {
    const order = inOrder(file)
    const toldOf = (outcome: RowOutcome): RowOutcome =>
      isRefused && (outcome === 'loaded' || outcome === 'changed') ? 'ignored' : outcome
    return rowsMade(order.length, (index): OutcomeRow => {
      const at = order[index]!
      const sheet = file.tab
      if (at < 0) return { sheet, row: file.leftovers.at(~at)!.row, outcome: 'ignored', urn: null, candidates: [] }
      const outcome = toldOf(rowOutcomes[outcomes[at]!]!)
      return {
        sheet,
        row: file.rows.at(at)!.row,
        outcome,
        urn: urns[at] === -1 ? null : urns[at]!,
        ...(doubts.get(at) ?? { candidates: [] }),
        ...(outcome === 'changed' && changes.has(at) && { changes: changes.get(at)! }),
      }
    })
  }
  return { keep, keepPlain, counts, rows }
}
