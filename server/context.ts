import type { Day } from '../analytics/framework/day.ts'
import type { Store } from '../migrations/open.ts'
import type { Person } from './access/person.ts'
import type { Provider } from './access/provider/settings.ts'
import type { Rates } from './access/rates.ts'
import type { Scoped } from './access/scoped.ts'
import type { EvidenceOf } from './evidence.ts'
import type { KeepAnswer } from './wrapping/kept-answers.ts'
import type { KeepPage } from './wrapping/kept-pages.ts'
import type { WriteOds } from './wrapping/ods.ts'

/** What the application is made over. */
export interface Serving {
  readonly store: Store
  /** The file that the store is in, for threads that open it for themselves. */
  readonly storeFile: string
  readonly evidenceOf: EvidenceOf
  readonly today: () => Day
  /** Whether the hub is the invented sample county. */
  readonly sample: boolean
  /** The address by which browsers know the server; null on the machine's own. */
  readonly origin?: string | null
  /** The outside providers by which people may sign in, if there are any. */
  readonly providers?: readonly Provider[]
  /** How often anybody is answered, where that is not as usual. */
  readonly rates?: Rates
  /** To whom people write about their data and about accessibility. */
  readonly contact?: string | null
  /** Writes workbooks as OpenDocument, where LibreOffice is on the machine. */
  readonly writeOds?: WriteOds | null
}

/** What the routes work with. They reach no data but through `scoped`. */
export interface Context {
  readonly scoped: (person: Person) => Scoped
  /** The answers of measures in their wrappings, those given last kept. */
  readonly keep: KeepAnswer
  /** The pages of figures that were asked for last. */
  readonly keepPage: KeepPage
  readonly today: () => Day
  /** Whether the hub is the invented sample county. */
  readonly sample: boolean
  /** To whom people write about their data and about accessibility; null where nobody said. */
  readonly contact: string | null
  /** Writes workbooks as OpenDocument; null where LibreOffice is not on the machine, and nobody is offered any. */
  readonly writeOds: WriteOds | null
}
