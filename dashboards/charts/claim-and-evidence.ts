import type { Disclosed, DisclosedRow } from '../../analytics/disclosure/disclose.ts'
import { isMark } from '../../analytics/framework/mark.ts'
import type { ClaimAndEvidenceRow, ClaimAndEvidenceTotals } from '../../analytics/measures/claim-and-evidence.ts'
import { countText, figureText } from '../parts/number.ts'
import { chartAs, type Chart } from './chart.ts'
import { below } from './drawing.ts'
import { keyOf } from './key.ts'
import { stacksOf } from './stacks.ts'
import { movementStyles } from './theme.ts'
import { figuresInWords, labelOf, noSchools, sumOf, tooFewToSay } from './wording.ts'

type Answer = Disclosed<ClaimAndEvidenceRow, ClaimAndEvidenceTotals>
type Row = DisclosedRow<ClaimAndEvidenceRow>

const moves = ['up', 'same', 'down'] as const
const others = ['notComparable', 'notYet', 'noStrand'] as const

/** For each claim, the priorities whose strand was seen again as one bar of up, same and down; the rest in words below. */
export function claimAndEvidenceChart(answer: Answer): Chart {
  const entries = moves.map((key) => ({ key, label: labelOf(answer, key), style: movementStyles[key] }))
  const claimed = answer.rows.filter((row) => [...moves, ...others].some((key) => row[key] !== 0))
  const stacks = claimed.map((row) => ({
    title: titleOf(row),
    parts: entries.map(({ key, label, style }) => ({ label, style, value: row[key] })),
    note: others.map((key) => `${labelOf(answer, key)} ${figureText(row[key])}`).join(' · '),
  }))
  const longest = Math.max(1, ...answer.rows.map(shownIn))
  const description = claimed.map((row) => `${titleOf(row)}: ${figuresInWords(answer, row, [...moves, ...others])}.`)
  return chartAs(answer, findingOf(answer), description.join(' ') || 'No reflection has been returned.', (canvas) =>
    below(keyOf(canvas, entries), stacksOf(canvas, longest, false, stacks)),
  )
}

const titleOf = ({ month, claim }: Row): string => `${claim}, after ${figureText(month)} months`

const shownIn = (row: Row): number => moves.reduce((sum, key) => sum + (isMark(row[key]) ? 0 : row[key]), 0)

/** Of the priorities said to be mostly or fully achieved and seen again: in how many the strand went up. */
function findingOf(answer: Answer): string {
  const { rows, population, totals } = answer
  if (population === 0) return noSchools(answer)
  if (isMark(totals.priorities)) return tooFewToSay(answer)
  if (totals.priorities === 0) return 'No returned reflection speaks of a priority yet'
  const achieved = rows.filter(({ claim }) => claim === 'Mostly achieved' || claim === 'Fully achieved')
  const [up, seen] = [
    sumOf(achieved.map(({ up }) => up)),
    sumOf(achieved.flatMap((row) => moves.map((key) => row[key]))),
  ]
  if (up === null || seen === null) return tooFewToSay(answer)
  if (seen === 0) return 'No claim of achievement has been followed by an audit yet'
  return `After claims of achievement, ${figureText(up)} of ${countText(seen, 'strand')} seen again rose`
}
