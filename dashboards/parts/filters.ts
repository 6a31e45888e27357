import { unknown } from '../../analytics/framework/band.ts'
import { deprivationFifths } from '../../analytics/framework/deprivation.ts'
import { fsmBands } from '../../analytics/framework/fsm-band.ts'
import { settlements } from '../../analytics/framework/settlement.ts'
import { sizes } from '../../analytics/framework/size.ts'
import type { Frame } from './frame.ts'
import { govuk } from './govuk.ts'
import { html, type Content, type Html } from './html.ts'

/** A field to choose schools or a day by, and whether something is chosen in it. */
interface Field {
  readonly isChosen: boolean
  readonly field: Html
}

/**
 * A form to find schools by: its own fields and those in which something is chosen are in view, the others are folded
 * away, for all together they would fill a phone twice before the first school.
 */
export function searchForm(frame: Frame, own: Content): Html {
  const fields = fieldsOf(frame)
  const inView = fields.filter(({ isChosen }) => isChosen)
  const folded = govuk('details', {
    classes: 'folded-filters filters__folded',
    summaryText: inView.length === 0 ? 'Choose by council, phase, deprivation, day and more' : 'More to choose by',
    html: String(
      html`<div class="filters__fields">${fields.filter(({ isChosen }) => !isChosen).map(({ field }) => field)}</div>`,
    ),
  })
  return form(frame, html`${fieldsIn([own, inView.map(({ field }) => field)])} ${folded}`, 'filters--search')
}

/**
 * A form that asks for other schools or another day, folded away, for it would stand before all findings; open where
 * something is chosen. `more` stands before its fields.
 */
export const foldedFilters = (frame: Frame, more: Content = null): Html =>
  govuk('details', {
    classes: 'folded-filters',
    open: isChosen(frame),
    summaryText: 'Choose other schools or another day',
    html: String(form(frame, fieldsIn([more, fieldsOf(frame).map(({ field }) => field)]))),
  })

const form = (frame: Frame, fields: Html, kind = ''): Html => html`
  <form class="filters ${kind}" action="${frame.path}" method="get">
    ${fields}
    <div class="filters__end">
      ${govuk('button', { text: 'Show' })}
      ${isChosen(frame) && html`<a class="govuk-link" href="${frame.path}">Show all schools today</a>`}
    </div>
  </form>
`

const fieldsIn = (fields: Content): Html => html`<div class="filters__fields">${fields}</div>`

const isChosen = ({ where, asOf, today }: Frame): boolean =>
  asOf !== today || Object.values(where).some((value) => value !== undefined)

function fieldsOf({ where, choices, asOf, today }: Frame): readonly Field[] {
  const select = (name: string, label: string, all: string, items: readonly { value: string; text: string }[]) => {
    const value = where[name as keyof typeof where]
    if (items.length < 2) return []
    const field = govuk('select', {
      id: `filter-${name}`,
      name,
      label: { text: label },
      value: value ?? '',
      items: [{ value: '', text: all }, ...items],
    })
    return [{ isChosen: value !== undefined, field }]
  }
  const plain = (names: readonly string[]) => names.map((name) => ({ value: name, text: name }))
  const banded = (names: readonly string[]) => plain([...names, unknown])
  const councils = choices.councils.map(({ code, name }) => ({ value: code, text: name }))
  const day = govuk('input', {
    id: 'filter-asOf',
    name: 'asOf',
    label: { text: 'As things stood on' },
    type: 'date',
    value: asOf,
  })
  return [
    ...select('council', 'Council', 'All councils', councils),
    ...select('district', 'District', 'All districts', plain(choices.districts)),
    ...select('phase', 'Phase', 'All phases', plain(choices.phases)),
    ...select('size', 'Pupils', 'Any number', banded(sizes)),
    ...select('fsm', 'Free school meals', 'Any share', banded(fsmBands)),
    ...select('rural', 'Rural or urban', 'Both', banded(settlements)),
    ...select('deprivation', 'Deprivation', 'Any', banded(deprivationFifths)),
    ...select('framework', 'Framework', 'Any framework', plain(choices.frameworks)),
    ...select('adviser', 'Adviser', 'Any adviser', plain(choices.advisers)),
    { isChosen: asOf !== today, field: day },
  ]
}
