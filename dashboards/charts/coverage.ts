import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { academicYearText } from '../../analytics/framework/academic-year.ts'
import { isMark } from '../../analytics/framework/mark.ts'
import type { CoverageRow } from '../../analytics/measures/coverage.ts'
import type { NoTotals } from '../../analytics/measures/measure.ts'
import { percentOf } from '../../analytics/measures/percent.ts'
import { figureText, percentText } from '../parts/number.ts'
import { barsOf } from './bars.ts'
import { chartAs, type Chart } from './chart.ts'
import { plain } from './theme.ts'
import { figuresInWords, labelOf, noSchools, someHave, tooFewToSay } from './wording.ts'

type Answer = Disclosed<CoverageRow, NoTotals>

const steps = ['engaged', 'audited', 'reAudited'] as const

/** How far into the population the hub has reached: engaged, audited, audited again, each as a part of the whole. */
export function coverageChart(answer: Answer): Chart {
  const { population } = answer
  const [row] = answer.rows
  const bars = steps.map((key) => {
    const value = row?.[key] ?? 'x'
    const text = `${figureText(value)} (${percentText(percentOf(value, population))})`
    return { label: labelOf(answer, key), value, style: plain, text: isMark(value) ? figureText(value) : text }
  })
  const figures = answer.rows.map((row) => figuresInWords(answer, row, [...steps, 'neverEngaged', 'notAudited']))
  const description = `Of ${figureText(population)} schools: ${figures.join()}.`
  return chartAs(answer, findingOf(answer), description, (canvas) => barsOf(canvas, population, bars))
}

function findingOf(answer: Answer): string {
  const { population, during } = answer
  const [row] = answer.rows
  if (row === undefined || population === 0) return noSchools(answer)
  const { audited, reAudited } = row
  if (isMark(audited)) return tooFewToSay(answer)
  const sentence = `${someHave(audited, population)} been audited`
  if (during !== null) return `${sentence} by the end of ${academicYearText(during)}`
  if (audited === 0) return `${sentence} yet`
  return isMark(reAudited) || reAudited === 0 ? sentence : `${sentence}, ${figureText(reAudited)} of them again`
}
