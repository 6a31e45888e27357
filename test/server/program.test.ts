import { spawn, type ChildProcess } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { tableFromIPC } from 'apache-arrow'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { environmentOf, program, runProgram } from '../program.ts'
import { codeOf } from './code-of.ts'
import { tokenIn } from './files-app.ts'

/** A folder of its own with the files of a small hub, and the program run in it. */
function workplace() {
  const folder = mkdtempSync(join(tmpdir(), 'crescendo-test-'))
  const file = (name: string, ...lines: readonly string[]): string => {
    writeFileSync(join(folder, name), lines.join('\r\n'))
    return join(folder, name)
  }
  const place = { cwd: folder, env: environmentOf(folder, '2026-06-30') }
  const start = (...words: readonly string[]): ChildProcess => spawn(process.execPath, [program, ...words], place)
  const runApart = async (...words: readonly string[]) => {
    const child = start(...words)
    const texts = { out: '', err: '' }
    child.stdout?.on('data', (part) => (texts.out += String(part)))
    child.stderr?.on('data', (part) => (texts.err += String(part)))
    const [code] = await once(child, 'close')
    return { code: code as number, ...texts }
  }
  const run = (...words: readonly string[]) => runProgram({ words, ...place })
  return { folder, file, start, run, runApart }
}

const register = [
  'URN,LA (code),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code),PhaseOfEducation (code)',
  '900001,990,2001,Aria Primary School,1,1,2',
  '900002,990,2002,Ballad Primary School,1,1,2',
]

const heading = 'URN,Meeting date,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships'

/** The database of a small hub, which the program makes once. */
let made: string
beforeAll(async () => {
  const { folder, file, runApart } = workplace()
  const first = await runApart('hub', 'add', 'Minimshire', '--area', '990,991')
  const then = await runApart('ingest', file('register.csv', ...register))
  if (first.code !== 0 || then.code !== 0) throw new Error(`no hub was made: ${first.err}${then.err}`)
  made = join(folder, 'hub.db')
})

function smallHub() {
  const place = workplace()
  copyFileSync(made, join(place.folder, 'hub.db'))
  return place
}

describe('the program', () => {
  it('loads a good file, says what it did, and answers a measure from it', async () => {
    const { file, run } = smallHub()
    const audits = file('audits.csv', heading, '900001,10/01/2025,Focusing,Developing,Not rated,Enhancing')
    const { code, out } = await run('ingest', audits, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      file: 'audits.csv',
      kind: 'audits',
      receiptId: 2,
      dataVersion: 2,
      new: 1,
      changed: 0,
      same: 0,
      rows: [{ sheet: null, row: 2, outcome: 'loaded', urn: 900001, candidates: [] }],
      problems: [],
    })
    const measured = await run('measure', 'strand-profile', '--where', 'strand=Co-curricular', '--format', 'json')
    expect(JSON.parse(measured.out)).toMatchObject({
      measure: 'strand-profile',
      asOf: '2026-06-30',
      population: 2,
      dataVersion: 2,
      rows: [{ strand: 'Co-curricular', developing: 1, notAudited: 1 }],
      totals: {},
    })
    expect((await run('measure', 'coverage', '--format', 'csv')).out).toMatch(/^population,.*\r\n2,1,1,0,1,1/)
    expect((await run('measure', 'award-ladder')).out).toContain('No award')
  })

  it('undoes a load once, and hands the problems of a file back as a workbook', async () => {
    const { file, folder, run } = smallHub()
    await run('ingest', file('audits.csv', heading, '900001,10/01/2025,Focusing,,,'))
    expect(await run('undo', '2', '--dry-run')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Nothing was changed'),
    })
    const undone = await run('undo', '2', '--json')
    expect(JSON.parse(undone.out)).toMatchObject({
      undoes: 2,
      receiptId: 3,
      dataVersion: 3,
      takenOut: 2,
      refusal: null,
    })
    expect(await run('undo', '2')).toMatchObject({ code: 2, out: expect.stringContaining('is undone already') })
    expect(await run('undo', '9')).toMatchObject({ code: 1, err: expect.stringContaining('the hub has no receipt 9') })
    const bad = file('bad.csv', heading, '900001,10/01/2025,Emerging,,,')
    const problems = join(folder, 'problems.xlsx')
    expect(await run('ingest', bad, '--problems', problems)).toMatchObject({
      code: 2,
      out: expect.stringContaining(`${problems} is the file with its problems marked`),
    })
    expect(readFileSync(problems).subarray(0, 2).toString()).toBe('PK')
    expect(await run('ingest', bad, bad, '--problems', problems)).toMatchObject({ code: 1 })
  })

  it('changes nothing by the same file again, nor by a dry run', async () => {
    const { file, run } = smallHub()
    const audits = file('audits.csv', heading, '900001,10/01/2025,Focusing,,,')
    const dry = JSON.parse((await run('ingest', audits, '--dry-run', '--json')).out)
    expect(dry).toMatchObject({ receiptId: null, new: 1 })
    await run('ingest', audits)
    const again = JSON.parse((await run('ingest', audits, '--json')).out)
    expect(again).toMatchObject({ new: 0, changed: 0, same: 1, dataVersion: 2 })
  })

  it('lists every problem of a file with its place, loads nothing of it, and exits with 2', async () => {
    const { file, run } = smallHub()
    const rows = ['900001,10/01/2025,Emerging,,,', '900001,30/02/2025,Focusing,,,', '123,10/01/2025,Focusing,,,']
    const audits = file('audits.csv', heading, ...rows, '900002,10/01/2025,Focusing,,,')
    const { code, out } = await run('ingest', audits)
    expect(code).toBe(2)
    expect(out).toContain('nothing was loaded')
    expect(out).toContain('audits.csv, row 2, "Curriculum music": found "Emerging"; use Focusing')
    expect(out).toMatch(/row 3, "Meeting date"/)
    expect(out).toMatch(/row 4, "URN"/)
    expect((await run('measure', 'coverage', '--format', 'csv')).out).toContain('\r\n2,0,0,0,2,2')
  })

  it('exits with 1 and a plain sentence when it cannot do what was asked', async () => {
    const { folder, file, run } = smallHub()
    const asked = [
      [['measure', 'strand-progres'], /there is no measure "strand-progres": use coverage/],
      [['measure', 'transition-matrix'], /say which, one of Curriculum music/],
      [['measure', 'coverage', '--where', 'council=123'], /council: found "123"; use 990, 991/],
      [['measure', 'coverage', '--as-of', '31/08/2026'], /use a day such as 2026-08-31/],
      [['measure', 'coverage', '--audience', 'school'], /released/],
      [['measure', 'coverage', '--hub', 'Nowhere'], /there is no hub "Nowhere": there is "Minimshire"/],
      [['ingest', join(folder, 'absent.csv')], /there is no file .*absent\.csv/],
      [['ingest', file('audits.csv', heading), '--kind', 'poems'], /Allowed choices/],
      [['hub', 'add', 'Minimshire', '--area', '990'], /Minimshire/],
      [['serve', '--host', '0.0.0.0'], /127\.0\.0\.1 only/],
      [['toString'], /unknown command 'toString'/],
      [
        ['export', 'county-report', '--year', '2026', '--out', join(folder, 'no', 'such', 'folder.xlsx')],
        /cannot be written/,
      ],
    ] as const
    for (const [words, sentence] of asked) {
      const { code, err } = await run(...words)
      expect({ words, code, err }).toEqual({ words, code: 1, err: expect.stringMatching(sentence) })
      expect(err).not.toMatch(/\n\s+at /)
    }
  })

  it('says how to begin where there is no database, and makes none by asking', async () => {
    const { folder, run } = workplace()
    expect(await run('measure', 'coverage')).toMatchObject({ code: 1, err: expect.stringMatching(/hub add/) })
    expect(existsSync(join(folder, 'hub.db'))).toBe(false)
  })

  it('writes a workbook', async () => {
    const { folder, run } = smallHub()
    const out = join(folder, 'county.xlsx')
    expect(await run('export', 'county-report', '--year', '202526', '--out', out)).toMatchObject({ code: 0 })
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK')
  })

  it('writes what is known for analysts, and says what the columns hold', async () => {
    const { folder, run } = smallHub()
    const out = join(folder, 'county.arrow')
    expect(await run('evidence', 'schools', '--out', out)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/2 rows/),
    })
    expect(tableFromIPC(readFileSync(out)).getChild('name')?.toArray()).toEqual([
      'Aria Primary School',
      'Ballad Primary School',
    ])
    expect(await run('evidence', '--columns')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/level .*Focusing/),
    })
    expect(await run('evidence', 'advisers')).toMatchObject({ code: 1, err: expect.stringMatching(/Allowed choices/) })
  })

  it('serves on its own machine, lets its steward in by what it prints, logs no address, and stops when told', async () => {
    const { run, start } = smallHub()
    const child = start('serve', '--port', '0')
    onTestFinished(() => void child.kill('SIGKILL'))
    let out = ''
    const address = await new Promise<string>((found) => {
      child.stdout?.on('data', (part) => {
        out += String(part)
        const [, origin] = /Crescendo is at (http:\/\/localhost:\d+) [^]*\/invitation\/[\w-]{43}\n/.exec(out) ?? []
        if (origin !== undefined) found(origin)
      })
    })
    const [invitation = ''] = /\/invitation\/[\w-]{43}/.exec(out) ?? []
    const welcome = await (await fetch(`${address}${invitation}`)).text()
    const [, key = ''] = /secret=([A-Z2-7]+)/.exec(welcome) ?? []
    const password = 'brass harbour lemon kettle'
    const fields = { token: tokenIn(welcome), password, again: password, code: codeOf(key) }
    const entered = await fetch(`${address}${invitation}/password`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: address },
      body: new URLSearchParams(fields),
    })
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/'])
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    expect((await fetch(`${address}${invitation}`)).status).toBe(404)
    expect((await fetch(`${address}/schools`, { redirect: 'manual' })).status).toBe(303)
    const page = await fetch(`${address}/schools?q=Ballad`, { headers: { cookie } })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Ballad Primary School')
    expect((await run('person', 'list')).out).toMatch(/^data\.steward\tData steward\tdata steward\tsigns in with/)
    expect(await run('verify', 'audit-log')).toMatchObject({ code: 0, out: expect.stringContaining('log is whole') })
    const unkept = await run('verify', 'audit-log', '--heads', 'not-kept.audit-heads')
    expect(unkept).toMatchObject({ code: 1, out: '' })
    expect((await run('person', 'disable', 'data.steward')).code).toBe(0)
    expect((await fetch(`${address}/`, { headers: { cookie }, redirect: 'manual' })).status).toBe(303)
    child.kill('SIGTERM')
    const [code] = await once(child, 'close')
    expect(code).toBe(0)
    expect(out).toContain('"route":"/schools"')
    expect(out).not.toContain('Ballad')
  })
})
