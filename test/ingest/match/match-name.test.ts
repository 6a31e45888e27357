import { describe, expect, it } from 'vitest'
import { namingKey } from '../../../ingest/match/naming.ts'
import { candidatesOf, link, matched, matchingOf, notesOf, school } from './schools-told.ts'

const hills = { town: 'Hillston', postcode: 'HS1 1AA', district: 'Hills' }
const dales = { town: 'Daleby', postcode: 'DB2 2BB', district: 'Dales' }

const county = matchingOf(
  [
    school(100001, "St Mary's Church of England Primary School", hills),
    school(100002, "St Mary's C of E Primary School", dales),
    school(100003, 'Cedar Primary School', { ...hills, status: 2, closeOn: '2020-08-31' }),
    school(100004, 'Cedar Academy', { ...hills, openOn: '2020-09-01' }),
    school(100005, 'Elm Primary School', { ...dales, status: 2, closeOn: '2015-08-31' }),
    school(100006, 'Fir Tree Infant School', hills),
    school(100007, 'Fir Tree Junior School', hills),
    school(100008, 'Northgate School', { ...dales, la: '902', laName: 'Farshire' }),
    school(100009, 'Gorse Academy', dales),
    school(100010, 'Yew School', { ...dales, status: 4, openOn: '2027-09-01' }),
    school(100011, 'Elm Primary School', { ...hills, openOn: '2018-09-01' }),
  ],
  [
    link(100003, 100004, 'Successor', 'Cedar Academy'),
    link(100004, 100003, 'Predecessor', 'Cedar Prim School'),
    link(100009, 990001, 'Predecessor', 'Heath Lane School'),
    link(100006, 990002, 'Predecessor', 'Fir Tree School'),
    link(100007, 990002, 'Predecessor', 'Fir Tree School'),
  ],
  { former: [{ urn: 100009, name: 'Broom Academy', until: '2022-03-01' }] },
)

const named = (name: string, place = {}, day?: string | null) => matched(county, { school: name, ...place }, day)
const why = (name: string, place = {}, day?: string | null) => candidatesOf(county, { school: name, ...place }, day)

describe('a school named by its name', () => {
  it('is sure where one school open that day is so called, however it is written', () => {
    expect(named('cedar academy')).toBe(100004)
    expect(named('FIR-TREE Infant Sch.')).toBe(100006)
    expect(named('Northgate School')).toBe(100008)
  })

  it('is sure by a name it used to have, and recorded under the URN open that day', () => {
    expect(named('Cedar Primary School')).toBe(100004)
    expect(named('Cedar Academy', {}, '2019-03-05')).toBe(100003)
    expect(named('Broom Academy')).toBe(100009)
    expect(named('Heath Lane School')).toBe(100009)
  })

  it('is the one open that day of two that were so called in turn', () => {
    expect(named('Elm Primary School', {}, '2014-03-05')).toBe(100005)
    expect(named('Elm Primary School', {}, '2024-03-05')).toBe(100011)
    expect(named('Elm Primary School', {}, '2017-03-05')).toEqual(['doubtful-school', 'School', 'Elm Primary School'])
    expect(why('Elm Primary School', {}, '2017-03-05').slice(0, 2)).toEqual([
      [100005, 'same name, in Daleby, closed on 2015-08-31'],
      [100011, 'same name, in Hillston, not open until 2018-09-01'],
    ])
  })

  it('is never sure without a place where two are so called, and sure with the place of one', () => {
    const name = 'Saint Marys CE Primary School'
    expect(named(name)).toEqual(['doubtful-school', 'School', name])
    expect(why(name).slice(0, 2)).toEqual([
      [100001, 'same name, in Hillston'],
      [100002, 'same name, in Daleby'],
    ])
    expect(named(name, { town: 'DALEBY' })).toBe(100002)
    expect(named(name, { postcode: 'hs11aa' })).toBe(100001)
    expect(named(name, { postcode: 'DB2' })).toBe(100002)
    expect(named(name, { district: 'hills' })).toBe(100001)
    expect(named(name, { town: 'Little Daleby', postcode: 'DB2 2BB' })).toBe(100002)
  })

  it('is doubtful where the place fits neither, both, or one in one part and the other in another', () => {
    const name = "St Mary's CofE Primary"
    const full = `${name} School`
    expect(named(full, { town: 'Elsewhere' })).toEqual(['doubtful-school', 'School', full])
    expect(why(full, { town: 'Elsewhere' }).slice(0, 2)).toEqual([
      [100001, 'same name, in another town: Hillston'],
      [100002, 'same name, in another town: Daleby'],
    ])
    expect(named(full, { town: 'Hillston', postcode: 'DB2 2BB' })).toEqual(['doubtful-school', 'School', full])
    expect(named(full, { district: 'Northshire' })).toEqual(['doubtful-school', 'School', full])
    expect(why(name, { town: 'Daleby' }).slice(0, 2)).toEqual([
      [100002, 'name has "school" besides, in the town given'],
      [100001, 'name has "school" besides, in another town: Hillston'],
    ])
  })

  it('is sure by a name that one school alone has, with a note where the place is another', () => {
    expect(named('Cedar Academy', { town: 'Daleby' })).toBe(100004)
    expect(notesOf(county, { school: 'Cedar Academy', town: 'Daleby' })).toEqual([
      'the one school of this name is in another place than the row says',
    ])
    expect(notesOf(county, { school: 'Cedar Academy', town: 'Hillston', postcode: 'X' })).toEqual([])
  })

  it('is never sure by a near name, by one of a school that was split, or by that of one not yet open', () => {
    expect(named('Cedra Academy')).toEqual(['doubtful-school', 'School', 'Cedra Academy'])
    expect(why('Cedra Academy')[0]).toEqual([100004, 'name differs by one letter, in Hillston'])
    expect(why('Heathe Lane School')[0]).toEqual([
      100009,
      'former name "Heath Lane School" until 2020 differs by one letter, in Daleby',
    ])
    expect(why('Academy Cedar')[0]).toEqual([100004, 'name has the same words in another order, in Hillston'])
    expect(why('Nothgate School')[0]).toEqual([100008, "name differs by one letter, in Daleby, outside the hub's area"])
    expect(named('Fir Tree School')).toEqual(['doubtful-school', 'School', 'Fir Tree School'])
    expect(why('Fir Tree School')).toEqual([
      [100006, 'name has "infant" besides, in Hillston'],
      [100007, 'name has "junior" besides, in Hillston'],
    ])
    expect(why('Yew School')[0]).toEqual([100010, 'same name, in Daleby, not open until 2027-09-01'])
  })

  it('is unknown where no name is near', () => {
    for (const name of ['Hogwarts', 'Westminster Abbey Choir School', '???', 'x'])
      expect(named(name)).toEqual(['unknown-school', 'School', name])
  })

  it('has at most five candidates', () => {
    const many = matchingOf(Array.from({ length: 9 }, (_, index) => school(100001 + index, `Oak School ${index}`)))
    expect(candidatesOf(many, { school: 'Oak School' })).toHaveLength(5)
  })

  it('is the one that a person settled for that name and place, with a note that says when', () => {
    const folded = { number: '', name: 'saintmarys', town: 'daleby', postcode: '', district: '' }
    const decision = { urn: 100003, decidedAt: '2026-01-10T09:00:00Z' }
    const settled = { ...county, decisions: new Map([[namingKey(folded), decision]]) }
    expect(matched(settled, { school: "St. Mary's", town: 'Daleby' })).toBe(100004)
    expect(notesOf(settled, { school: "St. Mary's", town: 'Daleby' })).toEqual([
      'settled on 2026-01-10 as the school of URN 100003',
    ])
    expect(matched(settled, { school: "St. Mary's" })).toEqual(['doubtful-school', 'School', "St. Mary's"])
    expect(matched(settled, { urn: 100004, school: 'St Marys', town: 'Daleby' })).toBe(100004)
    expect(matched(settled, { urn: 100006, school: 'St Marys', town: 'Daleby' })).toContain('doubtful-school')
  })
})
