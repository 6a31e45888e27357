import { profilesChart, type Profile } from '../charts/profiles.ts'
import { figureWith, type Figured } from '../parts/figure.ts'
import type { Frame } from '../parts/frame.ts'
import { html, type Html } from '../parts/html.ts'
import { hrefOf } from '../parts/link.ts'
import { figureText } from '../parts/number.ts'
import { sourceOf, subtitleOf } from '../parts/scope.ts'

/** What profiles are told apart by. */
export const profileKinds = { year: 'over time', phase: 'by phase', district: 'by district' } as const
export type ProfileKind = keyof typeof profileKinds

/** In a picture of more districts than this nothing can be found. */
export const mostDistricts = 40

/** The columns of the table of profiles, those of the numbers by the columns of the measure. */
export const profileColumns = ['focusing', 'developing', 'establishing', 'enhancing', 'notRated', 'notAudited'] as const

/** What a profile's group is called, as a heading. */
export const profileHeading: Readonly<Record<ProfileKind, string>> = {
  year: 'As of',
  phase: 'Phase',
  district: 'District',
}

/** Profiles side by side as a figure. */
export function profilesFigure(
  frame: Frame,
  kind: ProfileKind,
  profiles: readonly Profile[],
  { id = `profiles-${kind}`, links }: Partial<Pick<Figured, 'id' | 'links'>> = {},
): Html | null {
  const answer = profiles.at(-1)?.answer
  if (answer === undefined)
    return kind === 'district' && frame.choices.districts.length > mostDistricts
      ? html`<p class="govuk-body">
          There are more than ${mostDistricts} districts here: choose a council to see them side by side.
        </p>`
      : null
  const { strand } = answer.where
  const population =
    kind === 'year' ? answer.population : profiles.reduce((sum, { answer: of }) => sum + of.population, 0)
  const subtitle = subtitleOf(
    {
      ...answer,
      population,
      title: `Strand profile ${profileKinds[kind]}`,
      where: { ...frame.where, ...(strand && { strand }) },
    },
    frame.choices,
  )
  const shown = { asOf: frame.asOf, where: { ...frame.where, ...(strand && { strand }) } }
  return figureWith({
    id,
    title: `Strand profile ${profileKinds[kind]}`,
    chart: profilesChart(kind, profiles),
    subtitle: profilesSubtitle(kind, subtitle),
    source: `Bars are of the schools rated, whose number stands beside each. ${sourceOf({ ...answer, population }, frame.hub ?? 'the hub')}`,
    table: profilesTable(kind, profiles, subtitle),
    links: links ?? {
      csv: hrefOf(`/api/profiles/${kind}.csv`, shown),
      svg: hrefOf(`/charts/profiles/${kind}.svg`, shown),
      view: `${hrefOf(frame.path, { asOf: frame.asOf, where: frame.where })}#${id}`,
    },
  })
}

const profilesSubtitle = (kind: ProfileKind, subtitle: string): string =>
  kind === 'year' ? `${subtitle} Earlier days as known now.` : subtitle

function profilesTable(kind: ProfileKind, profiles: readonly Profile[], caption: string): Html {
  const columns = profiles[0]?.answer.columns ?? []
  const labelOf = (key: string): string => columns.find((column) => column.key === key)?.label ?? key
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}">
    <table class="govuk-table figures">
      <caption class="govuk-visually-hidden">
        ${caption}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th class="govuk-table__header" scope="col">${profileHeading[kind]}</th>
          <th class="govuk-table__header" scope="col">Strand</th>
          ${profileColumns.map(
            (key) =>
              html`<th class="govuk-table__header govuk-table__header--numeric" scope="col">${labelOf(key)}</th>`,
          )}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        ${profiles.flatMap(({ name, answer }) =>
          answer.rows.map(
            (row) =>
              html`<tr class="govuk-table__row">
                <th class="govuk-table__header" scope="row">${name}</th>
                <td class="govuk-table__cell">${row.strand}</td>
                ${profileColumns.map(
                  (key) => html`<td class="govuk-table__cell govuk-table__cell--numeric">${figureText(row[key])}</td>`,
                )}
              </tr>`,
          ),
        )}
      </tbody>
    </table>
  </div>`
}
