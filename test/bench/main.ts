import { availableParallelism, cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { raceHub } from './hub.ts'
import { raceLoad } from './load-race.ts'
import { raceRebuild } from './rebuild-race.ts'
import { raceWorkbooks } from './workbook-race.ts'

/**
 * Races Crescendo's measures against the same answers from SQLite, DuckDB and PostgreSQL, at national size and at a county's.
 * Prints one table a size; fails only where an engine's answer is not Crescendo's.
 */
const sizes = { national: 24_000, county: 300 }
const rounds = '15'

const { values } = parseArgs({
  options: {
    schools: { type: 'string' },
    times: { type: 'string' },
    engines: { type: 'string', default: 'SQLite,DuckDB,PostgreSQL' },
    asking: { type: 'string', default: '' },
    rounds: { type: 'string', default: rounds },
    only: { type: 'string' },
    ratings: { type: 'string', default: '1000000' },
    loads: { type: 'string', default: '3' },
    cells: { type: 'string', default: '1000000' },
  },
})
const schools =
  values.times !== undefined
    ? [sizes.national * Number(values.times)]
    : values.schools === undefined
      ? [sizes.national, sizes.county]
      : [Number(values.schools)]

const machine = `${availableParallelism()} cores of ${cpus()[0]?.model.trim() ?? 'an unknown kind'}, Node ${process.version}`
console.log(`${machine}; median of ${values.rounds} interleaved rounds after a warm-up`)
for (const size of values.only === undefined || values.only === 'measures' ? schools : []) {
  const engines = values.engines.split(',')
  const { report, equal } = await raceHub({
    schools: size,
    rounds: Number(values.rounds),
    engines,
    asking: values.asking,
  })
  console.log(`\n${report}`)
  if (!equal) process.exitCode = 1
}
if (values.only === undefined || values.only === 'rebuild')
  console.log(`\n${await raceRebuild(sizes.county, Number(values.rounds))}`)
if (values.only === undefined || values.only === 'load')
  console.log(`\n${await raceLoad(Number(values.ratings), Number(values.loads))}`)
if (values.only === undefined || values.only === 'workbooks')
  console.log(`\n${await raceWorkbooks(Number(values.cells), Number(values.loads))}`)
