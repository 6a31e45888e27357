import { isMark, type Figure } from '../../analytics/framework/mark.ts'
import { percentOf } from '../../analytics/measures/percent.ts'
import { html, type Html } from '../parts/html.ts'
import { figureText, percentText } from '../parts/number.ts'
import type { CountyHomeView } from './county-home.ts'

/** One finding as a sentence, and the figure that bears it out. */
interface Headline {
  readonly sentence: string
  readonly figure: string
}

/** At most six findings as sentences: what is so, of how many. What rests on suppressed numbers is left unsaid. */
export function headlinesOf(view: CountyHomeView): readonly Headline[] {
  const of = (figure: string, sentence: string | null) => (sentence === null ? [] : [{ sentence, figure }])
  return [
    ...of('coverage', reached(view)),
    ...of('coverage', again(view)),
    ...of('strand-profile', strongest(view)),
    ...of('strand-progress', rose(view)),
    ...of('strand-progress', fell(view)),
    ...of('award-ladder', awarded(view)),
  ]
}

/** The headlines as a list, each linked to its figure. */
export const headlines = (view: CountyHomeView): Html => {
  const found = headlinesOf(view)
  return html`${
    found.length > 0 &&
    html`<section class="headlines" aria-labelledby="headlines">
      <h2 class="govuk-heading-m" id="headlines">In short</h2>
      <ul>
        ${found.map(({ sentence, figure }) => html`<li><a class="govuk-link" href="#${figure}">${sentence}</a></li>`)}
      </ul>
    </section>`
  }`
}

/** `95 of 180 schools (52.8%)`; null where a number is not shown or there are none to speak of. */
function share(part: Figure, whole: Figure, kind: string): string | null {
  if (isMark(part) || isMark(whole) || whole === 0) return null
  return `${figureText(part)} of ${figureText(whole)} ${kind} (${percentText(percentOf(part, whole))})`
}

function reached({ coverage: { rows, population } }: CountyHomeView): string | null {
  const { audited = 'x', neverEngaged = 'x' } = rows[0] ?? {}
  const part = share(audited, population, 'schools')
  if (part === null) return null
  const sentence = `${part} have been audited`
  return isMark(neverEngaged)
    ? `${sentence}.`
    : `${sentence}; ${figureText(neverEngaged)} have never engaged with the hub.`
}

function again({ coverage: { rows } }: CountyHomeView): string | null {
  const { reAudited = 'x', audited = 'x' } = rows[0] ?? {}
  const part = share(reAudited, audited, 'audited schools')
  return part === null ? null : `${part} have been audited again.`
}

interface Counted {
  readonly strand: string
  readonly count: number
}

/** The strand with the highest and the one with the lowest count; null where one is not shown, or all are alike. */
function ends(counted: readonly (Counted | null)[]): readonly [highest: Counted, lowest: Counted] | null {
  const shown = counted.filter((one) => one !== null)
  const sorted = shown.toSorted((a, b) => b.count - a.count)
  const [highest, lowest] = [sorted[0], sorted.at(-1)]
  if (shown.length < counted.length || highest === undefined || lowest === undefined) return null
  return highest.count === lowest.count ? null : [highest, lowest]
}

function strongest({ coverage, strandProfile }: CountyHomeView): string | null {
  const audited = coverage.rows[0]?.audited ?? 'x'
  const found = ends(
    strandProfile.rows.map(({ strand, establishing, enhancing }) =>
      isMark(establishing) || isMark(enhancing) ? null : { strand, count: establishing + enhancing },
    ),
  )
  if (found === null) return null
  const [highest, lowest] = found
  const part = share(highest.count, audited, 'audited schools')
  if (part === null) return null
  return `Establishing or above is most common in ${highest.strand}, ${part}, and least in ${lowest.strand}, ${figureText(lowest.count)}.`
}

const moved = (view: CountyHomeView, key: 'up' | 'down'): string | null => {
  const reAudited = view.coverage.rows[0]?.reAudited ?? 'x'
  const found = ends(
    view.strandProgress.rows.map((row) => {
      const count = row[key]
      return isMark(count) ? null : { strand: row.strand, count }
    }),
  )
  const part = found === null ? null : share(found[0].count, reAudited, 're-audited schools')
  return found === null || part === null ? null : `${found[0].strand}, in ${part}`
}

function rose(view: CountyHomeView): string | null {
  const where = moved(view, 'up')
  return where === null ? null : `Levels have risen most often in ${where}.`
}

function fell(view: CountyHomeView): string | null {
  const where = moved(view, 'down')
  return where === null ? null : `Levels have fallen most often in ${where}.`
}

function awarded({ awardLadder: { rows, population } }: CountyHomeView): string | null {
  const { bronze = 'x', silver = 'x', gold = 'x', lapsed = 'x' } = rows[0] ?? {}
  if (isMark(bronze) || isMark(silver) || isMark(gold)) return null
  const part = share(bronze + silver + gold, population, 'schools')
  if (part === null) return null
  const sentence = `${part} hold a valid Bronze, Silver or Gold award`
  return isMark(lapsed) || lapsed === 0
    ? `${sentence}.`
    : `${sentence}; the award of ${figureText(lapsed)} more has lapsed.`
}
