import { expect, it } from 'vitest'
import { aboutText } from '../../../dashboards/pages/log-words.ts'

const people = [{ id: 'p1', name: 'Ada Lowe' }]

it('an entry of the log says in words what it is about', () => {
  expect(aboutText({ way: 'sample' }, people)).toBe('As one of the sample people')
  expect(aboutText({ way: 'password', why: 'wrong', count: 1 }, people)).toBe(
    'With a password and a code, the name, password or code was wrong, 1 wrong try in a row',
  )
  expect(aboutText({ method: 'POST', route: '/people/:id/end' }, people)).toBe('Sent a form to /people/:id/end')
  expect(aboutText({ receipt: 12, kind: 'data-forms', new: 1, changed: 0, same: 3, dataVersion: 4 }, people)).toBe(
    'Receipt 12, Data forms, 1 new, 0 changed, 3 the same, data version 4',
  )
  expect(
    aboutText({ what: 'county-report.xlsx', asOf: '2026-08-31', where: { council: '990' }, rows: 1 }, people),
  ).toBe('County-report.xlsx, as of 31 August 2026, council 990, 1 row')
  expect(aboutText({ what: 'schools', where: {}, rows: 0 }, people)).toBe('Schools, 0 rows')
})

it('people are named where they are known, and nothing is left out that has no words yet', () => {
  expect(aboutText({ person: 'p1', role: 'adviser', organisation: null, assigned: [100001] }, people)).toBe(
    'Ada Lowe, adviser, 1 school assigned: URN 100001',
  )
  expect(aboutText({ person: 'gone', ended: 2 }, people)).toBe('Somebody not known any more, 2 sign-ins ended')
  expect(aboutText({ somethingNew: [1, 'two'] }, people)).toBe('SomethingNew: 1, two')
  expect(aboutText({}, people)).toBe('')
})
