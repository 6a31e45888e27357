import { makeVector, Table, type TypeMap, type Uint32, type Vector } from 'apache-arrow'
import { bySchool, type Compare } from './by-school.ts'
import type { GatheringColumn } from './gathering-columns.ts'
import { growing } from './growing.ts'
import type { Schools } from './schools.ts'

/** A table whose rows stand school by school, and where those of each school begin. */
export interface Laid<Columns extends TypeMap> {
  readonly table: Table<Columns>
  readonly starts: Uint32Array
  /** The place of each row among the facts as they were gathered. */
  readonly order: Uint32Array
}

/** Facts of one kind on their way into a table. */
export interface Gathering<Fact, Columns extends TypeMap> {
  /** Takes facts in, and tells the place of each among all; not those of URNs that the register does not know. */
  readonly add: (facts: Iterable<Fact>, tell?: (fact: Fact, place: number) => void) => void
  /** The table; what was gathered is let go. */
  readonly laid: () => Laid<Columns>
}

type Gathered<Fact, Columns extends TypeMap> = {
  readonly [Name in Exclude<keyof Columns, 'school'>]: GatheringColumn<Fact, Columns[Name]>
}

/** By what rows are told apart. */
export interface Ordering {
  readonly compare: Compare
}

/**
 * Gathers facts column by column, so that none is held as it was told: a country has millions. Rows are laid by school,
 * whose row is their first column, and within it by one ordering after the other, as they came where all are equal.
 */
export function gathering<Fact extends { readonly urn: number }, Columns extends TypeMap & { school: Uint32 }>(
  { lasts, rowOf }: Schools,
  columns: Gathered<Fact, Columns>,
  orderBy: (columns: Gathered<Fact, Columns>) => readonly Ordering[],
): Gathering<Fact, Columns> {
  const schools = growing(Uint32Array)
  const all = Object.values<GatheringColumn<Fact>>(columns)
  const orderings = orderBy(columns)
  const compare: Compare = (row, other) => {
    for (const ordering of orderings) {
      const order = ordering.compare(row, other)
      if (order !== 0) return order
    }
    return 0
  }
  return {
    add: (facts, tell) => {
      for (const fact of facts) {
        const school = rowOf(fact.urn)
        if (school === undefined) continue
        tell?.(fact, schools.length())
        schools.push(school)
        for (const column of all) column.add(fact)
      }
    },
    laid: () => {
      const of = schools.take()
      const { order, starts } = bySchool(of, lasts.length, compare)
      const vectors: Record<string, Vector> = { school: makeVector(order.map((row) => of[row]!)) }
      for (const [name, column] of Object.entries<GatheringColumn<Fact>>(columns)) vectors[name] = column.laid(order)
      // That the names are those of the columns is known only here.
      return { table: new Table(vectors) as unknown as Table<Columns>, starts, order }
    },
  }
}
