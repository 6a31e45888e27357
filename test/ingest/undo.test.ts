import { describe, expect, it } from 'vitest'
import { undo, type UndoOutcome } from '../../ingest/undo.ts'
import { readFormerNames } from '../../ingest/match/former-names.ts'
import type { Store } from '../../migrations/open.ts'
import { readFacts } from '../server/queries/all-facts.ts'
import { allFacts, emptyHub, hubWith, loadFile, register, wholeStore } from './story.ts'

const usual = { hub: 'Northshire', by: 'steward', now: '2026-01-11T09:00:00Z' }

const undoing = (store: Store, receiptId: number, more = {}): Promise<UndoOutcome> =>
  undo(store, { ...usual, receiptId, ...more })

const audits = `URN,Meeting date,Adviser,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships
100001,2024-03-05,Jo,Focusing,Developing,Establishing,
100002,2024-04-05,Jo,Focusing,Focusing,Focusing,Focusing
`
const correction = `URN,Meeting date,Strand,Level
100001,2024-03-05,Curriculum music,Enhancing
100001,2024-03-05,Co-curricular,Not rated
`
const awards = `URN,Meeting date,Award,Award date
100001,2024-03-05,Bronze,2024-06-01
`

const hub = { id: 1, name: 'Northshire' }

describe('an undo', () => {
  it('takes out what the load brought, with a receipt of its own that names it', async () => {
    const store = await hubWith()
    const before = await allFacts(store)
    await loadFile(store, 'audits.csv', audits)
    const then = await readFacts(store, hub)
    expect(await undoing(store, 3)).toEqual({
      undoes: 3,
      file: 'audits.csv',
      kind: 'audits',
      receiptId: 4,
      dataVersion: 4,
      takenOut: 9,
      givenBack: 0,
      refusal: null,
      undoFirst: [],
      notes: [],
    })
    expect(await allFacts(store)).toEqual(before)
    expect(await readFacts(store, hub, { at: 3 })).toEqual(then)
    const receipt = await store.selectFrom('receipt').selectAll().where('id', '=', 4).executeTakeFirstOrThrow()
    expect(receipt).toMatchObject({ undoes: 3, kind: 'audits', fileName: 'audits.csv', loadedBy: 'steward' })
    expect(JSON.parse(receipt.notes)).toEqual(['Undid receipt 3: 9 facts taken out, 0 facts given back as before.'])
    await store.destroy()
  })

  it('gives back what a correction superseded and what it said was not so, from the row they first came from', async () => {
    const store = await hubWith(audits)
    const before = await store.selectFrom('rating').selectAll().where('urn', '=', 100001).execute()
    await loadFile(store, 'correction.csv', correction)
    expect(await undoing(store, 4)).toMatchObject({ takenOut: 1, givenBack: 2, refusal: null })
    const after = await store
      .selectFrom('rating')
      .selectAll()
      .where('urn', '=', 100001)
      .where('untilVersion', 'is', null)
      .orderBy('strand', 'desc')
      .execute()
    const known = (rows: typeof after) => rows.map(({ fromVersion: _from, untilVersion: _until, ...row }) => row)
    expect(known(after)).toEqual(expect.arrayContaining(known(before)))
    expect(after.map(({ strand, fromVersion }) => [strand, fromVersion])).toEqual([
      ['Leadership and Management', 3],
      ['Curriculum music', 5],
      ['Co-curricular', 5],
    ])
    await store.destroy()
  })

  it('of a dry run says the same and changes nothing', async () => {
    const store = await hubWith(audits)
    const before = await wholeStore(store)
    expect(await undoing(store, 3, { dryRun: true })).toMatchObject({ takenOut: 9, receiptId: null, dataVersion: 3 })
    expect(await wholeStore(store)).toBe(before)
    await store.destroy()
  })

  it('is refused while a later load changes the same facts, and names it', async () => {
    const store = await hubWith(audits, correction)
    const before = await wholeStore(store)
    const { refusal, undoFirst } = await undoing(store, 3)
    expect(refusal).toBe(
      'Receipt 3 (story-2.csv) cannot be undone yet: receipt 4 (story-3.csv) changed the same facts. Undo receipt 4 first.',
    )
    expect(undoFirst).toEqual([
      {
        receiptId: 4,
        file: 'story-3.csv',
        undoes: null,
        kind: 'audits',
        loadedAt: '2026-01-10T09:00:00Z',
        why: 'changed the same facts',
      },
    ])
    expect(await wholeStore(store)).toBe(before)
    await undoing(store, 4)
    await undoing(store, 5)
    expect((await undoing(store, 3)).refusal).toBe(
      'Receipt 3 (story-2.csv) cannot be undone yet: receipt 6 (the undo of receipt 5) changed the same facts. Undo receipt 6 first.',
    )
    await undoing(store, 6)
    expect(await undoing(store, 3)).toMatchObject({ receiptId: 8, refusal: null })
    await store.destroy()
  })

  it('is refused while later loads lean on what it would take out', async () => {
    const more = 'URN,Meeting date,Strand,Level\n100002,2024-04-06,Co-curricular,Focusing\n'
    const framework =
      'Framework,Strand,Theme,Level,Number,Criterion\nTool,Co-curricular,Choirs,Focusing,1,There is one\n'
    const under = 'URN,Meeting date,Framework,Strand,Level\n100004,2024-04-06,Tool,Co-curricular,Focusing\n'
    const forms = 'URN,Academic year,Figure,Value\n100004,2023,choirs,2\n'
    const store = await hubWith(audits, awards, more, framework, under, forms)
    expect((await undoing(store, 3)).refusal).toBe(
      'Receipt 3 (story-2.csv) cannot be undone yet: receipt 4 (story-3.csv) has awards for meetings that lean on it. Undo receipt 4 first.',
    )
    expect((await undoing(store, 6)).undoFirst).toMatchObject([
      { receiptId: 7, why: 'has audits under a framework that lean on it' },
    ])
    expect((await undoing(store, 1)).undoFirst.map(({ receiptId, why }) => [receiptId, why])).toEqual([
      [8, 'has data forms of URNs that lean on it'],
      [7, 'has audits of URNs that lean on it'],
      [5, 'has audits of URNs that lean on it'],
      [3, 'has audits of URNs that lean on it'],
    ])
    expect(await undoing(store, 5)).toMatchObject({ refusal: null })
    await store.destroy()
  })

  it('is no second time, and says so; nor is it of a receipt that is not there', async () => {
    const store = await hubWith(audits)
    await undoing(store, 3)
    expect(await undoing(store, 3)).toMatchObject({
      receiptId: null,
      refusal: 'Receipt 3 (story-2.csv) is undone already: receipt 4 undid it on 2026-01-11.',
    })
    await expect(undoing(store, 9)).rejects.toThrow('the hub has no receipt 9')
    await expect(undoing(store, 3, { hub: 'Southshire' })).rejects.toThrow('unknown hub: Southshire')
    await store.destroy()
  })

  it('can itself be undone, and then the load stands again and can be undone again', async () => {
    const store = await hubWith(audits, correction)
    const whole = await allFacts(store)
    await undoing(store, 4)
    const without = await allFacts(store)
    expect(await undoing(store, 5)).toMatchObject({ undoes: 5, receiptId: 6, takenOut: 2, givenBack: 1 })
    expect(await allFacts(store)).toEqual(whole)
    expect((await undoing(store, 5)).refusal).toContain('undone already: receipt 6')
    expect(await undoing(store, 4)).toMatchObject({ receiptId: 7 })
    expect(await allFacts(store)).toEqual(without)
    await store.destroy()
  })

  it('does not give awards back for a meeting that has gone since', async () => {
    const store = await hubWith(audits, awards)
    await undoing(store, 4)
    await undoing(store, 3)
    const { refusal, undoFirst } = await undoing(store, 5)
    expect(undoFirst).toMatchObject([{ receiptId: 6, why: 'took away what awards for meetings lean on' }])
    expect(refusal).toContain('Undo receipt 6 first.')
    expect(await undoing(store, 6)).toMatchObject({ refusal: null })
    expect(await undoing(store, 5)).toMatchObject({ refusal: null })
    await store.destroy()
  })

  it('takes out, and says so, what a later file only repeated', async () => {
    const store = await hubWith(audits)
    const part = audits.split('\n').slice(0, 2).join('\n')
    await loadFile(store, 'part.csv', `${part}\n100004,2024-05-05,Jo,Focusing,,,\n`)
    const { notes, takenOut } = await undoing(store, 3)
    expect(takenOut).toBe(9)
    expect(notes).toEqual([
      'Receipt 4 (part.csv) had 1 row that was known already. If it was known from this load, it is gone: load that file again.',
    ])
    await store.destroy()
  })

  it('lets the same file be loaded again', async () => {
    const store = await hubWith(audits)
    const whole = await allFacts(store)
    await undoing(store, 3)
    expect(await loadFile(store, 'audits.csv', audits)).toMatchObject({ new: 2, receiptId: 5 })
    expect(await allFacts(store)).toEqual(whole)
    await store.destroy()
  })
})

describe('after the undo of a register', () => {
  const renamed = register.replace('Ash Primary', 'Ash Grove Primary')

  it('the day it speaks for is that of the register that stands, and of earlier versions what it was', async () => {
    const store = await emptyHub()
    await loadFile(store, 'gias_2024-01-05.csv', register)
    await loadFile(store, 'gias_2025-01-05.csv', renamed)
    const extracts = async () =>
      Promise.all([undefined, 1, 2].map(async (version) => (await readFacts(store, hub, { at: version })).extractOn))
    expect(await extracts()).toEqual(['2025-01-05', '2024-01-05', '2025-01-05'])
    await undoing(store, 2)
    expect(await extracts()).toEqual(['2024-01-05', '2024-01-05', '2025-01-05'])
    await undoing(store, 3)
    expect(await extracts()).toEqual(['2025-01-05', '2024-01-05', '2025-01-05'])
    await undoing(store, 2)
    expect(await extracts()).toEqual(['2024-01-05', '2024-01-05', '2025-01-05'])
    await store.destroy()
  })

  it('a name that it alone told is no former name', async () => {
    const store = await emptyHub()
    await loadFile(store, 'gias_2024-01-05.csv', register)
    await loadFile(store, 'gias_2025-01-05.csv', renamed)
    const former = { urn: 100001, name: 'Ash Primary', until: '2025-01-05' }
    expect(await readFormerNames(store, 1)).toEqual([former])
    await undoing(store, 2)
    expect(await readFormerNames(store, 1)).toEqual([])
    const named = 'School,Meeting date,Strand,Level\nAsh Grove Primary,2024-03-05,Co-curricular,Focusing\n'
    expect((await loadFile(store, 'audits.csv', named)).problems).toHaveLength(1)
    await undoing(store, 3)
    expect(await readFormerNames(store, 1)).toEqual([former])
    expect((await loadFile(store, 'audits.csv', named)).problems).toEqual([])
    await store.destroy()
  })
})
