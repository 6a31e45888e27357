import { describe, expect, it } from 'vitest'
import { foldName, foldPostcode } from '../../../ingest/match/fold.ts'

const same = [
  ["St Ann's C of E Primary School", 'ST. ANNS CofE Prim. Sch.'],
  ['St Ann\u2019s C.E. Primary School', 'Saint Ann`s Church of England Primary School'],
  ['St Ann\u0092s CE Primary School', 'saint ann s c.of.e. prim sch'],
  ["St Ann's (C of E) Primary School", "St-Ann's, C E Primary School"],
  ["St Ann's C of E. Primary School", "St Ann's CHURCH OF ENGLAND PRIMARY SCHOOL"],
  ['Holy Cross R.C. School', 'Holy Cross Roman Catholic Sch'],
  ['Holy Cross R C School', 'Holy Cross RC School'],
  ['Lea & Ford Comm. School', 'Lea and Ford Community School'],
  ['Lea&Ford Comm School', 'Lea And Ford Community Sch.'],
  ['Hill Side School', 'Hillside School'],
  ['Stoke-on-Trent  Academy ', 'stoke on trent academy'],
  ['\u00C9cole Prim', 'Ecole Primary'],
] as const

const other = [
  ['Lea Primary School', 'Lea School'],
  ['Lea Infant School', 'Lea Junior School'],
  ['The Lea School', 'Lea School'],
  ['Stone School', 'Saint One School'],
  ['Ce Lea Church School', 'Lea Church School'],
  ['Catholic School', 'RC School'],
  ['Schofield', 'School Field'],
] as const

describe('a name folded', () => {
  it.each(same)('is the same for %s and %s', (a, b) => expect(foldName(a)).toBe(foldName(b)))
  it.each(other)('differs for %s and %s', (a, b) => expect(foldName(a)).not.toBe(foldName(b)))
  it('is stable', () => {
    for (const name of [...same, ...other].flat()) expect(foldName(foldName(name))).toBe(foldName(name))
  })
})

describe('a postcode folded', () => {
  it('has neither spaces nor case', () => expect(foldPostcode(' le11  2bg')).toBe('LE112BG'))
})
