import { unzipSync, strFromU8 } from 'fflate'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { causes } from '../../analytics/returns/change.ts'
import { undo } from '../../ingest/undo.ts'
import type { Store } from '../../migrations/open.ts'
import { verifyLog } from '../../server/access/verify-log.ts'
import { evidenceKeeper } from '../../server/evidence.ts'
import { listHubs } from '../../server/queries/hub.ts'
import { returnsOf, type Returns } from '../../server/returns/returns-of.ts'
import { hubWith, loadFile } from '../ingest/story.ts'
import { runs } from '../runs.ts'
import { signedIn } from './signed-in.ts'

const audits = `URN,Meeting date,Adviser,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships
100001,2025-03-05,Jo,Focusing,Developing,Establishing,
`
const forms = `URN,Academic year,Figure,Breakdown,Value
100001,2024,whole-class pupils,,40
100001,2024,whole-class pupils,gender=girls,22
100001,2024,whole-class pupils,gender=boys,18
100002,2024,choir pupils,,30
100002,2024,choirs,,0
`
const year = 2024
const required = ['N1', 'N2', 'N3']

async function returnsIn(store: Store): Promise<Returns> {
  const [hub] = await listHubs(store)
  const { id } = await signedIn(store, { role: 'hub leader' })
  const sources = { store, evidenceOf: evidenceKeeper(store), today: () => '2026-01-10' }
  return returnsOf(sources, { id, hubId: hub?.id ?? 0, role: 'hub leader' })
}

async function frozen(returns: Returns, id: number): Promise<number> {
  for (const narrative of required) await returns.write(id, narrative, `What there is to say of ${narrative}`)
  await returns.approve(id)
  await returns.freeze(id)
  return id
}

const figure = async (returns: Returns, id: number, indicator: string, of = '') =>
  (await returns.see(id)).figures.find((each) => each.indicator === indicator && each.of === of)

describe('a return', async () => {
  const store = await hubWith(audits, forms)
  const returns = await returnsIn(store)
  afterAll(() => store.destroy())
  const first = await returns.draft('arts-council', year)

  it('is drafted from the newest data: each figure with what it is of, for the whole and its parts', async () => {
    expect(await figure(returns, first, 'KPI5')).toMatchObject({ number: 2, denominator: 3, percent: 66.7 })
    expect(await figure(returns, first, 'KPI5', 'phase=Secondary')).toMatchObject({ number: 1, denominator: 1 })
    expect(await figure(returns, first, 'KPI1')).toMatchObject({ number: 40, denominator: 'z', percent: 'z' })
    expect(await figure(returns, first, 'KPI1', 'gender=girls')).toMatchObject({ number: 22, denominator: 'z' })
    expect(await figure(returns, first, 'KPI2')).toMatchObject({ number: 'x' })
    expect(await figure(returns, first, 'KPI1.share')).toMatchObject({ number: 'x', denominator: 'x', percent: 'x' })
    expect(await figure(returns, first, 'KPI1.schools')).toMatchObject({ number: 0, denominator: 3, percent: 0 })
    await expect(returns.draft('arts-council', year)).rejects.toThrow('There is a draft of this year’s return already')
    await expect(returns.draft('youth-music', year)).rejects.toThrow('there is no return profile "youth-music"')
  })

  it('is checked: errors keep it from being approved, warnings advise', async () => {
    const { findings } = await returns.see(first)
    const codes = findings.map(({ severity, code, at }) => `${severity} ${code} ${at ?? ''}`.trim())
    expect(codes.slice(0, 3)).toEqual(required.map((id) => `error not-answered ${id}`))
    expect(codes).toContain('warning missing-forms')
    expect(codes).toContain('warning missing-schools')
    expect(codes).toContain('warning template-not-confirmed')
    expect(codes.filter((code) => code.includes('not-available'))).toEqual(['warning not-available'])
    expect(findings.find(({ code }) => code === 'not-available')?.said).toMatch(/: KPI1\.share \(.*, KPI2 \(/)
    expect(findings.find(({ code }) => code === 'overlap')?.said).toMatch(/must not be added: .*KPI1 .*KPI4/)
    expect(findings.find(({ code }) => code === 'contradiction')).toMatchObject({
      schools: ['Beech High (100002): 30 choir pupils, and no choirs'],
    })
    await expect(returns.approve(first)).rejects.toThrow('This return cannot be approved yet: Local need')
    await returns.write(first, 'N1', 'x'.repeat(3001))
    expect((await returns.see(first)).findings[0]).toMatchObject({ severity: 'error', code: 'too-long', at: 'N1' })
    await expect(returns.freeze(first)).rejects.toThrow('Only an approved return is frozen')
  })

  it('is approved by somebody with a name, opened again, and frozen with its files, after which nothing changes it', async () => {
    for (const narrative of required) await returns.write(first, narrative, `Of ${narrative}`)
    const nobody = returnsOf(
      { store, evidenceOf: evidenceKeeper(store), today: () => '2026-01-10' },
      { id: 'operator', hubId: 1, role: 'data steward' },
      false,
    )
    await expect(nobody.approve(first)).rejects.toThrow('approved by somebody with a name')
    await returns.approve(first)
    await expect(returns.write(first, 'N1', 'More')).rejects.toThrow('approved: open it again first')
    await returns.reopen(first)
    await returns.write(first, 'N1', 'More')
    await returns.approve(first)
    await returns.freeze(first)
    const { files, issue } = await returns.see(first)
    expect(files.map(({ name }) => name)).toEqual([
      'arts-council-return-2024-25-issue-1.csv',
      'arts-council-return-2024-25-issue-1.json',
      'arts-council-return-2024-25-issue-1.xlsx',
    ])
    expect(issue).toMatchObject({ state: 'frozen', issue: 1, reissues: null })
    await expect(returns.write(first, 'N1', 'Less')).rejects.toThrow('frozen, and is never changed')
    await expect(store.updateTable('returnIssue').set({ dataVersion: 1 }).execute()).rejects.toThrow('never changed')
    await expect(store.deleteFrom('returnFile').execute()).rejects.toThrow('never changed')
  })

  it('comes out the same to the byte after later loads, corrections and an undo', async () => {
    await loadFile(store, 'late.csv', 'URN,Academic year,Figure,Value\n100004,2024,whole-class pupils,25\n')
    await loadFile(store, 'correction.csv', 'URN,Academic year,Figure,Value\n100001,2024,whole-class pupils,44\n')
    const hub = (await listHubs(store))[0]?.name ?? ''
    const extra = await loadFile(
      store,
      'extra.csv',
      'URN,Academic year,Figure,Value\n100002,2024,whole-class pupils,9\n',
    )
    await undo(store, { hub, receiptId: extra.receiptId ?? 0, by: 'test', now: '2026-01-11T09:00:00Z' })
    expect(await figure(returns, first, 'KPI1')).toMatchObject({ number: 40 })
    const made = await returns.reproduce(first)
    expect(made).toHaveLength(3)
    expect(made.every(({ isSame }) => isSame)).toBe(true)
  })

  it('is issued again with its figures marked as revised, and says what moved them', async () => {
    await expect(returns.reissue(first, ' ')).rejects.toThrow('Say why')
    const second = await frozen(returns, await returns.reissue(first, 'a school sent its form late'))
    const csv = strFromU8(await returns.file(second, 'arts-council-return-2024-25-issue-2.csv'))
    expect(csv).toContain('KPI1,,69,z,z,r,40,z')
    expect(csv).toContain('A1,,1,3,33.3,,,')
    const book = unzipSync(await returns.file(second, 'arts-council-return-2024-25-issue-2.xlsx'))
    const parts = Object.entries(book).filter(([name]) => /sharedStrings|worksheets/.test(name))
    const strings = parts.map(([, bytes]) => strFromU8(bytes)).join('\n')
    expect(strings).toContain('[r] was 40')
    expect(strings).toContain('Issue: 2, because a school sent its form late')
    expect(strings).not.toMatch(/Ash Primary|Beech High|Cedar/)
    const { changes, loads } = await returns.compare(second, first)
    const moved = changes.find(({ indicator, of }) => indicator === 'KPI1' && of === '')
    expect(moved).toMatchObject({ before: 40, after: 69, parts: { 'new data': 25, correction: 4, 'rule change': 0 } })
    expect(loads.map(({ fileName, undoes }) => [fileName, undoes === null])).toEqual([
      ['late.csv', true],
      ['correction.csv', true],
      ['extra.csv', true],
      ['extra.csv', false],
    ])
  })

  it('is compared with the year before: what is another year stands apart from what came since', async () => {
    await loadFile(store, 'next.csv', 'URN,Academic year,Figure,Value\n100001,2025,whole-class pupils,90\n')
    const next = await returns.draft('arts-council', 2025)
    const { changes } = await returns.compare(first, next)
    const moved = changes.find(({ indicator, of }) => indicator === 'KPI1' && of === '')
    expect(moved).toMatchObject({ before: 40, after: 90 })
    expect(moved?.parts).toEqual({
      'rule change': 0,
      'school joined or left': 0,
      correction: 4,
      'new data': 25,
      'another year': 21,
    })
    const { findings } = await returns.see(next)
    expect(findings.find(({ code, at }) => code === 'large-change' && at === 'KPI1')?.said).toBe(
      'Pupils in whole-class ensemble teaching moved by 30.4 per cent since 2024/25, from 69 to 90: more than 25 per cent. Say why.',
    )
    expect(findings.map(({ code }) => code)).toContain('year-not-over')
  })

  it('counts by the rule of its profile: another rule is another part of the change, and not compared with last year', async () => {
    const [profile] = await returns.profiles()
    const changed = structuredClone(profile!)
    const indicator = changed.indicators.find(({ id }) => id === 'KPI1')!
    Object.assign(indicator, { numerator: { ...indicator.numerator, column: 'given' } })
    await returns.addProfile(JSON.stringify(changed))
    const next = (await returns.list()).issues.find(({ academicYear }) => academicYear === 2025)?.id ?? 0
    await returns.refresh(next)
    const moved = (await returns.compare(first, next)).changes.find(
      ({ indicator, of }) => indicator === 'KPI1' && of === '',
    )
    expect(moved).toMatchObject({
      before: 40,
      after: 1,
      parts: { 'rule change': -39, 'new data': 1, 'another year': -1 },
    })
    expect((await returns.see(next)).findings.map(({ code }) => code)).toContain('other-basis')
    await expect(returns.addProfile('{}')).rejects.toThrow('this is no return profile')
  })

  it('leaves a row in the audit log for all that was done to it, and belongs to its hub alone', async () => {
    const log = await store.selectFrom('auditLog').select(['action', 'detail']).execute()
    const actions = new Set(log.map(({ action }) => action))
    for (const action of [
      'drafted a return',
      'wrote in a return',
      'approved a return',
      'opened a return again',
      'froze a return',
      're-issued a return',
      'exported',
      'added a return profile',
    ])
      expect(actions).toContain(action)
    expect(JSON.stringify(log)).not.toContain('What there is to say')
    expect((await verifyLog(store)).rows).toBe(log.length)
    const other = returnsOf(
      { store, evidenceOf: evidenceKeeper(store), today: () => '2026-01-10' },
      { id: 'x', hubId: 2, role: 'hub leader' },
    )
    await expect(other.see(first)).rejects.toThrow('There is nothing here')
    expect(() =>
      returnsOf({ store, evidenceOf: evidenceKeeper(store), today: () => '' }, { id: 'x', hubId: 1, role: 'adviser' }),
    ).toThrow('There is nothing here')
  })
})

describe('the parts of a change', () => {
  const urns = [100_001, 100_002, 100_004]
  const load = fc.oneof(
    fc
      .array(
        fc.tuple(
          fc.constantFrom(...urns),
          fc.constantFrom(2023, 2024),
          fc.constantFrom('whole-class pupils', 'music development plan'),
          fc.nat({ max: 90 }),
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((rows) => {
        const told = new Map(
          rows.map(([urn, of, name, value]) => [
            `${urn},${of},${name}`,
            name === 'music development plan' ? value % 2 : value,
          ]),
        )
        return `URN,Academic year,Figure,Value\n${[...told].map(([key, value]) => `${key},${value}\n`).join('')}`
      }),
    fc
      .tuple(
        fc.constantFrom(...urns),
        fc.constantFrom('2024-01-09', '2025-02-11'),
        fc.constantFrom('Focusing', 'Enhancing'),
      )
      .map(
        ([urn, day, level]) =>
          `URN,Meeting date,Adviser,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships\n${urn},${day},Jo,${level},,,\n`,
      ),
    fc
      .constantFrom(1, 2)
      .map(
        (status) =>
          `URN,LA (code),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code),PhaseOfEducation (code),OpenDate,CloseDate,UKPRN\n100002,901,4002,Beech High,1,${status},4,,${status === 2 ? '2024-12-31' : ''},10000002\n`,
      ),
  )

  it('add up to the difference, whatever was loaded and undone between any two returns of any two years', async () => {
    let [told, parted] = [0, 0]
    await fc.assert(
      fc.asyncProperty(
        fc.array(load, { minLength: 2, maxLength: 5 }),
        fc.nat({ max: 4 }),
        fc.boolean(),
        async (files, cut, isSameYear) => {
          const store = await hubWith(audits)
          const returns = await returnsIn(store)
          const receipts: number[] = []
          const take = async (content: string, at: number) => {
            const { receiptId } = await loadFile(store, `file-${at}.csv`, content)
            if (receiptId !== null && receiptId !== undefined) receipts.push(receiptId)
          }
          for (const [at, content] of files.slice(0, cut).entries()) await take(content, at)
          const first = await frozen(returns, await returns.draft('arts-council', isSameYear ? 2024 : 2023))
          for (const [at, content] of files.slice(cut).entries()) await take(content, at + cut)
          const last = receipts.at(-1)
          if (last !== undefined && cut % 2 === 1)
            await undo(store, { hub: 'Northshire', receiptId: last, by: 'test', now: '2026-01-11T09:00:00Z' })
          const second = isSameYear
            ? await returns.reissue(first, 'more is known')
            : await returns.draft('arts-council', 2024)
          const { changes } = await returns.compare(first, second)
          for (const { before, after, parts } of changes) {
            if (parts === null) continue
            const sum = causes.reduce((total, cause) => total + parts[cause], 0)
            expect(sum).toBeCloseTo(
              (typeof after === 'number' ? after : 0) - (typeof before === 'number' ? before : 0),
              6,
            )
            told += 1
            parted += causes.some((cause) => parts[cause] !== 0) ? 1 : 0
          }
          await store.destroy()
        },
      ),
      { numRuns: runs(6) },
    )
    expect(told).toBeGreaterThan(100)
    expect(parted).toBeGreaterThan(0)
  })
})

describe('a share of pupils on roll', async () => {
  const store = await hubWith(audits, forms)
  const returns = await returnsIn(store)
  afterAll(() => store.destroy())

  it('is of the schools whose roll of that year is known and of their pupils alone, and says how many schools these are', async () => {
    const rolls = 'URN,Academic year,Pupils\n100001,2024,160\n100002,2023,900\n'
    expect((await loadFile(store, 'rolls.csv', rolls)).problems).toEqual([])
    await loadFile(store, 'more.csv', 'URN,Academic year,Figure,Value\n100002,2024,whole-class pupils,30\n')
    const id = await returns.draft('arts-council', year)
    expect(await figure(returns, id, 'KPI1')).toMatchObject({ number: 70, denominator: 'z' })
    expect(await figure(returns, id, 'KPI1.share')).toMatchObject({ number: 40, denominator: 160, percent: 25 })
    expect(await figure(returns, id, 'KPI1.share', 'council=901')).toMatchObject({ number: 40, denominator: 160 })
    expect(await figure(returns, id, 'KPI1.schools')).toMatchObject({ number: 1, denominator: 3 })
    expect(await figure(returns, id, 'KPI4.share')).toMatchObject({ number: 'x', percent: 'x' })
    expect(await figure(returns, id, 'KPI4.schools')).toMatchObject({ number: 0 })
    const later = await loadFile(store, 'later.csv', 'URN,Academic year,Pupils\n100002,2024,1000\n')
    expect(later.problems).toEqual([])
    expect(await figure(returns, id, 'KPI1.share')).toMatchObject({ number: 40, denominator: 160 })
    await returns.refresh(id)
    expect(await figure(returns, id, 'KPI1.share')).toMatchObject({ number: 70, denominator: 1160, percent: 6 })
  })
})
