import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { AwardGiven } from '../../../analytics/evidence/facts.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { awardLadder } from '../../../analytics/measures/award-ladder.ts'
import { award, closedSchool, link, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

const register = [closedSchool(900001, '2021-08-31'), school(900002)]

const ladder = (awards: readonly AwardGiven[], asOf: string) =>
  ask(awardLadder, buildEvidence(facts({ register, links: [link(900001, 900002)], awards })), { asOf, where: {} })
    .rows[0]

describe('award-ladder', () => {
  it('holds an award valid to the day 36 calendar months later, that day included, and lapsed from the next', () => {
    const silver = [award(900002, '2020-02-29', 'Silver')]
    expect(ladder(silver, '2023-02-28')).toMatchObject({ silver: 1, lapsed: 0 })
    expect(ladder(silver, '2023-03-01')).toMatchObject({ silver: 0, lapsed: 1 })
  })

  it('replaces a higher award by a later lower one, even while the higher is in its time', () => {
    const awards = [award(900002, '2022-01-10', 'Gold'), award(900002, '2023-01-10', 'Bronze')]
    expect(ladder(awards, '2023-02-01')).toMatchObject({ bronze: 1, gold: 0 })
    expect(ladder(awards, '2023-01-09')).toMatchObject({ gold: 1 })
  })

  it('counts the higher of two awards of one day, whichever URN they are under', () => {
    const awards = [award(900002, '2021-01-10', 'Bronze'), award(900001, '2021-01-10', 'Gold')]
    expect(ladder(awards, '2021-06-01')).toMatchObject({ gold: 1, bronze: 0 })
  })

  it('counts working towards Bronze as a step of its own, which lapses too', () => {
    const towards = [award(900002, '2020-01-10', 'Working towards Bronze')]
    expect(ladder(towards, '2021-01-01')).toMatchObject({ workingTowardsBronze: 1 })
    expect(ladder(towards, '2024-01-01')).toMatchObject({ lapsed: 1 })
    expect(ladder(towards, '2019-12-31')).toMatchObject({ none: 1 })
  })
})
