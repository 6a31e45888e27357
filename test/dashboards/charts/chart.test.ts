import { expect, it } from 'vitest'
import { chartAs } from '../../../dashboards/charts/chart.ts'

it('a chart is drawn when it is looked at, once for each width, and not for its finding', () => {
  const laidOut: string[] = []
  const chart = chartAs({ measure: 'coverage', where: {}, population: 3 }, 'Two of three', 'Two.', (canvas) => {
    laidOut.push(canvas.name)
    return { boxes: [], words: [], height: 48 }
  })
  expect([chart.finding, chart.description]).toEqual(['Two of three', 'Two.'])
  expect(laidOut).toEqual([])
  expect([chart.height, String(chart.svg), String(chart.svg)]).toEqual([48, String(chart.svg), String(chart.svg)])
  expect(laidOut).toHaveLength(1)
  expect(String(chart.narrow)).not.toBe(String(chart.svg))
  expect(laidOut).toHaveLength(2)
})
