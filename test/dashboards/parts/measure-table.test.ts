import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { Disclosed } from '../../../analytics/disclosure/disclose.ts'
import { measures, type MeasureId } from '../../../analytics/measures/index.ts'
import type { Measure } from '../../../analytics/measures/measure.ts'
import { measureTable } from '../../../dashboards/parts/measure-table.ts'
import { valueText } from '../../../dashboards/parts/value.ts'
import { answerFrom, few, typical } from '../answers.ts'

const ids = Object.keys(measures) as readonly MeasureId[]
const measureOf = (id: MeasureId): Measure<object, object> => measures[id]

const documentOf = (answer: Disclosed<object, object>, percent = false) =>
  parseHTML(`<html><body>${String(measureTable(answer, { caption: 'Figures', percent }))}</body></html>`).document

/** The texts of the table's cells, a list a row, without the header row. */
const cellsOf = (answer: Disclosed<object, object>, percent = false): readonly (readonly string[])[] =>
  [...documentOf(answer, percent).querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => (cell.textContent ?? '').trim().replaceAll(/\s+/g, ' ')),
  )

describe('the table of a measure', () => {
  it.each(ids)('%s: holds exactly the figures of the answer, in the order of its columns', (id) => {
    const answer = answerFrom(measureOf(id), typical)
    const turned = answer.columns.every(({ unit }) => unit === 'schools')
    const figures = answer.rows.map((row) =>
      answer.columns.map(({ key, unit }) => valueText(unit, Reflect.get(row, key))),
    )
    // What completes a count to a sentence stands behind it.
    const shown = cellsOf(answer).map((cells) =>
      cells.map((text) => text.replace(/^(\d+) (of \d+ )?schools? .*$/, '$1')),
    )
    expect(turned ? [shown.map((cells) => cells.at(-1))] : shown).toEqual(figures)
  })

  it.each(ids.filter((id) => measureOf(id).hubAlone === undefined))(
    '%s: shows a mark for each suppressed figure, and explains it once',
    (id) => {
      const answer = answerFrom(measureOf(id), few, { audience: 'council' })
      const { document } = { document: documentOf(answer) }
      expect(answer.rows.length === 0 || cellsOf(answer).flat().includes('[c]')).toBe(true)
      const explained = [...document.querySelectorAll('.notes li')].filter((line) =>
        line.textContent?.startsWith('[c]'),
      )
      expect(explained.map((line) => line.textContent)).toEqual([
        '[c] means suppressed to protect the schools behind a small number.',
      ])
    },
  )

  it('puts each percentage beside its count, of the population, to one decimal, half up', () => {
    const shown = cellsOf(answerFrom(measureOf('strand-profile'), typical), true)
    expect(shown[0]).toEqual(['Curriculum music', '3 12.5%', '6 25.0%', '5 20.8%', '2 8.3%', '0 0.0%', '8 33.3%'])
    const coverage = cellsOf(answerFrom(measureOf('coverage'), typical), true)
    expect(coverage.map((cells) => cells.slice(1))).toEqual([
      ['24', '100.0%'],
      ['16', '66.7%'],
      ['16', '66.7%'],
      ['9', '37.5%'],
      ['8', '33.3%'],
      ['8', '33.3%'],
    ])
  })

  it('has a caption, headings with a scope, and no empty cell but the corner', () => {
    const document = documentOf(answerFrom(measureOf('award-ladder'), typical))
    expect(document.querySelector('caption')?.textContent?.trim()).toBe('Figures')
    expect([...document.querySelectorAll('th')].every((cell) => cell.hasAttribute('scope'))).toBe(true)
    expect([...document.querySelectorAll('td')].filter((cell) => cell.textContent === '').length).toBe(1)
  })
})
