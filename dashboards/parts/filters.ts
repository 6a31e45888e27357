import { unknown } from '../../analytics/framework/band.ts'
import { deprivationFifths } from '../../analytics/framework/deprivation.ts'
import { fsmBands } from '../../analytics/framework/fsm-band.ts'
import { settlements } from '../../analytics/framework/settlement.ts'
import { sizes } from '../../analytics/framework/size.ts'
import type { Frame } from './frame.ts'
import { govuk } from './govuk.ts'
import { html, type Content, type Html } from './html.ts'

/** A form that asks for other schools or another day. `more` stands before its fields: a search box, hidden fields. */
export const filters = (frame: Frame, more: Content = null): Html => html`
  <form class="filters" action="${frame.path}" method="get">
    <div class="filters__fields">${more} ${fieldsOf(frame)}</div>
    <div class="filters__end">
      ${govuk('button', { text: 'Show' })}
      ${isChosen(frame) && html`<a class="govuk-link" href="${frame.path}">Show all schools today</a>`}
    </div>
  </form>
`

/** The same, folded away, for it would stand before all findings; open where something is chosen. */
export const foldedFilters = (frame: Frame, more: Content = null): Html =>
  govuk('details', {
    classes: 'folded-filters',
    open: isChosen(frame),
    summaryText: 'Choose other schools or another day',
    html: String(filters(frame, more)),
  })

const isChosen = ({ where, asOf, today }: Frame): boolean =>
  asOf !== today || Object.values(where).some((value) => value !== undefined)

function fieldsOf({ where, choices, asOf }: Frame): Html {
  const select = (name: string, label: string, all: string, items: readonly { value: string; text: string }[]) =>
    items.length > 1 &&
    govuk('select', {
      id: `filter-${name}`,
      name,
      label: { text: label },
      value: where[name as keyof typeof where] ?? '',
      items: [{ value: '', text: all }, ...items],
    })
  const plain = (names: readonly string[]) => names.map((name) => ({ value: name, text: name }))
  const banded = (names: readonly string[]) => plain([...names, unknown])
  return html`
    ${select(
      'council',
      'Council',
      'All councils',
      choices.councils.map(({ code, name }) => ({ value: code, text: name })),
    )}
    ${select('district', 'District', 'All districts', plain(choices.districts))}
    ${select('phase', 'Phase', 'All phases', plain(choices.phases))}
    ${select('size', 'Pupils', 'Any number', banded(sizes))}
    ${select('fsm', 'Free school meals', 'Any share', banded(fsmBands))}
    ${select('rural', 'Rural or urban', 'Both', banded(settlements))}
    ${select('deprivation', 'Deprivation', 'Any', banded(deprivationFifths))}
    ${select('framework', 'Framework', 'Any framework', plain(choices.frameworks))}
    ${select('adviser', 'Adviser', 'Any adviser', plain(choices.advisers))}
    ${govuk('input', {
      id: 'filter-asOf',
      name: 'asOf',
      label: { text: 'As things stood on' },
      type: 'date',
      value: asOf,
    })}
  `
}
