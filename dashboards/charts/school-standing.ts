import type { Disclosed, DisclosedRow } from '../../analytics/disclosure/disclose.ts'
import { isMark } from '../../analytics/framework/mark.ts'
import type { SchoolStandingRow, SchoolStandingTotals } from '../../analytics/measures/school-standing.ts'
import { countText, figureText } from '../parts/number.ts'
import { chartAs, nothingToShow, type Chart } from './chart.ts'
import { below } from './drawing.ts'
import { keyOf } from './key.ts'
import { stacksOf } from './stacks.ts'
import { movementStyles } from './theme.ts'
import { figuresInWords, labelOf, noSchools, tooFewToSay } from './wording.ts'

type Answer = Disclosed<SchoolStandingRow, SchoolStandingTotals>
type Row = DisclosedRow<SchoolStandingRow>

const sides = ['above', 'levelWith', 'below'] as const
const others = ['notComparable', 'notRated', 'notAudited'] as const
const styles = { above: movementStyles.up, levelWith: movementStyles.same, below: movementStyles.down } as const

/** For each place a school can stand, its peers above, level with and below it as one bar; the rest in words below. */
export function schoolStandingChart(answer: Answer): Chart {
  const entries = sides.map((key) => ({ key, label: labelOf(answer, key), style: styles[key] }))
  const rows = onceEach(answer.rows)
  const titleOf = ({ strand, level, framework }: Row): string =>
    `${strand}, at ${level}${framework === '' ? '' : ` (${framework})`}`
  const stacks = rows.map((row) => ({
    title: titleOf(row),
    parts: entries.map(({ key, label, style }) => ({ label, style, value: row[key] })),
    note: others.map((key) => `${labelOf(answer, key)} ${figureText(row[key])}`).join(' · '),
  }))
  const whole = isMark(answer.totals.peers) ? 1 : Math.max(1, answer.totals.peers)
  const description = rows.map((row) => `${titleOf(row)}: ${figuresInWords(answer, row, sides)}.`)
  return chartAs(answer, findingOf(answer), description.join(' ') || 'There is no standing to show.', (canvas) =>
    stacks.length === 0 ? nothingToShow(canvas) : below(keyOf(canvas, entries), stacksOf(canvas, whole, false, stacks)),
  )
}

/** The rows without those that say the same under another framework, which then is not named. */
function onceEach(rows: readonly Row[]): readonly Row[] {
  const places = Map.groupBy(rows, ({ strand, level }) => `${strand} ${level}`)
  return [...places.values()].flatMap((same) => {
    const figures = new Set(same.map((row) => [...sides, ...others].map((key) => row[key]).join(' ')))
    return figures.size === 1 ? same.slice(0, 1).map((row) => ({ ...row, framework: '' })) : same
  })
}

function findingOf(answer: Answer): string {
  const { rows, population, totals, where } = answer
  const [row] = rows
  if (population === 0) return noSchools(answer)
  if (isMark(totals.peers)) return tooFewToSay(answer)
  if (row === undefined)
    return where.school === undefined ? 'No school has been audited yet' : 'This school has no rating to compare here'
  if (where.school === undefined)
    return `Where a school stands among ${countText(totals.peers, 'peer')}, level by level`
  return `${row.strand}: ${countText(row.above, 'peer')} above, ${figureText(row.levelWith)} level, ${figureText(row.below)} below`
}
