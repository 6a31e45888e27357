import { matchSchool, type Matching } from '../../../ingest/match/match.ts'
import { nameIndex } from '../../../ingest/match/name-index.ts'
import { linkedNames, type FormerName } from '../../../ingest/match/names.ts'
import type { Naming } from '../../../ingest/match/naming.ts'
import { schoolsOf, type School } from '../../../ingest/match/schools.ts'

/** An open school of the area; more is said of it where that matters. */
export const school = (urn: number, name: string, more: Partial<School> = {}): School => ({
  urn,
  name,
  la: '901',
  laName: 'Northshire',
  establishmentNumber: '',
  ukprn: null,
  status: 1,
  openOn: null,
  closeOn: null,
  town: null,
  postcode: null,
  district: null,
  ...more,
})

export const link = (urn: number, linkUrn: number, linkType: string, linkName: string | null = null) => ({
  urn,
  linkUrn,
  linkType,
  linkName,
  establishedOn: '2020-09-01',
})

/** A register in which rows are matched, with nothing settled and no meeting known unless that is told. */
export function matchingOf(
  register: readonly School[],
  links: readonly ReturnType<typeof link>[] = [],
  { former = [], ...more }: Partial<Matching> & { readonly former?: readonly FormerName[] } = {},
): Matching {
  const schools = schoolsOf(register, links)
  return {
    area: new Set(['901']),
    schools,
    names: nameIndex(schools, () => [...former, ...linkedNames(links, schools)]),
    decisions: new Map(),
    meetings: new Set(),
    ...more,
  }
}

const nothing = {
  urn: undefined,
  laestab: undefined,
  ukprn: undefined,
  school: undefined,
  town: undefined,
  postcode: undefined,
  district: undefined,
}

const usualDay = '2024-03-05'

/** The URN a row so named is recorded under; else the code, column and found text of its problem. */
export function matched(matching: Matching, way: Partial<Naming>, heldOn: string | null = usualDay) {
  const match = matchSchool({ ...nothing, ...way }, heldOn, matching)
  return 'urn' in match ? match.urn : [match.problem.code, match.problem.column, match.problem.found]
}

/** The candidates of a row so named, each as its URN and why. */
export function candidatesOf(matching: Matching, way: Partial<Naming>, heldOn: string | null = usualDay) {
  const match = matchSchool({ ...nothing, ...way }, heldOn, matching)
  return 'urn' in match ? [] : match.candidates.map(({ urn, why }) => [urn, why])
}

/** What is noted of a row so named. */
export function notesOf(matching: Matching, way: Partial<Naming>, heldOn: string | null = usualDay) {
  const match = matchSchool({ ...nothing, ...way }, heldOn, matching)
  return 'urn' in match ? match.notes.map(({ text }) => text) : []
}
