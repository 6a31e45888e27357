import type { Day } from '../../analytics/framework/day.ts'
import { closedStatus } from '../../analytics/framework/establishment.ts'
import { chainsOf } from '../../analytics/evidence/identity.ts'
import type { RegisterLinkTable, RegisterSchoolTable } from '../../migrations/tables.ts'

export type School = Readonly<
  Pick<
    RegisterSchoolTable,
    | 'urn'
    | 'name'
    | 'la'
    | 'laName'
    | 'establishmentNumber'
    | 'ukprn'
    | 'status'
    | 'openOn'
    | 'closeOn'
    | 'town'
    | 'postcode'
    | 'district'
  >
>

type Link = Readonly<Pick<RegisterLinkTable, 'urn' | 'linkUrn' | 'linkType'>>

/** The register as names are looked up in it. */
export interface Schools {
  readonly byUrn: ReadonlyMap<number, School>
  readonly byLaestab: ReadonlyMap<string, readonly School[]>
  readonly byUkprn: ReadonlyMap<string, readonly School[]>
  /** All URNs of the school that a URN belongs to, the one that speaks for it last first. */
  readonly urnsOf: (urn: number) => readonly number[]
  /** The URN that speaks for the school that a URN belongs to: the school's identity. */
  readonly schoolOf: (urn: number) => number
  /** The register's rows of all URNs of that school, in the same order. */
  readonly rowsOf: (urn: number) => readonly School[]
}

const byText = (schools: readonly School[], textOf: (school: School) => string | null) =>
  Map.groupBy(
    schools.filter((school) => textOf(school) !== null),
    (school) => textOf(school) ?? '',
  )

const laestabOf = ({ la, establishmentNumber }: School): string | null =>
  establishmentNumber === '' ? null : `${la}${establishmentNumber}`

/** Whether a URN is open on a day, as its register extract tells it. */
export function isOpenOn({ status, openOn, closeOn }: School, day: Day): boolean {
  if (openOn !== null && openOn > day) return false
  return status === 1 || status === 3 || (status === closedStatus && closeOn !== null && closeOn >= day)
}

export function schoolsOf(register: readonly School[], links: readonly Link[]): Schools {
  const { lastOf, linksToEnd } = chainsOf(register, links)
  const toEnd = (urn: number): number => linksToEnd.get(urn) ?? 0
  const chains = Map.groupBy([...lastOf.keys()], (urn) => lastOf.get(urn))
  for (const urns of chains.values()) urns.sort((a, b) => toEnd(a) - toEnd(b) || b - a)
  const byUrn = new Map(register.map((school) => [school.urn, school]))
  const urnsOf = (urn: number): readonly number[] => chains.get(lastOf.get(urn)) ?? [urn]
  const rows = new Map(Array.from(chains, ([last, urns]) => [last, urns.flatMap((urn) => byUrn.get(urn) ?? [])]))
  return {
    byUrn,
    byLaestab: byText(register, laestabOf),
    byUkprn: byText(register, ({ ukprn }) => ukprn),
    urnsOf,
    schoolOf: (urn) => lastOf.get(urn) ?? urn,
    rowsOf: (urn) => rows.get(lastOf.get(urn)) ?? [],
  }
}
