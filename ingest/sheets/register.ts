import { stateFundedTypes } from '../../analytics/framework/establishment.ts'
import { listed, type Note } from '../note.ts'
import { optional, present, required } from '../recognise/column.ts'
import { day } from '../recognise/day.ts'
import { laCode, urn, whole } from '../recognise/number.ts'
import { text } from '../recognise/reading.ts'
import {
  establishmentNumber,
  phaseCode,
  registerNumber,
  registerText,
  registerWhole,
  statusCode,
} from '../recognise/register-code.ts'
import { factOf } from './fact.ts'
import type { Known } from './known.ts'
import { nothingFound, sheet, type SheetRow } from './sheet.ts'

const fileNote = (text: string): readonly Note[] => [{ row: null, column: null, text }]

const schools = (count: number): string => `${count} ${count === 1 ? 'school' : 'schools'}`

const codesOf = (rows: readonly SheetRow[]): ReadonlySet<unknown> =>
  new Set(rows.flatMap(({ facts }) => facts.map(({ content }) => content?.['la'])))

/** Schools known in the LAs of the file that it does not name: kept as last known. */
function leftOut(rows: readonly SheetRow[], { current }: Known): readonly Note[] {
  const [las, urns] = [codesOf(rows), new Set(rows.map((row) => row.urn))]
  const missing = [...current.registerSchool.values()].filter(({ la, urn }) => las.has(la) && !urns.has(urn))
  const names = missing.map(({ urn, name }) => `${name} (${urn})`)
  if (missing.length === 0) return []
  return fileNote(`${schools(missing.length)} of these LAs left out by the file, kept as last known: ${listed(names)}`)
}

function outside(rows: readonly SheetRow[], { area }: Known): readonly Note[] {
  const count = rows.filter(({ facts }) => facts.some(({ content }) => !area.has(String(content?.['la'])))).length
  return count === 0
    ? []
    : fileNote(`${schools(count)} outside the hub's area: kept for links and matching, not counted`)
}

function notCounted(rows: readonly SheetRow[], { area }: Known): readonly Note[] {
  const count = rows.filter(({ facts }) =>
    facts.some(({ content }) => area.has(String(content?.['la'])) && !stateFundedTypes.has(Number(content?.['type']))),
  ).length
  return count === 0 ? [] : fileNote(`${schools(count)} of the area not state-funded: loaded, not counted`)
}

/** The national school register, by its own headings. */
export const register = sheet({
  kind: 'register',
  columns: {
    urn: required('URN', urn),
    la: required('LA (code)', laCode),
    laName: optional('LA (name)', registerText),
    establishmentNumber: present('EstablishmentNumber', establishmentNumber),
    name: required('EstablishmentName', text),
    type: required('TypeOfEstablishment (code)', whole),
    typeName: optional('TypeOfEstablishment (name)', registerText),
    status: required('EstablishmentStatus (code)', statusCode),
    phase: required('PhaseOfEducation (code)', phaseCode, ['PhaseOfEducation (name)', 'PhaseOfEducation']),
    openOn: optional('OpenDate', day),
    closeOn: optional('CloseDate', day),
    closedReason: optional('ReasonEstablishmentClosed (code)', registerWhole),
    pupils: optional('NumberOfPupils', registerWhole),
    fsmPercent: optional('PercentageFSM', registerNumber),
    ukprn: optional('UKPRN', registerText),
    town: optional('Town', registerText),
    postcode: optional('Postcode', registerText),
    easting: optional('Easting', registerWhole),
    northing: optional('Northing', registerWhole),
    districtCode: optional('DistrictAdministrative (code)', registerText),
    district: optional('DistrictAdministrative (name)', registerText),
    lsoa: optional('LSOA (code)', registerText),
    urbanRural: optional('UrbanRural (code)', registerText),
    trustCode: optional('Trusts (code)', registerText),
    trust: optional('Trusts (name)', registerText),
  },
  drops: /^(head(?!count)|props|proprietor|contact)|phone|e-?mail/i,
  writes: ['registerSchool'],
  check: (values) => ({ ...nothingFound, urn: values.urn ?? null }),
  facts: ({ urn, establishmentNumber, ...content }) => [
    factOf('registerSchool', { urn }, { ...content, establishmentNumber: establishmentNumber ?? '' }),
  ],
  survey: (rows, known) => [...outside(rows, known), ...notCounted(rows, known), ...leftOut(rows, known)],
})
