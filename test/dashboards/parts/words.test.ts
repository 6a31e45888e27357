import { describe, expect, it } from 'vitest'
import { dayText } from '../../../dashboards/parts/day.ts'
import { hrefOf } from '../../../dashboards/parts/link.ts'
import { countText, figureText, percentText } from '../../../dashboards/parts/number.ts'
import { scopeText, scopeTitle } from '../../../dashboards/parts/scope.ts'

const choices = {
  councils: [{ code: '990', name: 'Minimshire' }],
  districts: ['Quaverly'],
  phases: [],
  frameworks: [],
  advisers: [],
}

describe('words of a page', () => {
  it('a day is read as people write it, and what is no day is left as it is', () => {
    expect(['2026-08-31', '2024-02-29', '2026-01-01'].map(dayText)).toEqual([
      '31 August 2026',
      '29 February 2024',
      '1 January 2026',
    ])
    expect(dayText('2026-02-30')).toBe('2026-02-30')
  })

  it('a number has a comma at the thousands, a percentage its one decimal, a mark its brackets', () => {
    expect(figureText(1234567)).toBe('1,234,567')
    expect(percentText(12)).toBe('12.0%')
    expect([figureText('c'), percentText('z')]).toEqual(['[c]', '[z]'])
    expect([countText(1, 'school'), countText(0, 'school'), countText('c', 'school')]).toEqual([
      '1 school',
      '0 schools',
      '[c] schools',
    ])
  })

  it('an address says all that is shown and leaves out what is blank', () => {
    const where = { council: '855', phase: '16 plus' } as const
    expect(hrefOf('/', { asOf: '2026-08-31', where, and: { q: '', page: 2 } })).toBe(
      '/?council=855&phase=16+plus&asOf=2026-08-31&page=2',
    )
    expect(hrefOf('/schools', {})).toBe('/schools')
    expect(hrefOf('/schools', { and: { q: 'St Mary & "All" <Saints>' } })).toBe(
      '/schools?q=St+Mary+%26+%22All%22+%3CSaints%3E',
    )
  })

  it('schools are named by phase and place', () => {
    expect(scopeTitle({}, choices)).toBe('All schools')
    expect(scopeTitle({ phase: 'Primary', council: '990' }, choices)).toBe('Primary schools in Minimshire')
    expect(scopeText(1234, { district: 'Quaverly', council: '990' }, choices)).toBe(
      '1,234 state-funded schools in Quaverly, Minimshire',
    )
    expect(scopeText(1, { phase: 'Special', council: '999' }, choices)).toBe('1 state-funded special school in 999')
    expect(scopeText(2, { size: 'Up to 100', fsm: 'Under 10%', rural: 'Rural' }, choices)).toBe(
      '2 state-funded schools, with up to 100 pupils, with under 10% of pupils on free school meals, rural',
    )
    expect(scopeText(2, { council: '990', adviser: 'Unknown', framework: 'Tool 2023' }, choices)).toBe(
      '2 state-funded schools in Minimshire, last audited under Tool 2023, last audited by an adviser who is not named',
    )
  })
})
