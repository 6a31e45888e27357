import type { Audit, AwardGiven, Facts, RegisterLink, RegisterSchool } from '../../analytics/evidence/facts.ts'
import type { Award } from '../../analytics/framework/award.ts'
import type { Level } from '../../analytics/framework/level.ts'

/** An invented hub that knows what is given, and nothing else. */
export const facts = (known: Partial<Facts>): Facts => ({
  hub: 'Minimshire',
  dataVersion: 1,
  area: [
    { la: '990', fromOn: null, toOn: null },
    { la: '991', fromOn: null, toOn: null },
  ],
  extractOn: null,
  register: [],
  links: [],
  frameworks: [],
  audits: [],
  awards: [],
  priorities: [],
  reflections: [],
  dataForms: [],
  goals: [],
  ...known,
})

/** An open community primary school of Minimshire, but for what is given. */
export const school = (urn: number, but: Partial<RegisterSchool> = {}): RegisterSchool => ({
  urn,
  name: `School ${urn}`,
  la: '990',
  laName: null,
  establishmentNumber: '2000',
  type: 1,
  status: 1,
  phase: 2,
  openOn: null,
  closeOn: null,
  district: null,
  town: null,
  trust: null,
  pupils: null,
  fsmPercent: null,
  ...but,
})

export const closed = (urn: number, closeOn: string | null, but: Partial<RegisterSchool> = {}): RegisterSchool =>
  school(urn, { status: 2, closeOn, ...but })

export const link = (urn: number, linkUrn: number, linkType = 'Successor'): RegisterLink => ({ urn, linkUrn, linkType })

export const audit = (
  urn: number,
  heldOn: string,
  levels: readonly (Level | null)[],
  framework: string | null = null,
): Audit => ({ urn, heldOn, adviser: null, framework, levels })

export const award = (urn: number, awardOn: string, given: Award): AwardGiven => ({
  urn,
  heldOn: awardOn,
  award: given,
  awardOn,
  musicMarkNominated: null,
  followUpOn: null,
})
