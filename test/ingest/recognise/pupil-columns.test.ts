import { expect, it } from 'vitest'
import { pupilColumns, pupilNumbers } from '../../../ingest/recognise/pupil-columns.ts'

it.each([
  'UPN',
  'Former UPN',
  'Unique Pupil Number',
  'Pupil name',
  'Pupils forename',
  "Child's name",
  'Name of pupil',
  'Student last name',
  'Surname',
  'Forename',
  'DOB',
  'Pupil DoB',
  'Date of birth',
  'date_of_birth',
  'D.O.B.',
  'DOB (dd/mm/yyyy)',
  'Birth date',
  'Pupil',
  'Pupil ID',
  'UPN (unique pupil number)',
  'ULN',
  'Legal surname',
  'Admission number',
  'NHS number',
])('a column %s would say who a pupil is', (heading) => {
  expect(pupilColumns(['URN', heading]).map(({ code, column }) => [code, column])).toEqual([['pupil-data', heading]])
})

it('columns about schools and counts say nothing of a pupil', () => {
  const headings = [
    'URN',
    'UPRN',
    'UKPRN',
    'School name',
    'NumberOfPupils',
    'Pupils',
    'HeadLastName',
    'LinkName',
    'PropsName',
    'SiteName',
    'Adviser',
  ]
  expect(pupilColumns(headings)).toEqual([])
})

it('a first and a last name together are as likely as not those of a pupil', () => {
  expect(pupilColumns(['URN', 'First name', 'Last name']).map(({ column }) => column)).toEqual([
    'First name',
    'Last name',
  ])
  expect(pupilColumns(['URN', 'First name', 'School'])).toEqual([])
})

it('a column of numbers of pupils is known whatever its heading, and none of them is repeated', () => {
  const rows = ['H801200001001', 'h80120000100A', '', '-'].map((number, index) => ({
    row: index + 2,
    cells: ['100001', number, `Q${number}`],
  }))
  const found = pupilNumbers(['URN', 'Reference', 'Code'], rows, 0)
  expect(found.map(({ code, column, found }) => [code, column, found])).toEqual([
    ['pupil-data', 'Reference', 'Reference'],
  ])
})
