import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { closest, others } from './closest.ts'
import { inWords, scoresIn } from './score.ts'

const root = join(import.meta.dirname, '../..')

it('every file of access and disclosure is gone through once, by tests that there are', () => {
  const there = globSync(['server/access/**/*.ts', 'analytics/disclosure/**/*.ts'], { cwd: root })
  const named = [...closest, others(there)].flatMap(({ files }) => files)
  expect(named.toSorted()).toEqual(there.toSorted())
  for (const test of others(there).tests) expect(existsSync(join(root, test)) ? '' : test).toBe('')
})

it('a score counts what was found of what could be, by file, by folder and in all', () => {
  const mutants = (...statuses: readonly string[]) => ({ mutants: statuses.map((status) => ({ status })) })
  const report = {
    files: {
      'server/access/gate.ts': mutants('Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored'),
      'server/access/seal.ts': mutants('Killed'),
      'server/access/action.ts': mutants('Ignored'),
    },
  }
  expect(inWords(scoresIn(JSON.stringify(report)), 85)).toBe(
    [
      '50.0 %  server/access/gate.ts: 2 of 4 changes were found, too few',
      '100.0 %  server/access/seal.ts: 1 of 1 changes were found',
      '60.0 %  server/access: 3 of 5 changes were found',
      '60.0 %  all together: 3 of 5 changes were found',
    ].join('\n'),
  )
})

it('where nothing was gone through, no score is told', () => {
  expect(inWords([], 85)).toBe('No file was gone through to its end in the time there was: nothing is shown.')
})
