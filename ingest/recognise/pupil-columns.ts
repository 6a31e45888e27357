import { problemOf, type Problem } from '../problem.ts'
import type { GridRow } from '../readers/grid.ts'
import { isPacked } from '../readers/packed-rows.ts'
import type { Rows } from '../readers/rows.ts'
import { foldHeading } from './heading.ts'

const pupil = '(?:pupil|child|children|student|learner)s?'
const kind = '(?:full|first|last|fore|sur|middle|given|family|legal|preferred|known|chosen)'

const telling: readonly RegExp[] = [
  new RegExp(`^${pupil}$`.replace('s?', '')),
  new RegExp(`^${pupil}${kind}*names?$`),
  new RegExp(`^names?of(?:the)?${pupil}$`),
  /^(?:legal|preferred)?(?:fore|sur|middle)names?$/,
  new RegExp(`^(?:${pupil}|former|current|previous|temporary)?upns?(?:$|number|unique|code|no$)`),
  /uniquepupil|uniquelearner|^ulns?$/,
  new RegExp(`^${pupil}(?:id|ref|reference)s?$`),
  /^(?:nhs|admission)(?:number|no)s?$|^adno$/,
  /dateofbirth|birthdate|birthday|^birth$|^borno?n?$|^dofb/,
  new RegExp(`^(?:${pupil})?dob(?:$|dd|mm|yy|${pupil})`),
]

/** The two halves of a person's name, which are those of a pupil as likely as not. */
const halves = [/^(?:first|given)names?$/, /^(?:last|family|sur)names?$/] as const

const refusal = (column: string): Problem => problemOf('pupil-data', column, { column })

/** A problem for each column that would say who a pupil is. */
export function pupilColumns(headings: readonly string[]): readonly Problem[] {
  const folded = headings.map(foldHeading)
  const isWhole = halves.every((half) => folded.some((heading) => half.test(heading)))
  const forms = isWhole ? [...telling, ...halves] : telling
  return headings.filter((_, place) => forms.some((form) => form.test(folded[place] ?? ''))).map(refusal)
}

/** A unique pupil number: a letter, eleven figures, and a figure or, where it is a temporary one, a letter. */
const pupilNumber = /^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/i
const shortest = 13

const isPupilNumber = (cell: string): boolean => cell.length >= shortest && pupilNumber.test(cell.trim())

const [isBlank, isOther, isNumber] = [0, 1, 2]

const kindOf = (cell: string): number => (cell.trim() === '' ? isBlank : isPupilNumber(cell) ? isNumber : isOther)

/** What the cells of the row at an index hold, place by place; of packed rows each text is looked at once. */
function kindsIn(rows: Rows<GridRow>): (index: number, places: number) => ArrayLike<number> {
  if (!isPacked(rows))
    return (index, places) =>
      rows
        .at(index)!
        .cells.slice(0, places)
        .map((cell) => kindOf(cell))
  const kinds = Uint8Array.from(rows.texts, kindOf)
  const found: number[] = []
  return (index, places) => {
    for (let place = 0; place < places; place++) found[place] = kinds[rows.textAt(index, place)] ?? isBlank
    return found
  }
}

/**
 * A problem for each column, whatever its heading, at least half of whose cells hold a pupil's number in the rows from
 * an index on.
 */
export function pupilNumbers(headings: readonly string[], rows: Rows<GridRow>, from: number): readonly Problem[] {
  const [filled, numbers] = [headings.map(() => 0), headings.map(() => 0)]
  const kindsOf = kindsIn(rows)
  for (let index = from; index < rows.length; index++) {
    const kinds = kindsOf(index, headings.length)
    for (let place = 0; place < kinds.length; place++) {
      if (kinds[place] !== isBlank) filled[place]! += 1
      if (kinds[place] === isNumber) numbers[place]! += 1
    }
  }
  const isFull = (place: number): boolean => numbers[place]! > 0 && numbers[place]! * 2 >= filled[place]!
  return headings.filter((_, place) => isFull(place)).map((heading) => refusal(heading))
}
