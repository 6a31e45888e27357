import { Table, makeVector, type Int32, type Uint32 } from 'apache-arrow'
import { levels } from '../framework/level.ts'
import { strands } from '../framework/strand.ts'
import type { AuditColumns } from './audits.ts'
import { codesOf, numbersOf, wordsOf } from './columns.ts'
import { never } from './endless.ts'

/**
 * One row an audit, beside those of the table of audits: where its school stood then, compared with its first audit;
 * one byte a strand, the first strand lowest. What a school's first audit is does not depend on the day asked about,
 * so this is worked out once.
 */
export type StandingColumns = { standing: Uint32 }

/** One row a school: the day number of the first audit that rates each strand; `never` if there is none. */
export type RatedColumns = { rated0: Int32; rated1: Int32; rated2: Int32; rated3: Int32 }

/** A level code: 0 (not rated) to 4. */
const codes = levels.length + 1

/** The standing of a strand in a school audited on an earlier day too, by its level codes then and now. */
export const again = (first: number, now: number): number => first * codes + now

/** The same, where the frameworks' levels cannot be compared. */
export const unlike = (first: number, now: number): number => codes ** 2 + again(first, now)

/** The standing of a strand in a school audited on that day only. */
export const once = (now: number): number => 2 * codes ** 2 + now

/** More than there are standings. */
export const standingCodes = 64

const levelColumns = ['level0', 'level1', 'level2', 'level3'] as const

/** The standings of all audits. Of two audits of a school on one day, the one that stands later counts. */
export function standingTables(
  audits: Table<AuditColumns>,
  starts: Readonly<Uint32Array>,
  comparable: Readonly<Uint8Array>,
): { readonly standings: Table<StandingColumns>; readonly rated: Table<RatedColumns> } {
  const schools = starts.length - 1
  const heldOn = numbersOf(audits, 'heldOn')
  const framework = codesOf(audits, 'framework')
  const frameworks = wordsOf(audits, 'framework').length
  const level = levelColumns.map((column) => numbersOf(audits, column))
  const rated = strands.map(() => new Int32Array(schools).fill(never))
  const standing = new Uint32Array(audits.numRows)

  for (let school = 0; school < schools; school++) {
    const [start, end] = [starts[school]!, starts[school + 1]!]
    let first = start
    while (first + 1 < end && heldOn[first + 1] === heldOn[start]) first++
    for (let audit = start; audit < end; audit++) {
      const onFirstDay = heldOn[audit] === heldOn[first]
      const alike = comparable[framework[first]! * frameworks + framework[audit]!] === 1
      const counts = audit + 1 === end || heldOn[audit + 1] !== heldOn[audit]
      for (let strand = 0; strand < strands.length; strand++) {
        const [from, to] = [level[strand]![first]!, level[strand]![audit]!]
        if (counts && to > 0 && rated[strand]![school] === never) rated[strand]![school] = heldOn[audit]!
        const code = onFirstDay ? once(to) : alike ? again(from, to) : unlike(from, to)
        standing[audit]! |= code << (8 * strand)
      }
    }
  }
  return {
    standings: new Table({ standing: makeVector(standing) }),
    rated: new Table({
      rated0: makeVector(rated[0]!),
      rated1: makeVector(rated[1]!),
      rated2: makeVector(rated[2]!),
      rated3: makeVector(rated[3]!),
    }),
  }
}
