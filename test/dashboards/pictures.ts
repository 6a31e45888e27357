import { SaxesParser } from 'saxes'
import { expect, it } from 'vitest'
import type { Audience } from '../../analytics/disclosure/audience.ts'
import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { factsOf } from '../../fixtures/story.ts'
import type { Measure } from '../../analytics/measures/measure.ts'
import type { Chart } from '../../dashboards/charts/chart.ts'
import { standAlone } from '../../dashboards/charts/stand-alone.ts'
import { answerFrom, few, notAudited, oneSchool, typical } from './answers.ts'

const states = {
  none: [factsOf({}), 'hub'],
  one: [oneSchool, 'hub'],
  typical: [typical, 'hub'],
  suppressed: [few, 'council'],
} as const

const choices = {
  councils: [{ code: '990', name: 'Minimshire' }],
  districts: [],
  phases: [],
  frameworks: [],
  advisers: [],
}

/** Checks that a measure is drawn as it was in four states: no schools, one, a typical county, all suppressed. */
export function itIsDrawnAsBefore<R extends object, T extends object>(
  measure: Measure<R, T>,
  draw: (answer: Disclosed<R, T>) => Chart,
): void {
  const told = (audience: Audience): Audience => (measure.hubAlone === undefined ? audience : 'hub')

  it.each(Object.entries(states))('is drawn as before: %s', async (state, [facts, audience]) => {
    const answer = answerFrom(measure, facts, { audience: told(audience) })
    const chart = draw(answer)
    const file = standAlone(chart, answer, { hub: 'Story', choices })
    for (const svg of [String(chart.svg), String(chart.narrow), file]) checkPicture(svg)
    expect(chart.finding.split(' ').length).toBeLessThanOrEqual(13)
    await expect(file.replaceAll('><', '>\n<')).toMatchFileSnapshot(`${measure.id}-${state}.svg`)
  })

  it.each(Object.entries({ ...states, notAudited: [notAudited, 'hub'] as const }))(
    'says what it shows, in the picture and beside it: %s',
    (_state, [facts, audience]) => {
      const chart = draw(answerFrom(measure, facts, { audience: told(audience) }))
      expect(chart.finding).not.toMatch(/undefined|null|NaN|\[|\.$/)
      expect(chart.description).not.toMatch(/undefined|null|NaN/)
      expect(String(chart.svg)).not.toMatch(/undefined|NaN/)
      expect(String(chart.svg)).not.toBe(String(chart.narrow))
    },
  )
}

/** That a picture is small, well-formed, named, free of styles, and written large enough to read. */
function checkPicture(svg: string): void {
  expect(svg.length).toBeLessThan(20_000)
  const sizes: number[] = []
  const names: string[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    names.push(name)
    expect(attributes).not.toHaveProperty('style')
    const size = attributes['font-size']
    if (size !== undefined) sizes.push(Number(size))
  })
  parser.write(svg).close()
  expect(names).toContain('title')
  expect(names).toContain('desc')
  expect(names).not.toContain('style')
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12)
  expect(svg).toContain('role="img"')
}
