import { foldName, foldPostcode } from './fold.ts'

/** How a row names its school; undefined where the file has no such column, null where the cell is blank. */
export interface Naming {
  readonly urn: number | null | undefined
  readonly laestab: string | null | undefined
  readonly ukprn: string | null | undefined
  readonly school: string | null | undefined
  readonly town: string | null | undefined
  readonly postcode: string | null | undefined
  readonly district: string | null | undefined
}

/** A naming without what people vary in it; blank where a part is not given. A number goes with its heading. */
export interface FoldedNaming {
  readonly number: string
  readonly name: string
  readonly town: string
  readonly postcode: string
  readonly district: string
}

export function foldNaming({ urn, laestab, ukprn, school, town, postcode, district }: Naming): FoldedNaming {
  const numbers = { URN: urn, LAESTAB: laestab, UKPRN: ukprn }
  const [number] = Object.entries(numbers).flatMap(([heading, value]) => (value == null ? [] : [`${heading} ${value}`]))
  return {
    number: number ?? '',
    name: foldName(school ?? ''),
    town: foldName(town ?? ''),
    postcode: foldPostcode(postcode ?? ''),
    district: foldName(district ?? ''),
  }
}

/** The naming as one text. */
export const namingKey = ({ number, name, town, postcode, district }: FoldedNaming): string =>
  JSON.stringify([number, name, town, postcode, district])
