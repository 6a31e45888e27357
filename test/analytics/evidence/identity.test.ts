import { describe, expect, it } from 'vitest'
import { chainsOf } from '../../../analytics/evidence/identity.ts'
import { closedSchool, link, school } from '../../../fixtures/story.ts'

const lasts = (...[schools, links]: Parameters<typeof chainsOf>) => Object.fromEntries(chainsOf(schools, links).lastOf)

describe('one school through time', () => {
  it('goes on under its successor when it becomes an academy', () => {
    const schools = [closedSchool(900001, '2021-08-31'), school(900002)]
    expect(lasts(schools, [link(900001, 900002)])).toEqual({ 900001: 900002, 900002: 900002 })
  })

  it('is known from the predecessor row alone', () => {
    const schools = [closedSchool(900001, '2021-08-31'), school(900002)]
    expect(lasts(schools, [link(900002, 900001, 'Predecessor')])).toEqual({ 900001: 900002, 900002: 900002 })
  })

  it('is not followed from a URN that is still open', () => {
    expect(lasts([school(900001), school(900002)], [link(900001, 900002)])).toEqual({ 900001: 900001, 900002: 900002 })
  })

  it('takes in all schools merged into it', () => {
    const schools = [closedSchool(900001, '2021-08-31'), closedSchool(900002, '2021-08-31'), school(900003)]
    const links = [link(900001, 900003, 'Successor - merged'), link(900003, 900002, 'Predecessor - amalgamated')]
    expect(lasts(schools, links)).toEqual({ 900001: 900003, 900002: 900003, 900003: 900003 })
  })

  it('keeps the history of a split school with the school that closed, and lists it', () => {
    const schools = [closedSchool(900001, '2021-08-31'), school(900002), school(900003)]
    const chains = chainsOf(schools, [link(900001, 900002), link(900001, 900003)])
    expect(chains.splits).toEqual([900001])
    expect(chains.lastOf.get(900001)).toBe(900001)
  })

  it.each(['Successor - Split School', 'Sixth Form Centre Link', 'Other', 'Closure', 'Expansion'])(
    'is not followed over a link of type %s',
    (type) => {
      const schools = [closedSchool(900001, '2021-08-31'), school(900002)]
      expect(chainsOf(schools, [link(900001, 900002, type)]).lastOf.get(900001)).toBe(900001)
    },
  )

  it('goes, by an amalgamation, from the school that closed first, whichever side says so', () => {
    const schools = [closedSchool(900001, '2013-08-31'), closedSchool(900002, '2019-08-31')]
    const amalgamated = (a: number, b: number) => [link(a, b, 'Result of Amalgamation')]
    expect(lasts(schools, amalgamated(900001, 900002))).toEqual({ 900001: 900002, 900002: 900002 })
    expect(lasts(schools, amalgamated(900002, 900001))).toEqual({ 900001: 900002, 900002: 900002 })
  })

  it('is not followed by an amalgamation of two that closed on one day; a blank day counts as last', () => {
    const type = 'Result of Amalgamation'
    const oneDay = [closedSchool(900001, '2013-08-31'), closedSchool(900002, '2013-08-31')]
    expect(lasts(oneDay, [link(900001, 900002, type)])).toEqual({ 900001: 900001, 900002: 900002 })
    const blank = [closedSchool(900001, null), closedSchool(900002, '2013-08-31')]
    expect(lasts(blank, [link(900001, 900002, type)])).toEqual({ 900001: 900001, 900002: 900001 })
  })

  it('is not followed either way by two successors of each other that closed on one day, in whichever order told', () => {
    const schools = [closedSchool(900001, '2013-08-31'), closedSchool(900002, '2013-08-31')]
    const links = [link(900001, 900002), link(900002, 900001)]
    const apart = { 900001: 900001, 900002: 900002 }
    expect(lasts(schools, links)).toEqual(apart)
    expect(lasts(schools, links.toReversed())).toEqual(apart)
  })

  it('follows a merger however its type goes on, and a type however it is written', () => {
    const schools = [closedSchool(900001, '2013-08-31'), school(900002)]
    for (const type of ['Merged - expansion in school capacity and changed age range', 'successor  - Merged'])
      expect(lasts(schools, [link(900001, 900002, type)])).toEqual({ 900001: 900002, 900002: 900002 })
  })

  it('follows a chain of three, and counts the links', () => {
    const schools = [closedSchool(900001, '2015-08-31'), closedSchool(900002, '2020-08-31'), school(900003)]
    const chains = chainsOf(schools, [link(900001, 900002), link(900002, 900003)])
    expect(Object.fromEntries(chains.lastOf)).toEqual({ 900001: 900003, 900002: 900003, 900003: 900003 })
    expect(Object.fromEntries(chains.linksToEnd)).toEqual({ 900001: 2, 900002: 1, 900003: 0 })
  })

  it('does not go round in circles', () => {
    const schools = [
      closedSchool(900001, '2015-08-31'),
      closedSchool(900002, '2020-08-31'),
      closedSchool(900003, '2021-08-31'),
    ]
    const links = [link(900001, 900002), link(900002, 900003), link(900003, 900001)]
    expect(lasts(schools, links)).toEqual({ 900001: 900001, 900002: 900002, 900003: 900003 })
  })
})
