import type { Disclosed, DisclosedRow } from '../../analytics/disclosure/disclose.ts'
import type { CriteriaGapsRow, CriteriaGapsTotals } from '../../analytics/measures/criteria-gaps.ts'
import { percentOf } from '../../analytics/measures/percent.ts'
import { countText, figureText, percentText } from '../parts/number.ts'
import { chartAs, nothingToShow, type Chart } from './chart.ts'
import { below } from './drawing.ts'
import { keyOf } from './key.ts'
import { stacksOf } from './stacks.ts'
import { absent, levelStyles } from './theme.ts'
import { figuresInWords, labelOf, noSchools, sumOf, tooFewToSay } from './wording.ts'

type Answer = Disclosed<CriteriaGapsRow, CriteriaGapsTotals>
type Row = DisclosedRow<CriteriaGapsRow>

const keys = ['met', 'partlyMet', 'notMet'] as const
const styles = { met: levelStyles.enhancing, partlyMet: levelStyles.developing, notMet: absent } as const

/**
 * The judgements of each theme's criteria as one bar, met first; of each strand's where all strands are shown. How many
 * were not judged is said below: bars are of the judged.
 */
export function criteriaGapsChart(answer: Answer): Chart {
  const entries = keys.map((key) => ({ key, label: labelOf(answer, key), style: styles[key] }))
  const groups = [
    ...Map.groupBy(answer.rows, (row) => (answer.where.strand === undefined ? row.strand : row.theme)),
  ].map(([title, rows]) => groupOf(title, rows))
  const stacks = groups.map((group) => ({
    title: group.title,
    parts: entries.map(({ key, label, style }) => ({ label, style, value: group[key] })),
    note: `${percentText(percentOf(group.met, group.judged))} of ${countText(group.judged, 'judgement')} met · ${figureText(group.notJudged)} not judged`,
  }))
  const longest = Math.max(1, ...groups.map(({ judged }) => judged))
  const description = groups.map(
    (group) => `${group.title}: ${figuresInWords(answer, group, [...keys, 'notJudged'])}, in judgements of criteria.`,
  )
  return chartAs(
    answer,
    findingOf(answer, groups),
    description.join(' ') || 'There are no criteria to show.',
    (canvas) =>
      stacks.length === 0
        ? nothingToShow(canvas)
        : below(keyOf(canvas, entries), stacksOf(canvas, longest, false, stacks)),
  )
}

/** The judgements of some criteria together: of judgements, not schools. */
function groupOf(title: string, rows: readonly Row[]) {
  const all = (key: (typeof keys)[number] | 'notJudged'): number => sumOf(rows.map((row) => row[key])) ?? 0
  const counts = { met: all('met'), partlyMet: all('partlyMet'), notMet: all('notMet'), notJudged: all('notJudged') }
  return { title, ...counts, judged: counts.met + counts.partlyMet + counts.notMet }
}

function findingOf(answer: Answer, groups: readonly ReturnType<typeof groupOf>[]): string {
  const { population, totals } = answer
  if (population === 0) return noSchools(answer)
  if (totals.audited === 'c') return tooFewToSay(answer)
  if (totals.audited === 0) return 'No school has been audited yet'
  const [met, judged] = [
    groups.reduce((sum, group) => sum + group.met, 0),
    groups.reduce((sum, group) => sum + group.judged, 0),
  ]
  if (judged === 0) return `No criteria were judged in ${countText(totals.audited, 'latest audit')}`
  return `${figureText(met)} of ${countText(judged, 'judgement')} of criteria are met`
}
