import type { Disclosed, DisclosedRow } from '../../analytics/disclosure/disclose.ts'
import type { NoTotals } from '../../analytics/measures/measure.ts'
import type { StrandProfileRow } from '../../analytics/measures/strand-profile.ts'
import { countText, figureText } from '../parts/number.ts'
import { chartAs, type Chart } from './chart.ts'
import { below } from './drawing.ts'
import { keyOf } from './key.ts'
import { stacksOf } from './stacks.ts'
import { absent, levelStyles, untold } from './theme.ts'
import { enoughToCompare, figuresInWords, labelOf, noSchools, someHave, sumOf, tooFewToSay } from './wording.ts'

type Answer = Disclosed<StrandProfileRow, NoTotals>
type Row = DisclosedRow<StrandProfileRow>

const keys = ['focusing', 'developing', 'establishing', 'enhancing', 'notRated', 'notAudited'] as const
const styles = { ...levelStyles, notRated: untold, notAudited: absent } as const

/** Each strand's schools by level as one bar of the whole population, lowest level first. */
export function strandProfileChart(answer: Answer): Chart {
  const { rows, population } = answer
  const entries = keys.map((key) => ({ key, label: labelOf(answer, key), style: styles[key] }))
  const stacks = rows.map((row) => ({
    title: row.strand,
    parts: entries.map(({ key, label, style }) => ({ label, style, value: row[key] })),
    note: null,
  }))
  const description = rows.map((row) => `${row.strand}: ${figuresInWords(answer, row, keys)}.`)
  return chartAs(answer, findingOf(answer), description.join(' '), (canvas) =>
    below(keyOf(canvas, entries), stacksOf(canvas, population, true, stacks)),
  )
}

const reachedIn = ({ establishing, enhancing }: Row): number | null => sumOf([establishing, enhancing])

function findingOf(answer: Answer): string {
  const { rows, population } = answer
  const [row] = rows
  if (row === undefined || population === 0) return noSchools(answer)
  const notAudited = sumOf([row.notAudited])
  if (notAudited === population) return `${someHave(0, population)} been audited yet`
  if (rows.length === 1) return findingOfOne(answer, row)
  const told = rows.flatMap((row) => {
    const count = reachedIn(row)
    return count === null ? [] : [{ strand: row.strand, count }]
  })
  const isAllTold = told.length === rows.length
  const [best, next] = told.toSorted((a, b) => b.count - a.count)
  if (notAudited === null || best === undefined || (best.count === 0 && !isAllTold)) return tooFewToSay(answer)
  const audited = population - notAudited
  if (best.count === 0) return `${someHave(0, audited, 'audited ')} reached Establishing in any strand`
  const share = `${figureText(best.count)} of ${countText(audited, 'school')} at Establishing or above`
  // Where a strand is not told, none is called the strongest.
  return !isAllTold || best.count === next?.count || audited < enoughToCompare
    ? `${best.strand}: ${share}`
    : `${best.strand} is strongest: ${share}`
}

function findingOfOne(answer: Answer, row: Row): string {
  const [reached, rated] = [reachedIn(row), sumOf([row.focusing, row.developing, row.establishing, row.enhancing])]
  if (reached === null || rated === null) return tooFewToSay(answer)
  if (rated === 0) return 'No audited school has been rated in this strand'
  return `${someHave(reached, rated, 'rated ')} reached Establishing or above`
}
