import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { measureIds, measures } from '../analytics/measures/index.ts'
import { charts } from '../dashboards/charts/index.ts'

const root = resolve(import.meta.dirname, '..')

/** For each room, the rooms it may import, lowest first. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  analytics: [],
  migrations: ['analytics'],
  ingest: ['analytics', 'migrations'],
  dashboards: ['analytics'],
  fixtures: ['analytics'],
  server: ['analytics', 'migrations', 'ingest', 'dashboards'],
}

/** For each room, its floors, lowest first: a file may import its own floor and those before it. */
const floors: Readonly<Record<string, readonly (readonly string[])[]>> = {
  analytics: [['framework', 'statistics'], ['evidence'], ['cohorts'], ['measures'], ['disclosure'], ['returns']],
  ingest: [
    ['problem.ts', 'note.ts', 'standing.ts', 'lock-hub.ts'],
    ['readers'],
    ['recognise', 'match'],
    ['sheets'],
    ['mapping'],
    ['load', 'load.ts', 'hub.ts', 'undo', 'undo.ts', 'propose.ts', 'redact.ts'],
  ],
  dashboards: [['client'], ['parts', 'charts'], ['pages', 'workbooks']],
  server: [
    [
      'access',
      'queries',
      'wrapping',
      'returns',
      'mistake.ts',
      'patiently.ts',
      'thrift.ts',
      'today.ts',
      'log.ts',
      'evidence.ts',
      'warm.ts',
      'asked.ts',
      'context.ts',
    ],
    ['routes', 'jobs', 'retention'],
    ['app.ts'],
    ['commands'],
    ['main.ts', 'crescendo.js'],
  ],
}

/** The one exception: the demonstration reads the sample county. */
const allowed = new Set(['server/commands/demo.ts -> fixtures'])

const sources = Object.keys(rooms)
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
  )
  .filter((file) => /\.[jt]s$/.test(file) && !file.includes('/bundle/'))

interface Arrow {
  readonly from: string
  readonly to: string
}

const importing =
  /(?:^|\n)\s*(?:import|export)\b[^'"]*?from\s*['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"](\.[^'"]+)['"]/g

const arrows: readonly Arrow[] = sources.flatMap((from) =>
  [...readFileSync(join(root, from), 'utf8').matchAll(importing)].map(([, a, b, c]) => ({
    from,
    to: relative(root, resolve(root, dirname(from), a ?? b ?? c ?? '')),
  })),
)

const roomOf = (file: string): string => file.split('/')[0] ?? ''
const floorOf = (file: string): number =>
  (floors[roomOf(file)] ?? []).findIndex((names) => names.includes(file.split('/')[1] ?? ''))

describe('the house', () => {
  it('has sources and arrows to check', () => {
    expect(sources.length).toBeGreaterThan(50)
    expect(arrows.length).toBeGreaterThan(100)
    expect(arrows.filter(({ to }) => !existsSync(join(root, to)))).toEqual([])
  })

  it('lets rooms import only the rooms below them', () => {
    const wrong = arrows.filter(({ from, to }) => {
      const [room, other] = [roomOf(from), roomOf(to)]
      return room !== other && !rooms[room]?.includes(other) && !allowed.has(`${from} -> ${other}`)
    })
    expect(wrong).toEqual([])
  })

  it('lets floors of a room import only their own and lower ones', () => {
    const wrong = arrows.filter(
      ({ from, to }) =>
        roomOf(from) === roomOf(to) && floors[roomOf(from)] !== undefined && floorOf(to) > floorOf(from),
    )
    expect(wrong).toEqual([])
    expect(sources.filter((file) => floors[roomOf(file)] !== undefined && floorOf(file) === -1)).toEqual([])
  })

  it('keeps the store from routes: they reach data by a person and by no other way', () => {
    const routes = sources.filter((file) => file.startsWith('server/routes/'))
    const imported = routes.flatMap((file) =>
      [
        ...readFileSync(join(root, file), 'utf8').matchAll(/import\s+(type\s)?([^'"]*?)\s*from\s*['"]([^'"]+)['"]/g),
      ].map(([, isType, , from = '']) => ({ file, from, isType: isType !== undefined })),
    )
    const store =
      /migrations\/open\.ts$|^kysely$|^better-sqlite3$|^pg$|^node:fs|^\.\.\/(evidence|patiently)\.ts$|\/stage\.ts$/
    const reading = /\/queries\/(?!fact-tables\.ts$)|\/ingest\/.*(remember|undo|hub|redact)\.ts$/
    const wrong = imported.filter(({ from, isType }) => store.test(from) || (reading.test(from) && !isType))
    expect(routes.length).toBeGreaterThan(15)
    expect(imported.length).toBeGreaterThan(100)
    expect(wrong).toEqual([])
  })

  it('keeps addresses of contacts behind one door: whatever hands them out asks who may be written to', () => {
    const reading = /(?:from|join|From|Join)\(\s*['"]contact\b/
    expect(sources.filter((file) => reading.test(readFileSync(join(root, file), 'utf8'))).toSorted()).toEqual([
      'server/access/consent.ts',
      'server/access/erasures-file.ts',
      'server/queries/contact.ts',
    ])
    const asking = arrows.filter(({ to }) => to === 'server/queries/contact.ts').map(({ from }) => from)
    expect(asking.filter((file) => !file.startsWith('server/access/')).toSorted()).toEqual([
      'server/queries/held-about.ts',
      'server/retention/handlings.ts',
      'server/routes/contacts.ts',
      'server/wrapping/contacts-csv.ts',
    ])
  })

  it('has no circles', () => {
    const next = new Map<string, string[]>()
    for (const { from, to } of arrows) next.set(from, [...(next.get(from) ?? []), to])
    const done = new Set<string>()
    const circles: string[] = []
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
      if (done.has(file) || path.includes(file)) return
      for (const to of next.get(file) ?? []) walk(to, [...path, file])
      done.add(file)
    }
    for (const file of sources) walk(file, [])
    expect(circles).toEqual([])
  })

  it('has no name that says nothing', () => {
    const empty = /(^|\/)(utils?|helpers?|common|shared|misc|lib|types|manager|services?|data|constants)(\.[jt]s|\/)/
    expect(sources.filter((file) => empty.test(file))).toEqual([])
  })

  it('installs with no compiler: the database brings its own binary, and npm is told so', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
    expect(lock.packages['node_modules/better-sqlite3'].gypfile).toBe(false)
    const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(allowScripts).toMatchObject({ node: true, 'better-sqlite3': false })
  })

  it('keeps its top level', () => {
    const top = readdirSync(root).filter(
      (name) => !name.startsWith('.') && !/\.db(-shm|-wal|\.audit-heads|\.erasures|\.key)?$/.test(name),
    )
    const agreed = ['LICENSE', 'README.md', 'analytics', 'dashboards', 'docs', 'fixtures', 'ingest', 'migrations']
    const more = ['node_modules', 'package-lock.json', 'package.json', 'server', 'test', 'tsconfig.json']
    expect(top.filter((name) => ![...agreed, ...more, 'Dockerfile', 'coverage'].includes(name))).toEqual([])
  })
})

describe('every measure', () => {
  it.each(measureIds)('%s has a file, a chart, a test and a question of its name', (id) => {
    expect(measures[id].id).toBe(id)
    expect(measures[id].question).toMatch(/\?$/)
    expect(existsSync(join(root, 'analytics/measures', `${id}.ts`))).toBe(true)
    expect(existsSync(join(root, 'test/analytics/measures', `${id}.test.ts`))).toBe(true)
    expect(existsSync(join(root, 'dashboards/charts', `${id}.ts`))).toBe(true)
    expect(Object.keys(charts)).toContain(id)
  })
})
