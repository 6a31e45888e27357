import type { Figure } from '../framework/mark.ts'
import type { Answer, Row } from '../measures/measure.ts'
import type { Audience } from './audience.ts'
import { cellName, hiddenCells, leastGroup, leastShown } from './suppress.ts'

const disclosedBy = Symbol('disclosed')

/** A row in which any number may have become a mark. */
export type DisclosedRow<R extends object> = { readonly [K in keyof R]: R[K] extends number ? Figure : R[K] }

/**
 * An answer that may be said aloud to its audience. Only `disclose` makes one: routes, pages, charts and workbooks
 * take nothing else.
 */
export interface Disclosed<R extends object = Row, T extends object = Row> extends Omit<
  Answer<R, T>,
  'rows' | 'totals' | 'identities' | 'fine' | 'rowsTell' | 'hubAlone'
> {
  readonly audience: Audience
  readonly rows: readonly DisclosedRow<R>[]
  readonly totals: DisclosedRow<T>
  readonly [disclosedBy]: true
}

/** A dated, audited, frozen set of tables. There are none yet. */
export type Release = never

/** That an audience may read released tables only, and this is not one. */
export class NotReleased extends Error {
  override readonly name = 'NotReleased'
}

/**
 * What of an answer may be said aloud to an audience: everything to the hub; to a council with small numbers, and
 * those from which they could be worked out, suppressed; nothing to schools, who read releases only.
 *
 * For example, a council is shown `c` where two of its schools are at Focusing.
 */
export function disclose<R extends object, T extends object>(
  answer: Answer<R, T>,
  audience: Audience,
  _release?: Release,
): Disclosed<R, T> {
  if (audience !== 'hub' && answer.hubAlone !== null)
    throw new NotReleased(`${answer.title} ${answer.hubAlone}, and is not told to a ${audience}`)
  if (audience === 'school')
    throw new NotReleased('schools read released benchmark tables only, and there is no release yet')
  const { identities: _, fine: __, rowsTell: ___, hubAlone: ____, ...shown } = answer
  return {
    ...shown,
    ...(audience === 'hub' ? answerAsItIs(answer) : suppressed(answer)),
    audience,
    [disclosedBy]: true,
  }
}

/** An answer that was disclosed once and kept as it was then, with all that it said. */
export const keptAnswer = (kept: object): Disclosed<object, object> =>
  ({ ...kept, [disclosedBy]: true }) as Disclosed<object, object>

type Shown<R extends object, T extends object> = Pick<Disclosed<R, T>, 'rows' | 'totals' | 'notes'>

const answerAsItIs = <R extends object, T extends object>({ rows, totals, notes }: Answer<R, T>) =>
  ({ rows, totals, notes }) as Shown<R, T>

function suppressed<R extends object, T extends object>(answer: Answer<R, T>): Shown<R, T> {
  const rows = answer.rows as readonly Row[]
  const totals = answer.totals as Row
  const hidden = hiddenCells({ ...answer, rows, totals })
  const hide = (row: Row, at: number | 'totals'): Row =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, hidden.has(cellName({ row: at, key })) ? 'c' : value]),
    )
  const note = answer.fine
    ? 'This table is so fine that small numbers could be worked out from it: outside the hub it is suppressed (c).'
    : `Numbers of 1 or ${leastShown - 1} schools, and numbers from which they could be worked out, are suppressed (c); ` +
      `so is everything about a group of fewer than ${leastGroup} schools.`
  return {
    rows: answer.fine && answer.rowsTell ? [] : rows.map(hide),
    totals: hide(totals, 'totals'),
    notes: hidden.size === 0 ? answer.notes : [...answer.notes, note],
  } as unknown as Shown<R, T>
}
