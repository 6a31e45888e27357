import type { Fact } from './fact.ts'

/** Which schools there are, what became of them, and the districts they lie in. */
export interface RegisterTables {
  registerSchool: RegisterSchoolTable
  registerLink: RegisterLinkTable
  boundary: BoundaryTable
}

export interface RegisterSchoolTable extends Fact {
  urn: number
  name: string
  la: string
  laName: string | null
  establishmentNumber: string
  type: number
  typeName: string | null
  status: number
  phase: number
  openOn: string | null
  closeOn: string | null
  closedReason: number | null
  pupils: number | null
  fsmPercent: number | null
  ukprn: string | null
  town: string | null
  postcode: string | null
  easting: number | null
  northing: number | null
  districtCode: string | null
  district: string | null
  lsoa: string | null
  urbanRural: string | null
  trustCode: string | null
  trust: string | null
}

export interface RegisterLinkTable extends Fact {
  urn: number
  linkUrn: number
  linkType: string
  linkName: string | null
  establishedOn: string | null
}

/** Where a district lies: `outline` is its polygons as JSON, in degrees. */
export interface BoundaryTable extends Fact {
  district: string
  code: string | null
  outline: string
  attribution: string
}
