import { isMark, type Figure } from '../../analytics/framework/mark.ts'
import { percentOf } from '../../analytics/measures/percent.ts'
import { html, type Html } from '../parts/html.ts'
import { countText, figureText, percentText } from '../parts/number.ts'
import type { CountyHomeView } from './county-home-view.ts'
import { enoughToCompare } from '../charts/wording.ts'
import { fewest, most, type Counted } from './most.ts'

/**
 * At most six findings as sentences: what is so, and of how many. What rests on suppressed numbers, or on a
 * tie of more than two, or compares fewer than ten schools, is left unsaid.
 */
export const headlinesOf = (view: CountyHomeView): readonly Html[] =>
  [reached(view), again(view), furthest(view), moved(view, 'up'), moved(view, 'down'), awarded(view)].filter(
    (sentence) => sentence !== null,
  )

/** The headlines as a list. */
export function headlines(view: CountyHomeView): Html | null {
  const sentences = headlinesOf(view)
  if (sentences.length === 0) return null
  return html`<section class="headlines" aria-labelledby="headlines">
    <h2 id="headlines">In short</h2>
    <ul>
      ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
  </section>`
}

const haveOrHas = (count: Figure): string => (count === 1 ? 'has' : 'have')

/** `95 of 180 schools (52.8%)`; null where a number is not shown or there are none to speak of. */
function share(part: Figure, whole: Figure, kind: string): Html | null {
  if (isMark(part) || isMark(whole) || whole === 0) return null
  return html`<strong>${figureText(part)} of ${countText(whole, kind)}</strong>
    (${percentText(percentOf(part, whole))})`
}

function reached({ coverage: { rows, population } }: CountyHomeView): Html | null {
  const { audited = 'x', neverEngaged = 'x' } = rows[0] ?? {}
  const part = share(audited, population, 'school')
  if (part === null) return null
  const others =
    isMark(neverEngaged) || neverEngaged === 0
      ? null
      : `; ${figureText(neverEngaged)} ${haveOrHas(neverEngaged)} never engaged with the hub`
  return html`${part} ${haveOrHas(audited)} been audited${others}.`
}

function again({ coverage: { rows } }: CountyHomeView): Html | null {
  const { reAudited = 'x', audited = 'x' } = rows[0] ?? {}
  const part = share(reAudited, audited, 'audited school')
  return part && html`${part} ${haveOrHas(reAudited)} been audited again.`
}

function furthest({ coverage, strandProfile }: CountyHomeView): Html | null {
  const counted = strandProfile.rows.map(({ strand, establishing, enhancing }): Counted => ({
    strand,
    count: isMark(establishing) || isMark(enhancing) ? null : establishing + enhancing,
  }))
  const [top, bottom] = [most(counted), fewest(counted)]
  const audited = coverage.rows[0]?.audited ?? 'x'
  const part = top && share(top.count, audited, 'audited school')
  if (top === null || part === null || Number(audited) < enoughToCompare) return null
  const least = bottom && `; least common in ${bottom.strands}, ${figureText(bottom.count)}${bottom.each}`
  return html`Establishing or above is most common in ${top.strands}: ${part}${top.each}${least}.`
}

const verbs = { up: 'risen', down: 'fallen' } as const

function moved({ coverage, strandProgress }: CountyHomeView, way: 'up' | 'down'): Html | null {
  const top = most(
    strandProgress.rows.map((row): Counted => {
      const count = row[way]
      return { strand: row.strand, count: isMark(count) ? null : count }
    }),
  )
  const reAudited = coverage.rows[0]?.reAudited ?? 'x'
  const part = top && share(top.count, reAudited, 're-audited school')
  if (top === null || part === null || Number(reAudited) < enoughToCompare) return null
  return html`Levels have ${verbs[way]} most often in ${top.strands}: in ${part}${top.each}.`
}

function awarded({ awardLadder: { rows, population } }: CountyHomeView): Html | null {
  const { bronze = 'x', silver = 'x', gold = 'x', lapsed = 'x' } = rows[0] ?? {}
  if (isMark(bronze) || isMark(silver) || isMark(gold)) return null
  const holding = bronze + silver + gold
  const part = share(holding, population, 'school')
  if (part === null) return null
  const others = isMark(lapsed) || lapsed === 0 ? null : `; in ${figureText(lapsed)} more, the last award has lapsed`
  return html`${part} ${holding === 1 ? 'holds' : 'hold'} a valid Bronze, Silver or Gold award${others}.`
}
