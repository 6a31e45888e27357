import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { Audience } from '../../../analytics/disclosure/audience.ts'
import { coverage } from '../../../analytics/measures/coverage.ts'
import { districtFunnel } from '../../../analytics/measures/district-funnel.ts'
import { cellsOf, districtMapChart, type DistrictMap } from '../../../dashboards/charts/district-map.ts'
import {
  shareOfCoverage,
  sharesOfFunnel,
  type DistrictForm,
  type DistrictShare,
} from '../../../dashboards/charts/map/district-share.ts'
import { answerFrom, few, typical } from '../answers.ts'
import { sampleBoundaries } from './map/sample-boundaries.ts'

const standings = ['above', 'as expected', 'below, perhaps by chance', 'below', 'as expected', 'as expected'] as const

/** Shares of the districts of the sample county: all kinds of them, one of few schools. */
const shares: readonly DistrictShare[] = sampleBoundaries
  .map(({ district }, at): DistrictShare =>
    at === 6
      ? { district, of: 4, count: 1, share: 25, standing: 'too few to say' }
      : { district, of: 20 + at, count: 10, share: 40 + at, standing: standings[at]! },
  )
  .toSorted((a, b) => (a.district < b.district ? -1 : 1))

const answer = answerFrom(districtFunnel, typical)
const mapOf = (form: DistrictForm, of = shares): DistrictMap => ({
  answer,
  show: 'establishing',
  form,
  shares: of,
  boundaries: sampleBoundaries,
})

/** The shapes of a picture: how each is filled, and what it says. */
const shapesIn = (svg: unknown) =>
  [...parseHTML(String(svg)).document.querySelectorAll('path')].flatMap((path) => {
    const says = path.querySelector('title')?.textContent
    return says == null ? [] : [{ says, fill: path.getAttribute('fill') ?? '', d: path.getAttribute('d') ?? '' }]
  })

describe.each(['map', 'hexes'] as const)('the districts as %s', (form) => {
  const { svg, narrow, finding } = districtMapChart(mapOf(form))

  it('are one shape each, which says the figures of the table', () => {
    for (const picture of [svg, narrow]) {
      const shapes = shapesIn(picture)
      expect(shapes.map(({ says }) => says.split(':')[0])).toEqual(shares.map(({ district }) => district))
      for (const [at, { says }] of shapes.entries()) {
        const [, of, count, share, standing] = cellsOf(shares[at]!)
        expect(says).toContain(`${share}, ${count} of ${of} schools · ${standing}`)
      }
    }
  })

  it('say what they are by number, share and words, and hatch those of few schools', () => {
    const text = parseHTML(String(svg)).document.querySelector('svg')?.textContent ?? ''
    for (const share of shares) expect(text).toContain(`${Math.round(Number(share.share))}%`)
    const hatched = shapesIn(svg).filter(({ fill }) => fill.startsWith('url(#'))
    expect(hatched.map(({ says }) => says)).toEqual([expect.stringContaining('too few to say')])
    expect(text).toContain('Too few schools to say')
  })

  it('are told with what chance explains, and none is ranked', () => {
    expect(finding).toBe('By district, 40.0% to 45.0% of rated schools reach Establishing, 2 beyond chance')
  })

  it('are light enough for a page', () => {
    expect(String(svg).length + String(narrow).length).toBeLessThan(60_000)
  })
})

describe('what may not be told', () => {
  it('is hatched with its mark, as a council would be shown it', () => {
    const audience: Audience = 'council'
    const hidden = answerFrom(coverage, few, { audience })
    const told = sampleBoundaries.map(({ district }) => shareOfCoverage(district, hidden, 'audited'))
    const { svg, finding } = districtMapChart({ ...mapOf('map', told), show: 'audited', answer: hidden })
    expect(shapesIn(svg).length).toBe(7)
    for (const { fill, says } of shapesIn(svg)) {
      expect(fill).toMatch(/^url\(#/)
      expect(says).toContain('[c]')
      expect(says).not.toMatch(/\d+\.\d%/)
    }
    expect(finding).not.toMatch(/\d+\.\d%/)
  })

  it('is not there where a fine table is hidden whole, as the funnel is from councils', () => {
    const told = answerFrom(districtFunnel, typical, { audience: 'council' })
    const { svg } = districtMapChart({ ...mapOf('map', sharesOfFunnel(told)), answer: told })
    expect(shapesIn(svg)).toEqual([])
  })

  it('is no district without an outline: that is in the list and the table, and the list says so', () => {
    const { svg } = districtMapChart({ ...mapOf('map'), boundaries: sampleBoundaries.slice(0, 3) })
    expect(shapesIn(svg).length).toBe(3)
    const text = parseHTML(String(svg)).document.querySelector('svg')?.textContent ?? ''
    expect(text.match(/not on the map/g)).toHaveLength(4)
  })

  it('of very many districts is not listed beside the map, nor written where there is no room', () => {
    const many = Array.from({ length: 60 }, (_, at) => {
      const [west, south] = [(at % 20) / 10, 52 + Math.floor(at / 20) / 10]
      const ring = [
        [west, south],
        [west, south + 0.1],
        [west + 0.1, south + 0.1],
        [west + 0.1, south],
        [west, south],
      ] as const
      return { district: `District ${at}`, attribution: 'x', outline: [[ring]] }
    })
    const told = many.map(({ district }) => ({ ...shares[0]!, district }))
    const { svg, narrow } = districtMapChart({ ...mapOf('map', told), boundaries: many })
    expect(shapesIn(svg).length).toBe(60)
    const words = (picture: unknown) => parseHTML(String(picture)).document.querySelectorAll('text').length
    expect([words(svg), words(narrow)]).toEqual([60 + 1, 1])
  })
})
