import { describe, expect, it } from 'vitest'
import { answerKeeper, type AnswerKey } from '../../../server/wrapping/kept-answers.ts'

const key: AnswerKey = {
  hubId: 1,
  dataVersion: 7,
  audience: 'hub',
  measure: 'coverage',
  asked: { asOf: '2026-08-31', where: { council: '990' } },
  wrapping: 'csv',
}

/** Asks for an answer whose body is so long; gives whether it was made anew. */
function asking(mostBytes: number) {
  const keep = answerKeeper(mostBytes)
  return (other: Partial<AnswerKey>, bytes = 10): boolean => {
    let isMade = false
    keep({ ...key, ...other }, () => {
      isMade = true
      return { body: 'x'.repeat(bytes), rows: 1, asOf: '2026-08-31' }
    })
    return isMade
  }
}

describe('the answers that are kept', () => {
  it('are made once for all who ask the same, and anew for another hub, audience, version, measure, question or wrapping', () => {
    const isMade = asking(10_000)
    expect([isMade({}), isMade({})]).toEqual([true, false])
    const others: readonly Partial<AnswerKey>[] = [
      { hubId: 2 },
      { audience: 'council' },
      { audience: 'school' },
      { dataVersion: 8 },
      { measure: 'award-ladder' },
      { wrapping: 'json' },
      { asked: { asOf: '2026-08-30', where: { council: '990' } } },
      { asked: { asOf: '2026-08-31', where: { council: '991' } } },
      { asked: { asOf: '2026-08-31', during: 2025, where: { council: '990' } } },
    ]
    expect(others.map((other) => isMade(other))).toEqual(others.map(() => true))
    expect(others.map((other) => isMade(other))).toEqual(others.map(() => false))
    expect(isMade({})).toBe(false)
  })

  it('take no more bytes than they may: the one longest not asked for goes first, and one too large is not kept', () => {
    const isMade = asking(2000)
    isMade({ hubId: 1 }, 700)
    isMade({ hubId: 2 }, 700)
    expect(isMade({ hubId: 1 })).toBe(false)
    expect(isMade({ hubId: 3 }, 700)).toBe(true)
    expect(isMade({ hubId: 1 })).toBe(false)
    expect(isMade({ hubId: 2 }, 700)).toBe(true)
    expect([isMade({ hubId: 4 }, 5000), isMade({ hubId: 4 }, 5000)]).toEqual([true, true])
  })
})
