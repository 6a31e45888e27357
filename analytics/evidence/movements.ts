import { Table, makeVector, type Int32, type Uint8 } from 'apache-arrow'
import { levels } from '../framework/level.ts'
import { strands } from '../framework/strand.ts'
import type { AuditColumns } from './audits.ts'
import { codesOf, numbersOf, wordsOf } from './columns.ts'
import { never } from './endless.ts'

/**
 * One row an audit, beside those of the table of audits: how its school had moved by then, strand by strand, since
 * its first audit. What a school's first audit is does not depend on the day asked about, so this is worked out once.
 */
export type MovementColumns = {
  /** 1 where the school was audited on an earlier day too. */
  again: Uint8
  movement0: Uint8
  movement1: Uint8
  movement2: Uint8
  movement3: Uint8
}

/** One row a school: the day number of the first audit that rates each strand; `never` if there is none. */
export type RatedColumns = { rated0: Int32; rated1: Int32; rated2: Int32; rated3: Int32 }

/** The code of a move between two levels, 1 to 4: 0 to 15, rows of first levels one after the other. */
export const moved = (from: number, to: number): number => (from - 1) * levels.length + (to - 1)

/** The code of a school audited on one day only, by its level there, 0 (not rated) to 4. */
export const notYet = (level: number): number => levels.length ** 2 + level

/** The code of two audits that cannot be compared: a strand not rated both times, or frameworks that differ. */
export const notComparable = notYet(levels.length) + 1

/** How many codes there are. */
export const movementCodes = notComparable + 1

const levelColumns = ['level0', 'level1', 'level2', 'level3'] as const

/** The movements of all audits. Of two audits of a school on one day, the one that stands later counts. */
export function movementTables(
  audits: Table<AuditColumns>,
  starts: Readonly<Uint32Array>,
  comparable: Readonly<Uint8Array>,
): { readonly movements: Table<MovementColumns>; readonly rated: Table<RatedColumns> } {
  const schools = starts.length - 1
  const heldOn = numbersOf(audits, 'heldOn')
  const framework = codesOf(audits, 'framework')
  const frameworks = wordsOf(audits, 'framework').length
  const level = levelColumns.map((column) => numbersOf(audits, column))
  const movement = strands.map(() => new Uint8Array(audits.numRows))
  const rated = strands.map(() => new Int32Array(schools).fill(never))
  const again = new Uint8Array(audits.numRows)

  for (let school = 0; school < schools; school++) {
    const [start, end] = [starts[school]!, starts[school + 1]!]
    let first = start
    while (first + 1 < end && heldOn[first + 1] === heldOn[start]) first++
    for (let audit = start; audit < end; audit++) {
      again[audit] = heldOn[audit] === heldOn[first] ? 0 : 1
      const alike = comparable[framework[first]! * frameworks + framework[audit]!] === 1
      const counts = audit + 1 === end || heldOn[audit + 1] !== heldOn[audit]
      for (let strand = 0; strand < strands.length; strand++) {
        const [from, to] = [level[strand]![first]!, level[strand]![audit]!]
        if (counts && to > 0 && rated[strand]![school] === never) rated[strand]![school] = heldOn[audit]!
        if (again[audit] === 0) movement[strand]![audit] = notYet(to)
        else movement[strand]![audit] = alike && from > 0 && to > 0 ? moved(from, to) : notComparable
      }
    }
  }
  return {
    movements: new Table({
      again: makeVector(again),
      movement0: makeVector(movement[0]!),
      movement1: makeVector(movement[1]!),
      movement2: makeVector(movement[2]!),
      movement3: makeVector(movement[3]!),
    }),
    rated: new Table({
      rated0: makeVector(rated[0]!),
      rated1: makeVector(rated[1]!),
      rated2: makeVector(rated[2]!),
      rated3: makeVector(rated[3]!),
    }),
  }
}
