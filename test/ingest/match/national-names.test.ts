import type { distance as Distance } from 'fuzzball/ultra_lite'
import { describe, expect, it, vi } from 'vitest'
import { diceOf, type Dice } from '../../../fixtures/dice.ts'
import { pick, wholeBetween } from '../../../fixtures/draw.ts'
import { nationalFacts } from '../../../fixtures/national.ts'
import { matchSchool } from '../../../ingest/match/match.ts'
import { misspelt } from './misspell.ts'
import { link, matchingOf, school } from './schools-told.ts'

const counted = vi.hoisted(() => ({ comparisons: 0 }))
vi.mock('fuzzball/ultra_lite', async (original) => {
  const real = await original<{ readonly distance: typeof Distance }>()
  const distance: typeof Distance = (...texts) => {
    counted.comparisons += 1
    return real.distance(...texts)
  }
  return { ...real, distance }
})

const beginnings =
  'Ash Bar Brad Brough Cal Carl Chel Dal Den Ed Elm Farn Ford Glen Hal Har Ips Kel Lang Lin Mar Mel Nor'
const ends = 'ton ham ley bury ford wick worth by thorpe field stead combe dale mere well bourne'
const saints = 'Mary Peter John Paul Anne James Andrew Michael Thomas Luke Mark Matthew Joseph Bede Hilda Cuthbert'
const kinds = ['Primary School', 'Community Primary School', 'Infant School', 'Junior School', 'Academy', 'High School']

const wordIn = (dice: Dice, words: string): string => pick(dice, words.split(' '))

const townOf = (dice: Dice): string =>
  `${wordIn(dice, beginnings)}${pick(dice, ['', 'ing', 'er', 'en'])}${wordIn(dice, ends)}`

/** A name as schools have them: many share one, for saints are few. */
function nameOf(dice: Dice, town: string): string {
  const saint = `St ${wordIn(dice, saints)}'s`
  const kind = pick(dice, kinds)
  switch (wholeBetween(dice, 0, 5)) {
    case 0:
      return `${saint} Church of England Primary School`
    case 1:
      return `${saint} Catholic ${kind}`
    case 2:
      return `${saint} ${kind}, ${town}`
    default:
      return `${pick(dice, ['', '', 'The ', 'North ', 'Great '])}${townOf(dice)} ${kind}`
  }
}

describe('5,000 names in a register of 24,000 schools', () => {
  const { register, links } = nationalFacts()
  const dice = diceOf(1, 'national names')
  const named = register.map(({ urn, la, status, openOn, closeOn }) => {
    const town = townOf(dice)
    const postcode = `${town.slice(0, 2).toUpperCase()}${urn % 20} ${urn % 10}AA`
    return school(urn, nameOf(dice, town), { la, status, openOn, closeOn, town, postcode })
  })
  const matching = matchingOf(
    named,
    links.map(({ urn, linkUrn, linkType }) => link(urn, linkUrn, linkType)),
  )
  const open = named.filter(({ status }) => status !== 2)

  it('are each compared with few, and lead to their school', () => {
    const asked = Array.from({ length: 5000 }, (_, turn) => {
      const { urn, name, town } = pick(dice, open)
      return { urn, town, school: turn % 2 === 0 ? name : misspelt(dice, name) }
    })
    const none = { urn: null, laestab: null, ukprn: null, postcode: null, district: null }
    const began = performance.now()
    const matches = asked.map(({ school, town }) => matchSchool({ ...none, school, town }, '2026-06-30', matching))
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const told = matches.map((match, index) => {
      const { urn: truth } = asked[index] ?? {}
      if ('urn' in match) return match.urn === truth ? 'sure' : 'elsewhere'
      return match.candidates.slice(0, 3).some(({ urn }) => urn === truth) ? 'listed' : 'neither'
    })
    const count = (what: (typeof told)[number]): number => told.filter((each) => each === what).length
    console.log(
      `5,000 names, half of them misspelt, in a register of ${register.length} URNs: ${seconds} s, ` +
        `${Math.round(counted.comparisons / asked.length)} comparisons a name; ${count('sure')} sure, ` +
        `${count('listed')} among the first three candidates, ${count('neither')} neither, ${count('elsewhere')} the very name of another`,
    )
    expect(counted.comparisons).toBeGreaterThan(0)
    expect(counted.comparisons / asked.length).toBeLessThan(500)
    expect(count('sure') + count('listed')).toBeGreaterThan(4800)
  })

  it('are looked for once, however many rows of a file ask the same', () => {
    const naming = {
      urn: null,
      laestab: null,
      ukprn: null,
      school: 'St Marys Schol',
      town: null,
      postcode: null,
      district: null,
    }
    const ask = () => matchSchool(naming, '2026-06-30', matching)
    const first = ask()
    const before = counted.comparisons
    for (let row = 0; row < 1000; row += 1) expect(ask()).toEqual(first)
    expect(counted.comparisons - before).toBeLessThan(20_000)
  })
})
