import type { Day } from '../../analytics/framework/day.ts'
import type { Movement } from '../../analytics/measures/movement.ts'
import { dayText } from '../parts/day.ts'
import { html, type Html } from '../parts/html.ts'
import { countText, numberText } from '../parts/number.ts'
import { wideRow, wideTable } from '../parts/wide-table.ts'

/** A column: what it is called, and what each number has in it. */
interface Part {
  readonly heading: string
  readonly textOf: (movement: Movement) => string
}

const came: Part = { heading: 'Schools that came', textOf: (movement) => signed(movement.came) }
const left: Part = { heading: 'Schools that left', textOf: (movement) => signed(movement.left) }

/** The parts that the numbers of now are made up of; without coming and leaving where no school did either. */
const partsOf = (movements: readonly Movement[], wasKnown: boolean): readonly Part[] => [
  ...(wasKnown
    ? [
        { heading: 'Known then', textOf: ({ knownThen }: Movement) => numberText(knownThen ?? 0) },
        { heading: 'Recorded or corrected since', textOf: ({ corrected }: Movement) => signed(corrected ?? 0) },
      ]
    : [{ heading: 'A year before', textOf: ({ before }: Movement) => numberText(before) }]),
  { heading: 'New audits and awards', textOf: ({ happened }) => signed(happened) },
  ...(movements.every((movement) => movement.came === 0 && movement.left === 0) ? [] : [came, left]),
]

/** How the main numbers moved within a year, each in the parts that add up to it. */
export function sinceLastYear(movements: readonly Movement[], since: Day): Html {
  const wasKnown = movements.some(({ knownThen }) => knownThen !== null)
  const [first] = movements
  const parts = partsOf(movements, wasKnown)
  const caption = `Numbers of schools since ${dayText(since)}, and what moved them`
  const numeric = (text: string) => ({ numeric: text })
  return html`<section class="movement" id="since" aria-labelledby="since-title">
    <h2 class="section-title" id="since-title">${first === undefined ? 'Since last year' : findingOf(first)}</h2>
    <p class="figure__subtitle">${caption}.</p>
    ${wideTable(
      caption,
      ['Schools', ...parts.map(({ heading }) => numeric(heading)), numeric('Now')],
      movements.map((movement) =>
        wideRow(movement.name, [
          ...parts.map(({ textOf }) => numeric(textOf(movement))),
          { numeric: html`<strong>${numberText(movement.now)}</strong>` },
        ]),
      ),
      'figures',
    )}
    <ul class="notes">
      <li>
        The columns of a row add up to the last. New audits and awards: of schools counted on both days, those that
        lapsed or fell taken off.
        ${
          parts.includes(came)
            ? 'Schools come into the population when they open, and leave it when they close.'
            : 'No school that opened or closed moved any of these numbers.'
        }
      </li>
      ${!wasKnown && html`<li>Nothing was loaded here a year before: what was corrected since cannot be told.</li>`}
    </ul>
  </section>`
}

const signed = (count: number): string =>
  count > 0 ? `+${numberText(count)}` : count < 0 ? `−${numberText(-count)}` : '0'

function findingOf({ before, now }: Movement): string {
  if (now === before) return `${countText(now, 'school')} audited, as a year before`
  return `${countText(Math.abs(now - before), 'audited school')} ${now > before ? 'more' : 'fewer'} than a year before: ${numberText(now)} now`
}
