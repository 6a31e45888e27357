import { stringify } from 'csv-stringify/sync'
import { academicYearText, type AcademicYear } from '../../analytics/framework/academic-year.ts'
import type { ReturnFigure } from '../../analytics/returns/figures.ts'
import type { ReturnProfile } from '../../analytics/returns/profile.ts'
import { revisedFrom } from '../../dashboards/parts/return-part.ts'
import { writeReturn, type ReturnReport } from '../../dashboards/workbooks/arts-council-return.ts'
import { fillTemplate, type Entry } from '../../dashboards/workbooks/template/fill-template.ts'
import { workbookName } from '../../dashboards/workbooks/workbook-name.ts'
import { Mistake } from '../mistake.ts'
import type { ReturnIssue } from '../queries/return-issue.ts'

/** A file of a return. */
export interface ReturnFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A recipient's own workbook. */
export type Template = { readonly name: string; readonly bytes: Uint8Array }

/** What goes into the recipient's template: figures and narratives, each into its cell; a mark as its letter. */
export function entriesOf(
  { indicators, narratives }: ReturnProfile,
  figures: readonly ReturnFigure[],
  texts: ReadonlyMap<string, string>,
): readonly Entry[] {
  const wholes = new Map(figures.filter(({ of }) => of === '').map((figure) => [figure.indicator, figure]))
  const ofFigures = indicators.flatMap(({ id, cells }) =>
    (['number', 'denominator', 'percent'] as const).flatMap((part) => {
      const [at, value] = [cells[part], wholes.get(id)?.[part]]
      return at === undefined || value === undefined ? [] : [{ at, value }]
    }),
  )
  const ofTexts = narratives.flatMap(({ id, cell }) =>
    cell === undefined ? [] : [{ at: cell, value: texts.get(id) ?? '' }],
  )
  return [...ofFigures, ...ofTexts]
}

const nameOf = (profile: string, year: AcademicYear, issue: number): string =>
  `${workbookName(`${profile}-return`, null, year)}-issue-${issue}`

/** The name of a return's own workbook, beside which there may be one of the recipient. */
export const ownWorkbook = ({
  profile,
  academicYear,
  issue,
}: Pick<ReturnIssue, 'profile' | 'academicYear' | 'issue'>): string => `${nameOf(profile, academicYear, issue)}.xlsx`

/** The files of a return: the same for the same return, to the byte. */
export async function writeFiles(report: ReturnReport, template: Template | null): Promise<readonly ReturnFile[]> {
  const { profile, year, issue, figures, texts } = report
  const name = nameOf(profile.id, year, issue)
  const text = (ending: string, content: string): ReturnFile => ({
    name: `${name}.${ending}`,
    bytes: new TextEncoder().encode(content),
  })
  return [
    { name: `${name}.xlsx`, bytes: await writeReturn(report) },
    text('csv', csvOf(report)),
    text('json', `${JSON.stringify(jsonOf(report), null, 2)}\n`),
    ...(template === null
      ? []
      : [{ name: `${name}-${template.name}`, bytes: filled(template, entriesOf(profile, figures, texts)) }]),
  ]
}

function filled({ name, bytes }: Template, entries: readonly Entry[]): Uint8Array {
  const made = fillTemplate(bytes, entries)
  if ('bytes' in made) return made.bytes
  throw new Mistake(`${name} cannot be filled in: ${made.wrong.join('; ')}`)
}

const csvOf = ({ figures, before }: ReturnReport): string =>
  stringify(
    figures.map((figure) => {
      const { indicator, of, number, denominator, percent } = figure
      const was = revisedFrom(figure, before)
      return [
        indicator,
        of,
        number,
        denominator,
        percent,
        was === null ? '' : 'r',
        was?.number ?? '',
        was?.denominator ?? '',
      ]
    }),
    {
      header: true,
      columns: [
        'indicator',
        'of',
        'number',
        'denominator',
        'percent',
        'revised',
        'number_before',
        'denominator_before',
      ],
      record_delimiter: 'windows',
    },
  )

/** All that a return says, for programs. */
const jsonOf = ({ texts, councils, year, ...report }: ReturnReport) => ({
  ...report,
  year: academicYearText(year),
  councils: Object.fromEntries(councils),
  texts: Object.fromEntries(texts),
})
