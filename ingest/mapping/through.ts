import { academicYearText } from '../../analytics/framework/academic-year.ts'
import { problemOf, type Problem } from '../problem.ts'
import type { GridRow } from '../readers/grid.ts'
import type { Column, Places } from '../recognise/column.ts'
import { yearKey } from '../recognise/kind.ts'
import { isBlank, trimmed, wordsOf } from '../recognise/reading.ts'
import { readTick, type Tick } from '../recognise/tick.ts'
import { refusing } from '../sheets/refusing.ts'
import type { Known } from '../sheets/known.ts'
import type { Sheet } from '../sheets/sheet.ts'
import { wordKey, type Fit } from './fit.ts'

/** A sheet that reads the rows of one tab, and where its columns stand in them. */
interface Through {
  readonly sheet: Sheet
  readonly places: Places
  /** Whether it reads the rows just as they stand. */
  readonly isPlain: boolean
}

interface TickRead {
  readonly text: string
  readonly problems: readonly Problem[]
}

/** The one word of a group of ticked columns that is ticked; blank for none, a problem for several. */
function readTicks(
  ticks: readonly Tick[],
  column: Column,
  { row, cells }: GridRow,
  headings: readonly string[],
): TickRead {
  const texts = ticks.map((tick) => ({ ...tick, text: trimmed(cells[tick.place] ?? '') }))
  const read = texts
    .filter(({ text }) => !isBlank(text))
    .map((each) => ({ ...each, reading: readTick(each.text, each.word) }))
  const unread = read.flatMap(({ text, place, reading }) =>
    'problem' in reading ? [problemOf(reading.problem, text, { row, column: headings[place] ?? column.heading })] : [],
  )
  const chosen = read.filter(({ reading }) => 'value' in reading && reading.value)
  const names = chosen.map(({ place }) => headings[place])
  const two =
    chosen.length < 2
      ? []
      : [
          problemOf('two-ticks', `a tick in each of ${names.join(' and ')}`, {
            row,
            column: headings[chosen[1]?.place ?? 0] ?? column.heading,
          }),
        ]
  return { text: chosen.length === 1 ? (chosen[0]?.word ?? '') : '', problems: [...unread, ...two] }
}

/** The places whose words stand for others, and so are read as those. */
const wordPlaces = ({ sheet, places, values }: Fit): readonly (readonly [number, ReadonlyMap<string, string>])[] =>
  values.size === 0
    ? []
    : Object.entries(places).flatMap(([key, at]) => {
        const column = sheet.columns[key]
        const words = new Set(column === undefined ? [] : wordsOf(column.read))
        const known = new Map([...values].filter(([, means]) => words.has(means)))
        return known.size === 0 ? [] : at.map((place) => [place, known] as const)
      })

/**
 * The sheet of a fit, which takes the rows as they stand in the file: ticks become the word they stand for, the file's
 * words those of the field, and a year that is told beside the rows stands in each of them.
 */
export function through(fit: Fit, headings: readonly string[]): Through {
  const { sheet, ticks, year } = fit
  const width = headings.length
  const groups = Object.entries(ticks).flatMap(([key, group]) => {
    const column = sheet.columns[key]
    return column === undefined ? [] : [{ key, group, column }]
  })
  const told = yearKey(sheet)
  const isYearTold = told !== null && year !== null && (fit.places[told] ?? []).length === 0
  const worded = wordPlaces(fit)
  const isPlain = groups.length === 0 && !isYearTold && worded.length === 0

  function reshaped({ row, cells }: GridRow): { readonly row: GridRow; readonly problems: readonly Problem[] } {
    const own = Array.from({ length: width }, (_, place) => cells[place] ?? '')
    for (const [place, words] of worded) own[place] = words.get(wordKey(own[place] ?? '')) ?? own[place] ?? ''
    const read = groups.map(({ group, column }) => readTicks(group, column, { row, cells }, headings))
    const years = isYearTold ? [academicYearText(year)] : []
    return {
      row: { row, cells: [...own, ...read.map(({ text }) => text), ...years] },
      problems: read.flatMap(({ problems }) => problems),
    }
  }

  const withYear = (known: Known): Known => (year === null || known.year !== null ? known : { ...known, year })
  const places: Places = {
    ...fit.places,
    ...Object.fromEntries(groups.map(({ key }, index) => [key, [width + index]])),
    ...(isYearTold ? { [told]: [width + groups.length] } : {}),
  }
  return {
    places,
    isPlain: isPlain && year === null,
    sheet: {
      ...sheet,
      parting:
        sheet.parting === null
          ? null
          : {
              ...sheet.parting,
              schoolOf: (row, at, known) =>
                sheet.parting?.schoolOf(isPlain ? row : reshaped(row).row, at, withYear(known)) ?? null,
            },
      asks: (known) => sheet.asks(withYear(known)),
      read: (gridRow, at, known) => {
        if (isPlain) return sheet.read(gridRow, at, withYear(known))
        const { row, problems } = reshaped(gridRow)
        return refusing(sheet.read(row, at, withYear(known)), problems)
      },
    },
  }
}
