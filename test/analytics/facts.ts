import type { Facts } from '../../analytics/evidence/facts.ts'
import { factsOf } from '../../fixtures/story.ts'

/** The facts of a hub of two councils, LA 990 and 991, that knows nothing but what is given. */
export const facts = (known: Partial<Facts>): Facts =>
  factsOf({
    area: [
      { la: '990', fromOn: null, toOn: null },
      { la: '991', fromOn: null, toOn: null },
    ],
    ...known,
  })
