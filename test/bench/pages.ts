import { availableParallelism, cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { firstPaints } from './pages/first-paint.ts'
import { loadOf, oneByOne } from './pages/load.ts'
import { warm } from '../../server/warm.ts'
import { nationalApp } from './pages/national-app.ts'

/**
 * How fast pages are at national size, next to a hello behind the same sign-in and headers: kept pages under load, every
 * page at 32 connections, filters that nobody asked for before one by one, and the first paint of the county page next
 * to the same charts drawn in the browser. Prints tables and fails on nothing: `npm run bench:pages`, with `-- --only load`, `filters` or
 * `paint` for a part of it.
 */
const { values } = parseArgs({
  options: {
    schools: { type: 'string', default: '24000' },
    seconds: { type: 'string', default: '2' },
    only: { type: 'string', default: 'load,filters,paint' },
  },
})
const seconds = Number(values.seconds)
const wanted = new Set(values.only.split(','))
const paths = [
  '/strands',
  '/strands/curriculum-music',
  '/cohorts',
  '/awards',
  '/reflections',
  '/priorities',
  '/equity',
  '/districts',
  '/provision',
  '/data-quality',
  '/definitions',
  '/schools?q=church',
  '/pipeline',
]

const { origin, cookie, councils, evidence, close } = await nationalApp(Number(values.schools))
console.log(
  `${availableParallelism()} cores of ${cpus()[0]?.model.trim()}, Node ${process.version}; ${values.schools} schools`,
)

const first = performance.now()
await oneByOne(origin, cookie, ['/'])
console.log(`\nThe county page made for the first time: ${(performance.now() - first).toFixed(0)} ms`)

if (wanted.has('load')) {
  console.log('\n| page | requests/s | of hello | median ms | p95 ms |\n|---|---|---|---|---|')
  for (const path of ['/', ...paths]) {
    await oneByOne(origin, cookie, [path])
    const hello = await loadOf({ origin, cookie, path: '/bench/hello', connections: 32, seconds })
    const page = await loadOf({ origin, cookie, path, connections: 32, seconds })
    const cells = [
      path,
      page.perSecond.toFixed(0),
      (page.perSecond / hello.perSecond).toFixed(2),
      page.median.toFixed(1),
    ]
    console.log(`| ${[...cells, page.p95.toFixed(1)].join(' | ')} |`)
  }
}

if (wanted.has('filters')) {
  const slices: number[] = []
  let last = performance.now()
  await warm(evidence, '2026-06-30', () => {
    slices.push(performance.now() - last)
    last = performance.now()
    return true
  })
  console.log(
    `\nWhat pages ask is asked before them: ${slices.length} questions, ${(slices.reduce((a, b) => a + b, 0) / 1000).toFixed(1)} s in all, the longest ${Math.max(...slices).toFixed(0)} ms`,
  )
  const phases = ['', '&phase=Primary', '&phase=Secondary', '&phase=Special']
  const days = ['2026-06-30', '2026-05-31', '2026-03-31', '2025-08-31', '2024-08-31']
  const asked = councils
    .slice(0, 4)
    .flatMap((council) => phases.flatMap((phase) => days.map((day) => `council=${council}${phase}&asOf=${day}`)))
  console.log('\n| filter changed, not kept, one at a time | n | median ms | p95 ms |\n|---|---|---|---|')
  for (const path of ['/', '/strands', '/equity']) {
    const { median, p95, n } = await oneByOne(
      origin,
      cookie,
      asked.map((query) => `${path}?${query}`),
    )
    console.log(`| ${path} | ${n} | ${median.toFixed(1)} | ${p95.toFixed(1)} |`)
  }
  for (const path of ['/', '/strands']) {
    const { median, p95, n } = await oneByOne(
      origin,
      cookie,
      phases.slice(1).flatMap((phase) => days.map((day) => `${path}?asOf=${day}${phase}`)),
    )
    console.log(`| ${path}, a phase of the whole hub | ${n} | ${median.toFixed(1)} | ${p95.toFixed(1)} |`)
  }
}

if (wanted.has('paint')) {
  const { page, whole, vega, blank, rounds } = await firstPaints(origin, cookie)
  console.log(
    `\nFirst paint, median of ${rounds}: blank page ${blank.toFixed(0)} ms, county page ${page.toFixed(0)} ms (whole ${whole.toFixed(0)} ms), its charts by vega-embed ${vega.toFixed(0)} ms; less the blank page ${((page - blank) / (vega - blank)).toFixed(2)}x`,
  )
}
await close()
