import { describe, expect, it } from 'vitest'
import { meetingKey } from '../../../ingest/match/match.ts'
import type { Naming } from '../../../ingest/match/naming.ts'
import { candidatesOf, link, matched as matchedIn, matchingOf, notesOf, school } from './schools-told.ts'

const register = [
  school(100001, 'Ash', { ukprn: '10000001' }),
  school(100003, 'Cedar', { establishmentNumber: '2003', status: 2, closeOn: '2020-08-31' }),
  school(100004, 'Cedar Academy', { establishmentNumber: '2003', openOn: '2020-09-01', ukprn: '10000004' }),
  school(100008, 'Old Holly', { establishmentNumber: '2009', status: 2, closeOn: '2015-08-31' }),
  school(100009, 'New Ivy', { establishmentNumber: '2009', openOn: '2018-09-01' }),
  school(100010, 'Jay', { ukprn: '10000010' }),
  school(100011, 'Kite', { ukprn: '10000010' }),
]
const links = [link(100003, 100004, 'Successor')]
const matching = matchingOf(register, links)

const matched = (way: Partial<Naming>, heldOn?: string) => matchedIn(matching, way, heldOn)

describe('the school of a row', () => {
  it('is that of its URN, also where the URN has closed', () => {
    expect(matched({ urn: 100003 })).toBe(100003)
    expect(matched({ urn: 999999 })).toEqual(['unknown-school', 'URN', '999999'])
  })

  it('is that of its LAESTAB or UKPRN where the URN is blank', () => {
    expect(matched({ urn: null, laestab: '9012001' })).toEqual(['unknown-school', 'LAESTAB', '9012001'])
    expect(matched({ urn: null, laestab: '9012003' })).toBe(100004)
    expect(matched({ laestab: null, ukprn: '10000001' })).toBe(100001)
    expect(matched({ ukprn: '19999999' })).toEqual(['unknown-school', 'UKPRN', '19999999'])
  })

  it('named by a number is recorded under the URN open on the day of the meeting', () => {
    expect(matched({ laestab: '9012003' }, '2020-08-31')).toBe(100003)
    expect(matched({ laestab: '9012003' }, '2020-09-01')).toBe(100004)
    expect(matched({ ukprn: '10000004' }, '2019-03-05')).toBe(100003)
  })

  it('named by a number or a name is recorded under the URN that already has an audit of that day', () => {
    const meetings = new Set([meetingKey(100003, '2024-03-05')])
    const audited = matchingOf(register, links, { meetings })
    expect(matchedIn(audited, { ukprn: '10000004' })).toBe(100003)
    expect(matchedIn(audited, { school: 'Cedar Academy' })).toBe(100003)
  })

  it('is the one open that day where two schools have had one number', () => {
    expect(matched({ laestab: '9012009' }, '2014-01-01')).toBe(100008)
    expect(matched({ laestab: '9012009' }, '2024-01-01')).toBe(100009)
  })

  it('is doubtful, with candidates, where two open schools have one number, unless its name tells', () => {
    expect(matched({ ukprn: '10000010' })).toEqual(['doubtful-school', 'UKPRN', '10000010'])
    expect(candidatesOf(matching, { ukprn: '10000010', school: 'Lark' })).toEqual([
      [100010, 'has had this UKPRN'],
      [100011, 'has had this UKPRN'],
    ])
    expect(matched({ ukprn: '10000010', school: 'KITE' })).toBe(100011)
    expect(matched({ ukprn: '10000010', school: 'Ash' })).toEqual(['doubtful-school', 'UKPRN', '10000010'])
  })

  it('is doubtful where its number and its name are those of two schools', () => {
    expect(matched({ urn: 100001, school: 'Jay' })).toEqual(['doubtful-school', 'School', 'Jay'])
    expect(candidatesOf(matching, { urn: 100001, school: 'Jay' })).toEqual([
      [100001, 'has the URN given'],
      [100010, 'same name'],
    ])
    expect(matched({ laestab: '9012003', school: 'Ash' })).toEqual(['doubtful-school', 'School', 'Ash'])
    expect(matched({ urn: 100001, school: 'Old Holly' })).toEqual(['doubtful-school', 'School', 'Old Holly'])
  })

  it('is that of its number where the name is another of the same school, or of no school', () => {
    expect(matched({ urn: 100003, school: 'Cedar Academy' })).toBe(100003)
    expect(matched({ urn: 100004, school: 'cedar' })).toBe(100004)
    expect(matched({ urn: 100001, school: 'Ashe' })).toBe(100001)
    expect(notesOf(matching, { urn: 100001, school: 'Ashe' })).toEqual([
      'not a name that the register has for the school of this URN',
    ])
    expect(notesOf(matching, { urn: 100001, school: 'ASH' })).toEqual([])
  })

  it('of a number that the register does not have stays unknown, with the schools that its name may mean', () => {
    expect(matched({ urn: 999999, school: 'Ash' })).toEqual(['unknown-school', 'URN', '999999'])
    expect(candidatesOf(matching, { urn: 999999, school: 'Ash' })).toEqual([[100001, 'same name']])
  })

  it('has to be named', () => {
    expect(matched({ urn: null })).toEqual(['no-school', null, ''])
    expect(matched({ urn: null, school: null, town: 'Ashby' })).toEqual(['no-school', null, ''])
  })
})
