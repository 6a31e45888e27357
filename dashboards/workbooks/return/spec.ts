import { academicYearText } from '../../../analytics/framework/academic-year.ts'
import type { ReturnFigure } from '../../../analytics/returns/figures.ts'
import { populationText } from '../../../analytics/returns/profile.ts'
import { dayText } from '../../parts/day.ts'
import { partText, revisedFrom, revisedText } from '../../parts/return-part.ts'
import { figureCell, markCell, wordsCell } from '../cell.ts'
import { legend, marksOf } from '../legend.ts'
import type { Cell, CoverSection, SheetColumn, TableSheet, WorkbookSpec } from '../workbook-spec.ts'
import { workbookName } from '../workbook-name.ts'
import type { ReturnReport } from './report.ts'

/** A return described as a workbook: its figures, their parts, its narrative, and what was remarked. */
export function returnSpec(report: ReturnReport): WorkbookSpec {
  const { hub, profile, year, producedOn } = report
  const tables = [figuresSheet(report), ...partsSheet(report), narrativeSheet(report), ...commentarySheet(report)]
  return {
    name: workbookName(`${profile.id}-return`, null, year),
    academicYear: year,
    place: { name: hub, council: null },
    title: `${profile.title} to ${profile.recipient}: ${hub}, ${academicYearText(year)}`,
    organisation: hub,
    keywords: ['music education', 'music hub', 'return', profile.recipient],
    producedOn,
    cover: coverOf(report, tables),
    tables,
  }
}

const words = (label: string): SheetColumn => ({ label, unit: null, note: null, form: 'words' })
const count = (label: string, unit: string, note: string | null = null): SheetColumn => ({
  label,
  unit,
  note,
  form: 'count',
})

const figureColumns: readonly SheetColumn[] = [
  count('Number', 'of what it counts'),
  count(
    'Of',
    'schools, forms or pupils',
    'What the number is a part of. Not applicable where it is a part of nothing that is known: the population column says why.',
  ),
  { label: 'Share', unit: 'per cent', note: null, form: 'percent' },
]

const revised: SheetColumn = {
  label: 'Revised',
  unit: null,
  note: '[r] stands for revised: the figure is not what the issue before said. Not applicable where it is the same, or there was no issue before.',
  form: 'words',
}

const figureCells = ({ number, denominator, percent }: ReturnFigure): readonly Cell[] =>
  [number, denominator, percent].map(figureCell)

const revisedCell = (figure: ReturnFigure, { before }: ReturnReport): Cell => {
  const text = revisedText(figure, before)
  return text === null ? markCell('z') : wordsCell(text)
}

const titled = ({ hub, year }: ReturnReport, what: string): string => `${what}: ${hub}, ${academicYearText(year)}`

function figuresSheet(report: ReturnReport): TableSheet {
  const wholes = new Map(report.figures.filter(({ of }) => of === '').map((figure) => [figure.indicator, figure]))
  return {
    tab: 'Figures',
    title: titled(report, 'Figures of the return'),
    lines: ['Figures are not to be added to each other: one pupil or school may be counted in several.'],
    source: sourceOf(report),
    columns: [
      words('Indicator'),
      words('Section'),
      words('What it counts'),
      revised,
      words('Population'),
      words('Follows'),
      ...figureColumns,
    ],
    rows: report.profile.indicators.flatMap((indicator) => {
      const { id, section, title, source } = indicator
      const figure = wholes.get(id)
      if (figure === undefined) return []
      return [
        [
          wordsCell(id),
          wordsCell(section),
          wordsCell(title),
          revisedCell(figure, report),
          wordsCell(populationText(indicator)),
          wordsCell(source),
          ...figureCells(figure),
        ],
      ]
    }),
  }
}

function partsSheet(report: ReturnReport): readonly TableSheet[] {
  const { figures, profile, councils } = report
  const parts = figures.filter(({ of }) => of !== '')
  if (parts.length === 0) return []
  const titles = new Map(profile.indicators.map(({ id, title }) => [id, title]))
  return [
    {
      tab: 'Breakdowns',
      title: titled(report, 'Figures by council, phase and what data forms tell apart'),
      lines: [
        'Parts told by data forms need not add up to the whole: a form may leave some of them out.',
        'They have no share, for pupils on roll are known in all, and not by key stage, gender, pupil premium, SEND or ethnicity.',
      ],
      source: sourceOf(report),
      columns: [words('Indicator'), words('What it counts'), words('Part'), revised, ...figureColumns],
      rows: parts.map((figure) => [
        wordsCell(figure.indicator),
        wordsCell(titles.get(figure.indicator) ?? ''),
        wordsCell(partText(figure.of, councils)),
        revisedCell(figure, report),
        ...figureCells(figure),
      ]),
    },
  ]
}

const narrativeSheet = (report: ReturnReport): TableSheet => ({
  tab: 'Narrative',
  title: titled(report, 'Narrative of the return'),
  lines: ['Each answer with the most characters that the recipient takes.'],
  source: null,
  columns: [
    words('Question'),
    words('Section'),
    words('Answer'),
    count('Length', 'characters'),
    count('Longest allowed', 'characters'),
  ],
  rows: report.profile.narratives.map(({ id, section, question, mostCharacters }) => {
    const text = report.texts.get(id) ?? ''
    return [
      wordsCell(question),
      wordsCell(section),
      wordsCell(text),
      figureCell(Array.from(text).length),
      figureCell(mostCharacters),
    ]
  }),
})

const commentarySheet = (report: ReturnReport): readonly TableSheet[] =>
  report.commentary.length === 0
    ? []
    : [
        {
          tab: 'Commentary',
          title: titled(report, 'What the hub remarked on its figures'),
          lines: ['Remarks that the hub approved for others to read.'],
          source: null,
          columns: [words('Remark')],
          rows: report.commentary.map((text) => [wordsCell(text)]),
        },
      ]

const sourceOf = ({ hub, dataVersion, extractOn }: ReturnReport): string =>
  `${hub}, data version ${dataVersion}${extractOn === null ? '' : `; national school register, extract of ${dayText(extractOn)}`}`

function coverOf(report: ReturnReport, tables: readonly TableSheet[]): readonly CoverSection[] {
  const { profile, hub, year, issue, reason, dataVersion, approvedOn, producedOn } = report
  const moved = report.figures.filter((figure) => revisedFrom(figure, report.before) !== null).length
  const used = marksOf(...tables.map(({ rows }) => rows))
  return [
    {
      heading: null,
      lines: [`What ${hub} returns to ${profile.recipient} for the academic year ${academicYearText(year)}.`],
    },
    {
      heading: 'What this is',
      lines: [
        `Music hub: ${hub}`,
        `Recipient: ${profile.recipient}`,
        `Profile: ${profile.id}, ${profile.template.version}`,
        ...(profile.template.isConfirmed ? [] : [`To be confirmed: ${profile.template.note}`]),
        `Issue: ${issue}${issue === 1 ? '' : `, because ${reason}`}`,
        ...(report.before === null ? [] : [`Figures revised since the issue before: ${moved}, marked [r]`]),
        `Data version: ${dataVersion}`,
        ...(approvedOn === null
          ? ['This is a draft: nobody has approved it yet.', `Produced on: ${dayText(producedOn)}`]
          : [`Approved on: ${dayText(approvedOn)}`, `Frozen on: ${dayText(producedOn)}`]),
      ],
    },
    {
      heading: 'How to read the tables',
      lines: [
        'Notes stand in square brackets with a number, and are explained on the Notes worksheet.',
        'A zero is a true zero, and no cell of a table is blank. Where there is no figure, a mark in square brackets says why.',
        ...legend(used),
      ],
    },
    { heading: 'Who may read this return', lines: [profile.audienceNote] },
    { heading: 'Contact', lines: [`For questions about this return, please ask ${hub}.`] },
  ]
}
