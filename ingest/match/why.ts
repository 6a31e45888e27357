import type { Day } from '../../analytics/framework/day.ts'
import { closedStatus } from '../../analytics/framework/establishment.ts'
import { looseWordsOf } from './fold.ts'
import type { SchoolName } from './names.ts'
import type { FoldedNaming } from './naming.ts'
import { lettersApart } from './letters.ts'
import { fittingParts, placeParts, type PlacePart } from './place.ts'
import { isOpenOn, type School } from './schools.ts'

const letters = ['no letter', 'one letter', 'two letters', 'three letters'] as const

const quoted = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ')

const lacking = (words: readonly string[], others: readonly string[]): readonly string[] =>
  words.filter((word) => !others.includes(word))

/** How a name differs from the one given, as the end of a sentence. */
function difference(asked: readonly string[], { words, key }: SchoolName): string {
  const [more, less] = [lacking(words, asked), lacking(asked, words)]
  if (more.length === 0 && less.length === 0) return 'has the same words in another order'
  if (less.length === 0) return `has ${quoted(more)} besides`
  if (more.length === 0) return `has no ${quoted(less)}`
  const apart = letters[lettersApart(asked.join(''), key)]
  return apart === undefined ? 'is similar' : `differs by ${apart}`
}

/** What a candidate's name has to do with the one given: `former name until 2019`, `name differs by one letter`. */
export function whyOfName(asked: string, name: SchoolName): string {
  const words = looseWordsOf(asked)
  const until = name.until === null ? '' : ` until ${name.until.slice(0, 4)}`
  if (words.join('') === name.key) return name.isFormer ? `former name${until}` : 'same name'
  return `${name.isFormer ? `former name "${name.name}"${until}` : 'name'} ${difference(words, name)}`
}

const wordFor: Readonly<Record<PlacePart, string>> = { town: 'town', postcode: 'postcode', district: 'district' }

/** Where a candidate lies, against the place given: `in another town: Loughborough`. */
export function whyOfPlace(given: FoldedNaming, school: School, urns: readonly School[]): string | null {
  const where = { town: school.town, postcode: school.postcode, district: school.district ?? school.laName }
  const fits = fittingParts(given, urns)
  const misfit = placeParts.find((part) => given[part] !== '' && where[part] !== null && !fits.includes(part))
  const [fit] = fits
  if (misfit !== undefined && fit === undefined) return `in another ${wordFor[misfit]}: ${where[misfit]}`
  if (fit !== undefined) return `in the ${wordFor[fit]} given`
  return where.town === null ? null : `in ${where.town}`
}

/** Why a candidate could not be meant on that day, if it was not open. */
export function whyOfDay(urns: readonly School[], day: Day | null): string | null {
  const [last] = urns
  if (day === null || last === undefined || urns.some((urn) => isOpenOn(urn, day))) return null
  if (last.status === closedStatus) return last.closeOn === null ? 'closed' : `closed on ${last.closeOn}`
  return last.openOn === null ? 'not open yet' : `not open until ${last.openOn}`
}
