import type { Disclosed } from '../../../analytics/disclosure/disclose.ts'
import { academicYearText, type AcademicYear } from '../../../analytics/framework/academic-year.ts'
import type { Day } from '../../../analytics/framework/day.ts'
import type { AwardLadderRow } from '../../../analytics/measures/award-ladder.ts'
import type { CoverageRow } from '../../../analytics/measures/coverage.ts'
import type { NoTotals } from '../../../analytics/measures/measure.ts'
import type { ReflectionsDueRow, ReflectionsDueTotals } from '../../../analytics/measures/reflections-due.ts'
import type { StrandProfileRow } from '../../../analytics/measures/strand-profile.ts'
import { awardLadderChart } from '../../charts/award-ladder.ts'
import { coverageChart } from '../../charts/coverage.ts'
import { strandProfileChart } from '../../charts/strand-profile.ts'
import { dayText } from '../../parts/day.ts'
import { countText } from '../../parts/number.ts'
import { drawnAs, awardColours, levelColours } from '../chart-colours.ts'
import { commentarySheets, type Comment } from '../commentary-sheet.ts'
import { legend, marksOf } from '../legend.ts'
import { measureSheet } from '../measure-sheet.ts'
import { workbookName } from '../workbook-name.ts'
import type { TableSheet, WorkbookSpec } from '../workbook-spec.ts'
import { movesSheet, type ThenAndNow } from './moves-sheet.ts'

/** What a board is told of a quarter: answers to the hub, of one area, at its beginning and its end. */
export interface BoardPack {
  readonly hub: string
  readonly scope: string
  /** The days between which it tells what moved. */
  readonly since: Day
  readonly asOf: Day
  readonly academicYear: AcademicYear
  readonly producedOn: Day
  readonly coverage: ThenAndNow<Disclosed<CoverageRow, NoTotals>>
  readonly profile: ThenAndNow<Disclosed<StrandProfileRow, NoTotals>>
  readonly awards: ThenAndNow<Disclosed<AwardLadderRow, NoTotals>>
  readonly reflectionsDue: Disclosed<ReflectionsDueRow, ReflectionsDueTotals>
  /** Why it moved, as people wrote it; there may be none. None of it names a school. */
  readonly commentary: readonly Comment[]
}

/** The board pack described: what moved in the quarter and why, then how things stand. */
export function boardPackSpec(pack: BoardPack): WorkbookSpec {
  const { academicYear, asOf, hub, producedOn, scope, since } = pack
  const tables = tablesOf(pack)
  const { coverage, profile, awards } = pack
  return {
    name: workbookName('board-pack', null, academicYear),
    title: `Board pack: ${hub}, ${scope}, ${dayText(since)} to ${dayText(asOf)}`,
    organisation: hub,
    keywords: ['music education', 'music hub', 'board', scope],
    producedOn,
    academicYear,
    place: { name: scope, council: null },
    cover: [
      { heading: null, lines: [`What moved from ${dayText(since)} to ${dayText(asOf)}, and how things stand.`] },
      {
        heading: 'In short',
        lines: [coverageChart(coverage.now), strandProfileChart(profile.now), awardLadderChart(awards.now)].map(
          ({ finding }) => `${finding}.`,
        ),
      },
      {
        heading: 'What this workbook covers',
        lines: [
          `Music hub: ${hub}`,
          `Area: ${scope}`,
          `Population: ${countText(coverage.now.population, 'school')} on ${dayText(asOf)}, ${countText(coverage.before.population, 'school')} on ${dayText(since)}`,
          `Academic year: ${academicYearText(academicYear)}`,
          `Data version: ${coverage.now.dataVersion}`,
          `Produced on: ${dayText(producedOn)}`,
        ],
      },
      {
        heading: 'How to read the tables',
        lines: [
          'Both days are told as they are known now. Schools that opened or closed between them count on the days on which they are open.',
          'A zero is a true zero, and no cell of a table is blank.',
          ...legend(marksOf(...tables.map(({ rows }) => rows))),
        ],
      },
      {
        heading: 'Who may read this workbook',
        lines: [
          `This copy is for the board of ${hub}. It names no school, but its figures are exact, so it must not be published.`,
        ],
      },
      { heading: 'Contact', lines: [`For questions about this workbook, please ask ${hub}.`] },
    ],
    tables,
  }
}

function tablesOf({
  asOf,
  awards,
  commentary,
  coverage,
  hub,
  profile,
  reflectionsDue,
  scope,
  since,
}: BoardPack): readonly TableSheet[] {
  const source = `${hub}, data version ${coverage.now.dataVersion}`
  const shown = { scope, source, percentages: true }
  return [
    movesSheet({ scope, source, since, asOf }, [coverage, awards, profile]),
    ...commentarySheets(commentary, { scope, since, asOf, source }),
    measureSheet(coverage.now, shown),
    measureSheet(profile.now, { ...shown, adds: true, drawn: drawnAs(strandProfileChart(profile.now), levelColours) }),
    measureSheet(awards.now, { ...shown, adds: true, drawn: drawnAs(awardLadderChart(awards.now), awardColours) }),
    measureSheet(reflectionsDue, { ...shown, percentages: false }),
  ]
}
