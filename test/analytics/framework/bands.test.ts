import { describe, expect, it } from 'vitest'
import { deprivationFifthOf } from '../../../analytics/framework/deprivation.ts'
import { fsmBandOf } from '../../../analytics/framework/fsm-band.ts'
import { sendBandOf } from '../../../analytics/framework/send-band.ts'
import { settlementOf } from '../../../analytics/framework/settlement.ts'
import { sizeOf } from '../../../analytics/framework/size.ts'

describe('the band', () => {
  it('of a size ends at its upper number, and a pupil more or a part of one is in the next', () => {
    expect([0, 100, 100.5, 210, 211, 420, 630, 1000, 1000.5].map(sizeOf)).toEqual([
      'Up to 100',
      'Up to 100',
      '101 to 210',
      '101 to 210',
      '211 to 420',
      '211 to 420',
      '421 to 630',
      '631 to 1000',
      'Over 1000',
    ])
  })

  it('of a percentage begins at its lower number', () => {
    expect([0, 9.99, 10, 19.9, 20, 35, 100].map(fsmBandOf)).toEqual([
      'Under 10%',
      'Under 10%',
      '10% to under 20%',
      '10% to under 20%',
      '20% to under 35%',
      '35% and over',
      '35% and over',
    ])
    expect([9.9, 10, 15, 20].map(sendBandOf)).toEqual([
      'Under 10%',
      '10% to under 15%',
      '15% to under 20%',
      '20% and over',
    ])
  })

  it('of a decile is its fifth', () => {
    expect([1, 2, 3, 6, 8, 10].map(deprivationFifthOf)).toEqual([
      'Most deprived fifth',
      'Most deprived fifth',
      'Second fifth',
      'Middle fifth',
      'Fourth fifth',
      'Least deprived fifth',
    ])
  })

  it('of what is not known is Unknown', () => {
    expect([sizeOf(null), fsmBandOf(null), sendBandOf(Number.NaN), deprivationFifthOf(null), settlementOf('')]).toEqual(
      Array.from({ length: 5 }, () => 'Unknown'),
    )
  })

  it('of a place is read from the words and codes of both classifications', () => {
    const rural = ['Larger rural: Nearer to a major town or city', '(England/Wales) Rural village', 'D1', 'F2', 'RLN1']
    const urban = ['Urban: Further from a major town or city', 'Urban city and town', 'A1', 'c2', 'UF1']
    expect(rural.map(settlementOf)).toEqual(rural.map(() => 'Rural'))
    expect(urban.map(settlementOf)).toEqual(urban.map(() => 'Urban'))
    expect(['9', 'Academy', 'Z9', 'Not known'].map(settlementOf)).toEqual(Array.from({ length: 4 }, () => 'Unknown'))
  })
})
