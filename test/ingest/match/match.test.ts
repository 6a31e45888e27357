import { describe, expect, it } from 'vitest'
import { matchSchool, meetingKey, type Match, type Naming } from '../../../ingest/match/match.ts'
import { schoolsOf, type School } from '../../../ingest/match/schools.ts'

const school = (urn: number, name: string, more: Partial<School> = {}): School => ({
  urn,
  name,
  la: '901',
  establishmentNumber: '',
  ukprn: null,
  status: 1,
  openOn: null,
  closeOn: null,
  ...more,
})

const schools = schoolsOf(
  [
    school(100001, 'Ash', { ukprn: '10000001' }),
    school(100003, 'Cedar', { establishmentNumber: '2003', status: 2, closeOn: '2020-08-31' }),
    school(100004, 'Cedar Academy', { establishmentNumber: '2003', openOn: '2020-09-01', ukprn: '10000004' }),
    school(100008, 'Old Holly', { establishmentNumber: '2009', status: 2, closeOn: '2015-08-31' }),
    school(100009, 'New Ivy', { establishmentNumber: '2009', openOn: '2018-09-01' }),
    school(100010, 'Jay', { ukprn: '10000010' }),
    school(100011, 'Kite', { ukprn: '10000010' }),
  ],
  [{ urn: 100003, linkUrn: 100004, linkType: 'Successor' }],
)

const naming = { urn: undefined, laestab: undefined, ukprn: undefined, school: undefined }
const nobody: ReadonlySet<string> = new Set()

const told = (match: Match) =>
  'urn' in match ? match.urn : [match.problem.code, match.problem.column, match.problem.found, match.candidates]

const matched = (way: Partial<Naming>, heldOn: string | null = '2024-03-05', meetings = nobody) =>
  told(matchSchool({ ...naming, ...way }, heldOn, meetings, schools))

describe('the school of a row', () => {
  it('is that of its URN, also where the URN has closed', () => {
    expect(matched({ urn: 100003 })).toBe(100003)
    expect(matched({ urn: 999999 })).toEqual(['unknown-school', 'URN', '999999', []])
  })

  it('is that of its LAESTAB or UKPRN where the URN is blank', () => {
    expect(matched({ urn: null, laestab: '9012001' })).toEqual(['unknown-school', 'LAESTAB', '9012001', []])
    expect(matched({ urn: null, laestab: '9012003' })).toBe(100004)
    expect(matched({ laestab: null, ukprn: '10000001' })).toBe(100001)
    expect(matched({ ukprn: '19999999' })).toEqual(['unknown-school', 'UKPRN', '19999999', []])
  })

  it('named by a number is recorded under the URN open on the day of the meeting', () => {
    expect(matched({ laestab: '9012003' }, '2020-08-31')).toBe(100003)
    expect(matched({ laestab: '9012003' }, '2020-09-01')).toBe(100004)
    expect(matched({ ukprn: '10000004' }, '2019-03-05')).toBe(100003)
  })

  it('named by a number is recorded under the URN that already has an audit of that day', () => {
    expect(matched({ ukprn: '10000004' }, '2024-03-05', new Set([meetingKey(100003, '2024-03-05')]))).toBe(100003)
  })

  it('is the one open that day where two schools have had one number', () => {
    expect(matched({ laestab: '9012009' }, '2014-01-01')).toBe(100008)
    expect(matched({ laestab: '9012009' }, '2024-01-01')).toBe(100009)
  })

  it('is doubtful, with candidates, where two open schools have one number', () => {
    expect(matched({ ukprn: '10000010' })).toEqual([
      'doubtful-school',
      'UKPRN',
      '10000010',
      [
        { urn: 100010, name: 'Jay', why: 'has had this UKPRN' },
        { urn: 100011, name: 'Kite', why: 'has had this UKPRN' },
      ],
    ])
  })

  it('is not found by its name alone', () => {
    expect(matched({ school: 'Ash' })).toEqual(['no-school', 'School', 'Ash', []])
    expect(matched({ urn: null })).toEqual(['no-school', null, '', []])
  })
})
