import { expect, it } from 'vitest'
import { progressOf } from '../../server/commands/progress.ts'
import { outcomeJson } from '../../server/wrapping/outcome-json.ts'
import { hubWith, loadFile } from '../ingest/story.ts'

/** What is said of a load of so many rows where nobody watches. */
function said(rows: number, asked: { readonly json?: true } = {}): readonly string[] {
  const lines: string[] = []
  const stream = { isTTY: false, write: (line: string) => lines.push(line) > 0 } as unknown as NodeJS.WriteStream
  const { show, stop } = progressOf('a.csv', asked, stream)
  for (let done = 1000; done <= rows; done += 1000) show(done, rows)
  stop()
  return lines
}

it('in a pipe a big file is said to have begun, a small one and one told as JSON are not', () => {
  expect(said(50_000)[0]).toBe('a.csv: 1,000 of 50,000 rows\n')
  expect(said(50_000).length).toBeLessThan(11)
  expect(said(5000)).toEqual([])
  expect(said(50_000, { json: true })).toEqual([])
})

it('an outcome of very many rows is written in pieces, and says no less', async () => {
  const rows = Array.from({ length: 10_020 }, (_, index) => `100001,2019-03-05,Choir,${index}`)
  const outcome = await loadFile(await hubWith(), 'a.csv', ['URN,Meeting date,Strand,Level', ...rows, ''].join('\n'))
  const pieces = [...outcomeJson(outcome)]
  expect(pieces.length).toBeGreaterThan(10)
  const { rows: told, problemCount, ...line } = JSON.parse(pieces.join(''))
  expect(told).toEqual([...outcome.rows])
  expect(problemCount).toBe(outcome.problemCount)
  const { rows: _rows, problemCount: _count, ...expected } = outcome
  expect(line).toEqual(expected)
})
