import fastify from 'fastify'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../migrations/open.ts'
import { commentaryOf, type NewRemark } from '../../../server/access/commentary-of.ts'
import { frozenOf, type NewView } from '../../../server/access/frozen-of.ts'
import type { Person } from '../../../server/access/person.ts'
import { readRemarks, remarksFor } from '../../../server/access/remarks.ts'
import { evidenceKeeper } from '../../../server/evidence.ts'
import { commentsOf } from '../../../server/wrapping/commentary.ts'
import { hubWith } from '../../ingest/story.ts'
import { signedIn } from '../signed-in.ts'
import { logOf, steward } from './empty-hubs.ts'

let store: Store
let leader: Person
beforeEach(async () => {
  store = await hubWith()
  const { id } = await signedIn(store, { role: 'hub leader', name: 'Harriet Cadence' })
  leader = { ...steward, id, role: 'hub leader', name: 'Harriet Cadence' }
  return () => store.destroy()
})

const nothing = 'There is nothing here that you can see.'
const of = (person: Person) => commentaryOf({ store, evidenceOf: evidenceKeeper(store) }, person)
const place = { measure: 'coverage', page: '', scope: '' } as const
const remark = { ...place, text: 'Two were put off by snow.', meantFor: 'hub', replaces: null, isNamed: false } as const
const written = async (more: Partial<NewRemark> = {}, person = leader): Promise<number> => {
  expect(await of(person).write({ ...remark, ...more })).toEqual([])
  return (await store.selectFrom('remark').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id
}
const officer: Person = { ...steward, id: 'officer', role: 'council officer', organisation: '901' }
const others = (['council officer', 'school user', 'trust user'] as const).map((role) => ({ ...steward, role }))

describe('a remark', () => {
  it('is of the people of the hub, and of that hub', async () => {
    for (const person of others) expect(() => of(person)).toThrow(nothing)
    const id = await written()
    const stranger = { ...leader, hubId: leader.hubId + 1 }
    await expect(of(stranger).withdraw(id)).rejects.toThrow(nothing)
    await expect(of({ ...stranger, role: 'data steward' }).approve(id)).rejects.toThrow(nothing)
    expect((await of(stranger).at(place)).remarks).toEqual([])
  })

  it('is kept with its place, its writer and the data version, and logged without what it says', async () => {
    const id = await written({ text: ' Two were put off\r\nby\rsnow. ', scope: 'phase=Primary' })
    const [kept] = await store.selectFrom('remark').selectAll().execute()
    expect(kept).toMatchObject({
      id: 1,
      hubId: 1,
      page: '',
      measure: 'coverage',
      scope: 'phase=Primary',
      text: 'Two were put off\nby\nsnow.',
      meantFor: 'hub',
      dataVersion: 2,
      replaces: null,
      writtenBy: leader.id,
      approvedAt: null,
      approvedBy: null,
      withdrawnAt: null,
      withdrawnBy: null,
    })
    expect(await logOf(store)).toEqual([
      {
        action: 'remarked on a figure',
        personId: leader.id,
        hubId: 1,
        remark: id,
        measure: 'coverage',
        page: '',
        scope: 'phase=Primary',
        meantFor: 'hub',
        replaces: null,
      },
    ])
    const { remarks, nameOf } = await of(leader).at({ ...place, scope: 'phase=Primary' })
    expect(remarks.map(({ text, writtenBy }) => [text, nameOf(writtenBy)])).toEqual([
      ['Two were put off\nby\nsnow.', 'Harriet Cadence'],
    ])
    for (const elsewhere of [
      place,
      { ...place, scope: 'phase=Primary', measure: 'strand-profile' },
      { ...place, scope: 'phase=Primary', page: '/' },
    ])
      expect((await of(leader).at(elsewhere)).remarks).toEqual([])
  })

  it.each<[string, Partial<NewRemark>, string]>([
    ['nothing', { text: ' \n' }, 'Enter what there is to say'],
    ['too much', { text: 'x'.repeat(2001) }, 'It may have 2000 characters at most'],
    ['of no measure', { measure: 'nothing' }, nothing],
    ['of a measure and a page', { page: '/' }, nothing],
    ['of a page elsewhere', { measure: '', page: 'https://elsewhere.example/' }, nothing],
    ['of a page with more', { measure: '', page: '/a?b' }, nothing],
    ['of too long a scope', { scope: 'x'.repeat(501) }, nothing],
    ['in place of none', { replaces: 99 }, nothing],
  ])('says %s in vain', async (_, more, said) => {
    await expect(of(leader).write({ ...remark, ...more })).rejects.toThrow(said)
    expect(await store.selectFrom('remark').selectAll().execute()).toEqual([])
  })

  it('may be as long as it may be, and of a page', async () => {
    await written({ text: 'x'.repeat(2000), scope: 's'.repeat(500) })
    await written({ measure: '', page: '/strands/co-curricular' })
    await written({ measure: '', page: '/' })
    expect((await of(leader).at({ measure: '', page: '/', scope: '' })).remarks).toHaveLength(1)
  })

  it('asks before it names schools, and names none to the council', async () => {
    const text = 'Ash Primary moved.'
    expect(await of(leader).write({ ...remark, text })).toEqual(['Ash Primary'])
    expect(await store.selectFrom('remark').selectAll().execute()).toEqual([])
    await written({ text, isNamed: true })
    await expect(of(leader).write({ ...remark, text, isNamed: true, meantFor: 'council' })).rejects.toThrow(
      'What the council reads names no school: leave out Ash Primary',
    )
  })

  it('takes the place of one that stands at the same place, and is the one that is told', async () => {
    const first = await written()
    await expect(of(leader).write({ ...remark, scope: 'phase=Primary', replaces: first })).rejects.toThrow(nothing)
    const second = await written({ text: 'They came in March.', replaces: first })
    await expect(of(leader).write({ ...remark, replaces: first })).rejects.toThrow(nothing)
    expect((await remarksFor(store, leader)).map(({ text }) => text)).toEqual(['They came in March.'])
    expect((await of(leader).at(place)).remarks.map(({ id }) => id)).toEqual([second, first])
    await of(leader).withdraw(second)
    await expect(of(leader).write({ ...remark, replaces: second })).rejects.toThrow(nothing)
  })

  it('is withdrawn by its writer or the steward, once', async () => {
    const [one, two] = [await written(), await written()]
    await expect(of({ ...leader, id: 'another' }).withdraw(one)).rejects.toThrow(
      'A remark is withdrawn by whoever made it, or by the data steward.',
    )
    await of(leader).withdraw(one)
    const at = async (id: number) =>
      store.selectFrom('remark').select(['withdrawnAt', 'withdrawnBy']).where('id', '=', id).executeTakeFirst()
    const before = await at(one)
    expect(before).toMatchObject({ withdrawnBy: leader.id })
    await of(steward).withdraw(one)
    expect(await at(one)).toEqual(before)
    await of(steward).withdraw(two)
    expect(await at(two)).toMatchObject({ withdrawnBy: 'steward' })
    expect((await logOf(store)).slice(2)).toEqual([
      { action: 'withdrew a remark', personId: leader.id, hubId: 1, remark: one },
      { action: 'withdrew a remark', personId: 'steward', hubId: 1, remark: two },
    ])
    expect(await remarksFor(store, leader)).toEqual([])
    await expect(of(steward).withdraw(99)).rejects.toThrow(nothing)
  })

  it('is told to a council once the steward has approved it for that, as the hub’s, and of its own figures', async () => {
    const [own, other] = [
      await written({ scope: 'council=901', meantFor: 'council' }),
      await written({ scope: 'council=902', meantFor: 'council' }),
    ]
    const inside = await written({ scope: 'council=901' })
    await expect(of(leader).approve(own)).rejects.toThrow(nothing)
    expect(await remarksFor(store, officer)).toEqual([])
    await of(steward).approve(own)
    await of(steward).approve(other)
    const waiting = 'This remark is not waiting to be approved for the council.'
    await expect(of(steward).approve(inside)).rejects.toThrow(waiting)
    await expect(of(steward).approve(own)).rejects.toThrow(waiting)
    const withdrawn = await written({ meantFor: 'council' })
    await of(steward).withdraw(withdrawn)
    await expect(of(steward).approve(withdrawn)).rejects.toThrow(waiting)
    expect(await store.selectFrom('remark').select(['approvedBy']).where('id', '=', own).execute()).toEqual([
      { approvedBy: 'steward' },
    ])
    expect((await logOf(store)).find(({ action }) => action === 'approved a remark')).toEqual({
      action: 'approved a remark',
      personId: 'steward',
      hubId: 1,
      remark: own,
    })
    const { writtenAt } = await store
      .selectFrom('remark')
      .select('writtenAt')
      .where('id', '=', own)
      .executeTakeFirstOrThrow()
    const told = {
      ...place,
      id: own,
      scope: 'council=901',
      text: remark.text,
      writtenAt,
      dataVersion: 2,
      meantFor: 'council',
    }
    expect(await remarksFor(store, officer)).toEqual([{ ...told, by: 'The hub', isApproved: true }])
    expect(await remarksFor(store, { ...officer, hubId: 2 })).toEqual([])
    const ofHub = await remarksFor(store, leader)
    expect(ofHub.map(({ id, by, isApproved }) => [id, by, isApproved])).toEqual([
      [inside, 'Harriet Cadence', false],
      [other, 'Harriet Cadence', true],
      [own, 'Harriet Cadence', true],
    ])
    for (const role of ['adviser', 'data steward'] as const)
      expect(await remarksFor(store, { ...leader, role })).toHaveLength(3)
    for (const role of ['school user', 'trust user'] as const)
      expect(await remarksFor(store, { ...leader, role })).toEqual([])
  })

  it('on how advisers rate is known to the hub leader alone, on the figure and on each of its pages', async () => {
    const moderation = { measure: 'adviser-consistency', page: '', scope: 'strand=Co-curricular' }
    const onPage = ['/advisers', '/measures/adviser-consistency', '/measures/adviser-consistency/lineage']
    const places = [moderation, ...onPage.map((page) => ({ measure: '', page, scope: '' }))]
    const ids: number[] = []
    for (const each of places) ids.push(await written({ ...each, text: 'Jo rates high.' }))
    const open = await written({ measure: '', page: '/measures/coverage' })
    expect((await remarksFor(store, leader)).map(({ id }) => id)).toEqual([open, ...ids.toReversed()])
    for (const each of places) expect((await of(leader).at(each)).remarks).toHaveLength(1)
    for (const role of ['adviser', 'data steward'] as const) {
      const other = { ...leader, id: role, role }
      expect((await remarksFor(store, other)).map(({ id }) => id)).toEqual([open])
      for (const each of places) {
        await expect(of(other).at(each)).rejects.toThrow(nothing)
        await expect(of(other).write({ ...remark, ...each })).rejects.toThrow(nothing)
      }
      for (const id of ids) await expect(of(other).withdraw(id)).rejects.toThrow(nothing)
    }
    await expect(of(leader).write({ ...remark, ...moderation, meantFor: 'council' })).rejects.toThrow(
      'This is for the hub leader alone: the council is not told of it',
    )
    await of(leader).withdraw(open)
    expect(commentsOf(await remarksFor(store, leader), {}, '2020-09-01')).toEqual([])
  })

  it('is read before pages of figures that somebody reads, and no others', async () => {
    await written()
    const app = fastify()
    let person: Person | null = leader
    app.decorateRequest('login', null)
    app.addHook(
      'onRequest',
      async (request) => void (request.login = person === null ? null : ({ person } as typeof request.login)),
    )
    readRemarks(app, store)
    for (const scope of ['hub', 'council', 'self', 'people', 'school'] as const)
      for (const url of [`/${scope}`, `/api/${scope}`])
        app.route({
          method: ['GET', 'POST'],
          url,
          config: { audience: 'anyone', scope },
          handler: async ({ remarks }) => ({ told: remarks?.length ?? null }),
        })
    app.get('/silent', async ({ remarks }) => ({ told: remarks?.length ?? null }))
    const told = async (url: string, method: 'GET' | 'POST' = 'GET') =>
      (await app.inject({ url, method })).json<{ told: number | null }>().told
    expect([await told('/hub'), await told('/council'), await told('/self')]).toEqual([1, 1, 1])
    expect([await told('/people'), await told('/school'), await told('/silent')]).toEqual([null, null, null])
    expect([await told('/api/hub'), await told('/hub', 'POST')]).toEqual([null, null])
    person = null
    expect(await told('/hub')).toBeNull()
    await app.close()
  })
})

describe('a frozen view', () => {
  const answer = { measure: 'coverage', rows: [{ audited: 1 }] }
  const profiles = { by: 'year', profiles: [{ name: '2024/25', answer }] }
  const figures = [answer, profiles] as unknown as NewView['figures']
  const view: NewView = { title: 'Committee', address: '/?phase=Primary', dataVersion: 2, figures, remarks: [] }

  it('is of the people of the hub, and of that hub', async () => {
    for (const person of others) expect(() => frozenOf({ store }, person)).toThrow(nothing)
    const id = await frozenOf({ store }, leader).freeze(view)
    const stranger = frozenOf({ store }, { ...leader, hubId: 2 })
    await expect(stranger.find(id)).rejects.toThrow(nothing)
    expect(await stranger.list()).toEqual([])
  })

  it('is kept as it was told, with who froze it, and logged; it says what the newest data version is', async () => {
    const frozen = frozenOf({ store }, leader)
    const id = await frozen.freeze(view)
    expect(await logOf(store)).toEqual([
      { action: 'froze a view', personId: leader.id, hubId: 1, view: id, address: '/?phase=Primary', dataVersion: 2 },
    ])
    const found = await frozen.find(id)
    const told = { id, title: 'Committee', address: '/?phase=Primary', dataVersion: 2, by: 'Harriet Cadence' }
    expect(found).toMatchObject({ ...told, newest: 2, remarks: [] })
    expect(found.figures).toMatchObject([answer, profiles])
    const kept = found.figures as unknown as readonly [object, { readonly profiles: readonly { answer: object }[] }]
    for (const each of [kept[0], kept[1].profiles[0]?.answer ?? {}])
      expect(Object.getOwnPropertySymbols(each)).toHaveLength(1)
    expect(Object.getOwnPropertySymbols(kept[1])).toHaveLength(0)
    expect(await frozen.list()).toMatchObject([{ id, title: 'Committee', by: 'Harriet Cadence', frozenBy: leader.id }])
    await expect(frozen.find('another')).rejects.toThrow(nothing)
  })

  it('keeps the figures of a map as they were disclosed', async () => {
    const frozen = frozenOf({ store }, leader)
    const map = { kind: 'reach', answer, shares: [] }
    const id = await frozen.freeze({ ...view, figures: [map] as unknown as NewView['figures'] })
    const [kept] = (await frozen.find(id)).figures as unknown as readonly { readonly answer: object }[]
    expect(kept).toMatchObject(map)
    expect(Object.getOwnPropertySymbols(kept?.answer ?? {})).toHaveLength(1)
  })

  it('of how advisers rate is found and listed by the hub leader alone', async () => {
    const moderation = { ...answer, measure: 'adviser-consistency' }
    const figures = [answer, moderation] as unknown as NewView['figures']
    const [open, hidden] = [
      await frozenOf({ store }, leader).freeze(view),
      await frozenOf({ store }, leader).freeze({ ...view, figures }),
    ]
    const found = async (role: 'hub leader' | 'adviser' | 'data steward') => {
      const frozen = frozenOf({ store }, { ...leader, role })
      const ids = (await frozen.list()).map(({ id }) => id)
      const isFound = await frozen.find(hidden).then(
        () => true,
        (error: Error) => error.message,
      )
      return [new Set(ids), isFound]
    }
    expect(await found('hub leader')).toEqual([new Set([open, hidden]), true])
    for (const role of ['adviser', 'data steward'] as const)
      expect(await found(role)).toEqual([new Set([open]), nothing])
  })
})
