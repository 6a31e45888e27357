import type { SchoolLine } from '../../../analytics/cohorts/school-lines.ts'
import type { Day } from '../../../analytics/framework/day.ts'
import { strands } from '../../../analytics/framework/strand.ts'
import { dayCell, markCell, wordsCell } from '../cell.ts'
import { dayText } from '../../parts/day.ts'
import { countText } from '../../parts/number.ts'
import type { Cell, SheetColumn, TableSheet } from '../workbook-spec.ts'

/** The words of the measures for what a school has not, so that the list and the counts agree. */
interface SchoolWords {
  readonly notAudited: string
  readonly notRated: string
  readonly noAward: string
  readonly lapsed: string
}

export interface SchoolsSheetOptions {
  readonly scope: string
  readonly source: string
  readonly asOf: Day
  /** The names of councils by LA code. */
  readonly councils: ReadonlyMap<string, string>
  readonly words: SchoolWords
}

const words = (label: string, note: string | null = null): SheetColumn => ({ label, unit: null, note, form: 'words' })
const day = (label: string, note: string | null = null): SheetColumn => ({ label, unit: null, note, form: 'day' })

/** The schools one by one, a row each, with their levels and award in words. */
export function schoolsSheet(
  schools: readonly SchoolLine[],
  { scope, source, asOf, councils, words }: SchoolsSheetOptions,
): TableSheet {
  return {
    tab: 'Schools',
    title: `Schools: ${scope}, as at ${dayText(asOf)}`,
    lines: [
      'Where does each of our schools stand?',
      `The table lists ${countText(schools.length, 'school')} by name. It is for the hub only.`,
      'Each strand is at the level of the latest audit.',
    ],
    source,
    columns,
    rows: rowsOf(schools, councils, words),
  }
}

const columns: readonly SheetColumn[] = [
  words('URN', 'URN: unique reference number in the national school register.'),
  words('School'),
  words('Council'),
  words('District'),
  words('Phase'),
  day('Latest audit'),
  ...strands.map((strand) => words(strand)),
  words('Latest award'),
  day('Award valid until', 'Award valid until: the last day on which the latest award is valid.'),
]

/** A row a school. Of cells that say the same one is made, and stands in many rows: a country has 24,000 of them. */
function rowsOf(
  schools: readonly SchoolLine[],
  councils: ReadonlyMap<string, string>,
  words: SchoolWords,
): TableSheet['rows'] {
  const [cell, day] = [eachOnce(wordsCell), eachOnce(dayCell)]
  return schools.map((school) => [
    wordsCell(String(school.urn)),
    wordsCell(school.name),
    cell(councils.get(school.council) ?? school.council),
    school.district === null ? markCell('x') : cell(school.district),
    cell(school.phase),
    day(school.auditedOn),
    ...strands.map((_, at) =>
      cell(school.auditedOn === null ? words.notAudited : (school.levels[at] ?? words.notRated)),
    ),
    cell(awardOf(school, words)),
    day(school.award?.validUntil ?? null),
  ])
}

function eachOnce<Given>(make: (given: Given) => Cell): (given: Given) => Cell {
  const made = new Map<Given, Cell>()
  return (given) => {
    const before = made.get(given)
    if (before !== undefined) return before
    const cell = make(given)
    made.set(given, cell)
    return cell
  }
}

function awardOf({ award }: SchoolLine, words: SchoolWords): string {
  if (award === null) return words.noAward
  return award.valid ? award.award : `${award.award} (${words.lapsed.toLowerCase()})`
}
