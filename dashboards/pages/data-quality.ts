import type { DataGap } from '../../analytics/cohorts/data-gaps.ts'
import { percentOf } from '../../analytics/measures/percent.ts'
import { dayText } from '../parts/day.ts'
import { framed, linkFrom, type Frame } from '../parts/frame.ts'
import { headingOf } from '../parts/heading.ts'
import { html, type Html } from '../parts/html.ts'
import { hrefOf } from '../parts/link.ts'
import { countText, numberText, percentText } from '../parts/number.ts'
import { wideTable } from '../parts/wide-table.ts'

/** What the page of data quality shows. */
export interface DataQualityView {
  readonly frame: Frame
  readonly population: number
  readonly gaps: readonly DataGap[]
  /** Closed URNs with more than one successor: their history is followed to none. */
  readonly splits: readonly number[]
}

const titles: Readonly<Record<DataGap['about'], string>> = {
  missing: 'Missing',
  stale: 'Stale',
  contradictory: 'Contradictory',
}

/** What is missing, stale or contradictory, how often, and what to do about it. */
export function dataQualityPage(view: DataQualityView): Html {
  const { frame, population, gaps, splits } = view
  const main = html`
    ${headingOf(frame, 'Data quality', population)}
    <p class="lead">${findingOf(view)} ${registerText(frame)}</p>
    ${(Object.keys(titles) as readonly DataGap['about'][]).map((about) => {
      const those = gaps.filter((gap) => gap.about === about)
      return html`<section>
        <h2 class="section-title" id="${about}">${titles[about]}</h2>
        ${wideTable(
          titles[about],
          ['What', 'Schools', 'What to do'],
          those.map((gap) => lineOf(view, gap)),
        )}
      </section>`
    })}
    ${
      splits.length > 0 &&
      html`<h2 class="section-title" id="splits">Closed schools with more than one successor</h2>
        <p class="govuk-body">
          Their history stays with them and is followed to none:
          ${splits.map((urn, at) => html`${at > 0 && ', '}<a class="govuk-link" href="${hrefOf(`/schools/${urn}`, {})}">URN ${urn}</a>`)}.
        </p>`
    }
  `
  return framed(frame, 'Data quality', main)
}

function findingOf({ gaps }: DataQualityView): string {
  const found = gaps.filter(({ schools }) => schools > 0)
  if (found.length === 0) return 'Nothing is missing, stale or contradictory.'
  const most = found.toSorted((a, b) => b.schools - a.schools)[0]
  return `${numberText(found.length)} of ${countText(gaps.length, 'check')} find something. Most often: ${most?.name.toLowerCase()}, ${countText(most?.schools ?? 0, 'school')}.`
}

const registerText = ({ extractOn }: Frame): string =>
  extractOn === null ? 'No school register is loaded.' : `The school register is of ${dayText(extractOn)}.`

const lineOf = ({ frame, population }: DataQualityView, { key, name, schools, remedy }: DataGap): Html =>
  html`<tr class="govuk-table__row">
    <th class="govuk-table__header" scope="row">${name}</th>
    <td class="govuk-table__cell govuk-table__cell--numeric">
      ${
        schools === 0
          ? 'None'
          : html`<a class="govuk-link" href="${linkFrom(frame, '/schools', { gap: key })}"
                >${numberText(schools)}<span class="govuk-visually-hidden"> schools: ${name}</span></a
              >
              <span class="figures__percent">${percentText(percentOf(schools, population))}</span>`
      }
    </td>
    <td class="govuk-table__cell">${schools === 0 ? '' : remedy}</td>
  </tr>`
