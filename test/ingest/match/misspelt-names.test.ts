import { describe, expect, it } from 'vitest'
import { diceOf } from '../../../fixtures/dice.ts'
import { pick } from '../../../fixtures/draw.ts'
import { facts } from '../story.ts'
import { misspelt } from './misspell.ts'
import { isRealCountyThere, realCounty, rehearse, schoolsOfCounty } from './real-county.ts'

const plain = (name: unknown): string =>
  String(name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')

describe.skipIf(!isRealCountyThere)('names of the real register misspelt and abbreviated', () => {
  const county = realCounty()

  it('are never surely those of another school, and lead to their own among the first three', async () => {
    const store = await county
    const schoolOf = await schoolsOfCounty(store)
    const register = await facts(store, 'registerSchool')
    const open = register.filter(({ status }) => status === 1 || status === 3)
    const dice = diceOf(1, 'misspelt names')
    const asked = Array.from({ length: 2000 }, (_, turn) => {
      const { urn, name, town } = pick(dice, open)
      const school = misspelt(dice, String(name))
      return { truth: schoolOf.get(Number(urn)), school, town: turn % 2 === 1 && typeof town === 'string' ? town : '' }
    })
    const namesOfOthers = Map.groupBy(register, ({ name }) => plain(name))
    const isOthers = ({ school, truth }: (typeof asked)[number]): boolean =>
      namesOfOthers.get(plain(school))?.some(({ urn }) => schoolOf.get(Number(urn)) !== truth) === true
    const rows = await rehearse(store, asked, '2023-11-16')
    const told = asked.map((each, index) => {
      const row = rows[index]
      const found = row?.urn == null ? undefined : schoolOf.get(row.urn)
      const place = row?.candidates.findIndex(({ urn }) => schoolOf.get(urn) === each.truth) ?? -1
      return { ...each, found, place, isOthers: isOthers(each) }
    })
    const own = told.filter((each) => !each.isOthers)
    const sure = own.filter(({ found, truth }) => found === truth)
    const wrong = own.filter(({ found, truth }) => found !== undefined && found !== truth)
    const first = own.filter(({ found, place }) => found === undefined && place === 0)
    const three = own.filter(({ found, place }) => found === undefined && place >= 0 && place < 3)
    const share = (sure.length + three.length) / own.length
    console.log(
      `2,000 misspelt names, ${told.length - own.length} of them the very name of another school: ${sure.length} sure, ` +
        `${wrong.length} wrong, ${first.length} first and ${three.length} among the first three candidates: ` +
        `${(100 * share).toFixed(2)} % sure or among the first three`,
    )
    expect(wrong).toEqual([])
    expect(share).toBeGreaterThanOrEqual(0.99)
    expect(own.length).toBeGreaterThan(1980)
  })

  it('that two schools share are never sure without a place', async () => {
    const name = 'Sacred Heart Catholic Voluntary Academy'
    const store = await county
    const postcodes = ['LE5 3HH', 'LE11 2BG'].map((postcode) => ({ school: name, postcode }))
    const towns = ['Leicester', 'Loughborough'].map((town) => ({ school: name, town }))
    const rows = await rehearse(
      store,
      [{ school: name }, { school: name, town: 'Leeds' }, ...towns, ...postcodes],
      '2023-11-16',
    )
    expect(rows.map(({ urn }) => urn)).toEqual([null, null, 138081, 138294, 138081, 138294])
    for (const { candidates } of rows.slice(0, 2))
      expect(new Set(candidates.slice(0, 2).map(({ urn }) => urn))).toEqual(new Set([138081, 138294]))
  })
})
