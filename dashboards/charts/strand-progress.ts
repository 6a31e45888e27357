import type { Disclosed, DisclosedRow } from '../../analytics/disclosure/disclose.ts'
import type { NoTotals } from '../../analytics/measures/measure.ts'
import type { StrandProgressRow } from '../../analytics/measures/strand-progress.ts'
import { isMark } from '../../analytics/framework/mark.ts'
import { countText, figureText } from '../parts/number.ts'
import { chartAs, type Chart } from './chart.ts'
import { below } from './drawing.ts'
import { keyOf } from './key.ts'
import { stacksOf } from './stacks.ts'
import { movementStyles } from './theme.ts'
import { enoughToCompare, figuresInWords, labelOf, noSchools, someHave, sumOf, tooFewToSay } from './wording.ts'

type Answer = Disclosed<StrandProgressRow, NoTotals>
type Row = DisclosedRow<StrandProgressRow>

const moves = ['up', 'same', 'down'] as const
const others = ['notYet', 'notComparable', 'notAudited'] as const

/** Each strand's schools whose two audits can be compared, as one bar of up, same and down; the rest in words below. */
export function strandProgressChart(answer: Answer): Chart {
  const entries = moves.map((key) => ({ key, label: labelOf(answer, key), style: movementStyles[key] }))
  const stacks = answer.rows.map((row) => ({
    title: row.strand,
    parts: entries.map(({ key, label, style }) => ({ label, style, value: row[key] })),
    note: noteOf(answer, row),
  }))
  const longest = Math.max(1, ...answer.rows.map(shownIn))
  const description = answer.rows.map((row) => `${row.strand}: ${figuresInWords(answer, row, [...moves, ...others])}.`)
  return chartAs(answer, findingOf(answer), description.join(' '), (canvas) =>
    below(keyOf(canvas, entries), stacksOf(canvas, longest, false, stacks)),
  )
}

const shownIn = (row: Row): number => moves.reduce((sum, key) => sum + (isMark(row[key]) ? 0 : row[key]), 0)

/** The schools outside the bar, and those in it whose number is not shown. */
const noteOf = (answer: Answer, row: Row): string =>
  [...moves.filter((key) => isMark(row[key])), ...others]
    .map((key) => `${labelOf(answer, key)} ${figureText(row[key])}`)
    .join(' · ')

/** Schools audited again, whichever strands were rated: the same for every strand. */
const reAuditedIn = (row: Row): number | null => sumOf([row.up, row.same, row.down, row.notComparable])

function findingOf(answer: Answer): string {
  const { rows, population } = answer
  const [row] = rows
  if (row === undefined || population === 0) return noSchools(answer)
  const reAudited = rows.map(reAuditedIn).find((count) => count !== null) ?? null
  if (reAudited === null || rows.some(({ up }) => isMark(up))) return tooFewToSay(answer)
  if (reAudited === 0) return `${someHave(0, population)} been audited again yet`
  if (rows.length === 1) return findingOfOne(row)
  const [best, next] = rows.toSorted((a, b) => (sumOf([b.up]) ?? 0) - (sumOf([a.up]) ?? 0))
  if (best === undefined || best.up === 0)
    return `No strand has moved up in ${countText(reAudited, 're-audited school')}`
  const share = `up in ${figureText(best.up)} of ${countText(reAudited, 're-audited school')}`
  return best.up === next?.up || reAudited < enoughToCompare
    ? `${best.strand}: ${share}`
    : `${best.strand} rose most: ${share}`
}

function findingOfOne(row: Row): string {
  const compared = sumOf([row.up, row.same, row.down])
  if (compared === null || compared === 0) return 'No two audits can be compared in this strand'
  return `${figureText(row.up)} of ${countText(compared, 'school')} compared moved up, ${figureText(row.down)} down`
}
