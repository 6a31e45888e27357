import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { measureIds, measures } from '../analytics/measures/index.ts'
import type { Column } from '../analytics/measures/measure.ts'
import { measurePage } from '../dashboards/pages/measure.ts'
import { measureView } from './dashboards/views.ts'

const root = resolve(import.meta.dirname, '..')

/** Levels are ordered words: they are counted and compared, and never put into arithmetic. */
const averaging = /\b(?:mean|average|avg)(?:s|d|Of|Level|Rating)?\s*\(/i
const scoring = /\b(?:averages?|averaged|means? level|mean rating|scores?|scored|points? per|league|percentile)\b/i

const withoutComments = (source: string): string =>
  source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1')

/** Every source but the statistics, which are of numbers. */
const sources = ['analytics', 'dashboards', 'ingest', 'migrations', 'server']
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
  )
  .filter((file) => file.endsWith('.ts') && !file.startsWith('analytics/statistics/') && !file.includes('/bundle/'))

const columnsOf = (id: (typeof measureIds)[number]): readonly Column[] => [
  ...measures[id].columns,
  ...measures[id].totalColumns,
]

describe('levels', () => {
  it('are averaged nowhere in the code', () => {
    expect(sources.length).toBeGreaterThan(200)
    expect(sources.filter((file) => averaging.test(withoutComments(readFileSync(join(root, file), 'utf8'))))).toEqual(
      [],
    )
    expect(averaging.test('meanOf(levels)') && averaging.test('select avg (level)')).toBe(true)
  })

  it('have the middle one taken, if any, as a level that is there: never between two', () => {
    const users = sources.filter((file) => /quantile/.test(readFileSync(join(root, file), 'utf8')))
    expect(users).toEqual(['analytics/cohorts/comparator-pools.ts', 'analytics/measures/time-to-award.ts'])
  })

  it.each(measureIds)('are no score in any column of %s, and its page speaks of none', (id) => {
    for (const { key, label, note = '' } of columnsOf(id)) expect([key, label, note].join(' ')).not.toMatch(scoring)
    const { document } = parseHTML(String(measurePage(measureView(id))))
    expect(document.querySelector('main')?.textContent).not.toMatch(scoring)
  })
})
