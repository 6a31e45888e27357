import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { median } from './measure-race.ts'
import { ratioText } from './table.ts'
import type { Contestant, Written } from './workbooks/contestant.ts'

const run = promisify(execFile)
const columns = 10

interface Line {
  readonly name: string
  readonly seconds: number
  readonly megabytes: number
  readonly fileMegabytes: number
}

/** How one writes a table of so many cells, in processes of its own: the medians of some runs; null where it cannot. */
async function raced(
  name: string,
  rounds: number,
  write: () => Promise<{ readonly stdout: string }>,
): Promise<Line | null> {
  const runs: Written[] = []
  for (let round = 0; round < rounds; round++)
    try {
      runs.push(JSON.parse((await write()).stdout) as Written)
    } catch (error) {
      console.log(`${name} takes no part: ${error instanceof Error ? error.message.split('\n').at(-2) : String(error)}`)
      return null
    }
  const of = (key: keyof Written): number => median(runs.map((written) => written[key]))
  return {
    name,
    seconds: of('milliseconds') / 1000,
    megabytes: of('peakBytes') / 2 ** 20,
    fileMegabytes: of('fileBytes') / 2 ** 20,
  }
}

/**
 * Races the writing of one workbook of so many cells: ours, which is marked, styled and checked, against exceljs's
 * streaming writer, another npm writer, and Python's XlsxWriter where it is there; then ours of a county and a country.
 */
export async function raceWorkbooks(cells: number, rounds: number): Promise<string> {
  const script = (name: Contestant) => () =>
    run(process.execPath, [join(import.meta.dirname, 'workbooks/contestant.ts'), name, String(cells / columns)])
  const python = () =>
    run('python3', [join(import.meta.dirname, 'workbooks/xlsxwriter_table.py'), String(cells / columns)])
  const lines = [
    await raced('Crescendo (exceljs and finisher)', rounds, script('crescendo')),
    await raced('exceljs, streaming', rounds, script('exceljs')),
    await raced('write-excel-file', rounds, script('write-excel-file')),
    await raced('XlsxWriter (Python), constant memory', rounds, python),
    await raced('county report, 300 schools', rounds, script('county')),
    await raced('county report, 24,000 schools', rounds, script('country')),
  ].filter((line) => line !== null)
  const streaming = lines.find(({ name }) => name === 'exceljs, streaming')
  const rows = lines.map(({ name, seconds, megabytes, fileMegabytes }) => {
    const isRace = streaming !== undefined && !name.startsWith('county')
    const ratios = isRace ? [seconds / streaming.seconds, megabytes / streaming.megabytes].map(ratioText) : ['-', '-']
    return `| ${name} | ${seconds.toFixed(2)} | ${megabytes.toFixed(0)} | ${fileMegabytes.toFixed(1)} | ${ratios.join(' | ')} |`
  })
  return [
    `A workbook of ${cells.toLocaleString('en-GB')} cells, ${columns} columns, half words; medians of ${rounds} processes`,
    '',
    '| writer | seconds | peak MB | file MB | time / exceljs | memory / exceljs |',
    '|---|--:|--:|--:|--:|--:|',
    ...rows,
  ].join('\n')
}
