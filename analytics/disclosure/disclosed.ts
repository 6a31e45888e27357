import type { Figure } from '../framework/mark.ts'
import type { Answer } from '../measures/measure.ts'
import type { Audience } from './audience.ts'

declare const disclosedBy: unique symbol

/** A row in which any number may have become a mark. */
export type DisclosedRow<R extends object> = { readonly [K in keyof R]: R[K] extends number ? Figure : R[K] }

/**
 * An answer that may be said aloud to its audience. Only `disclose` makes one: routes, pages, charts and workbooks
 * take nothing else.
 */
export interface Disclosed<
  R extends object = Record<string, string | number>,
  T extends object = Record<string, string | number>,
> extends Omit<Answer<R, T>, 'rows' | 'totals' | 'identities'> {
  readonly audience: Audience
  readonly rows: readonly DisclosedRow<R>[]
  readonly totals: DisclosedRow<T>
  readonly [disclosedBy]: true
}
