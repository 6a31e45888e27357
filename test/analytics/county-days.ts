import fc from 'fast-check'

/** Days that lie where mistakes are made: ends of months and years, leap days, changes of term and of clock. */
const days = [
  '2016-02-29',
  '2017-02-28',
  '2018-08-31',
  '2018-09-01',
  '2019-02-28',
  '2019-03-01',
  '2019-08-31',
  '2020-02-29',
  '2020-03-29',
  '2020-08-31',
  '2020-09-01',
  '2021-02-28',
  '2021-03-01',
  '2021-08-31',
  '2021-10-31',
  '2022-02-28',
  '2022-08-30',
  '2022-08-31',
  '2022-09-01',
  '2023-02-28',
  '2023-03-01',
  '2023-08-31',
  '2023-09-01',
] as const

export const day = fc.constantFrom(...days)

export const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null, freq: 3 })

/** The rows without those of a key that another before them has. */
export const firstOfEach = <T>(rows: readonly T[], keyOf: (row: T) => string): T[] => [
  ...new Map(rows.toReversed().map((row) => [keyOf(row), row])).values(),
]
