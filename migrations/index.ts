import type { Kysely } from 'kysely'
import type { Dialect } from './dialect.ts'
import * as spine from './steps/0001-spine.ts'

/** The steps of the store, in order. A step that has landed is never edited. */
export const steps: readonly { name: string; up: (db: Kysely<unknown>, dialect: Dialect) => Promise<void> }[] = [
  { name: '0001-spine', up: spine.up },
]
