import { expect, it } from 'vitest'
import { pupilColumns } from '../../../ingest/recognise/pupil-columns.ts'

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
