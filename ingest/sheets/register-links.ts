import { isLinkType } from '../../analytics/framework/link-type.ts'
import { listed, type Note } from '../note.ts'
import { optional, required } from '../recognise/column.ts'
import { day } from '../recognise/day.ts'
import { urn } from '../recognise/number.ts'
import { text } from '../recognise/reading.ts'
import { factOf } from './fact.ts'
import type { Known } from './known.ts'
import { nothingFound, sheet, type SheetRow } from './sheet.ts'

/** Links of URNs that the register does not have are kept, for a later register may have them. */
function unknownUrns(rows: readonly SheetRow[], { schools }: Known): readonly Note[] {
  const isUnknown = ({ facts }: SheetRow): boolean =>
    facts.some(({ key }) => !schools.byUrn.has(Number(key['urn'])) || !schools.byUrn.has(Number(key['linkUrn'])))
  const count = rows.filter(isUnknown).length
  if (count === 0) return []
  const text = `${count} of the links have a URN that is not in the register: kept, and not followed`
  return [{ row: null, column: null, text }]
}

/** Link types that nobody has said how to follow: so they are not, and a person may look. */
function unknownTypes(rows: readonly SheetRow[]): readonly Note[] {
  const types = rows.flatMap(({ facts }) => facts.map(({ key }) => String(key['linkType'])))
  const unknown = [...new Set(types)].filter((type) => !isLinkType(type)).map((type) => `"${type}"`)
  if (unknown.length === 0) return []
  const text = `Link types that are not the register's own, and are not followed: ${listed(unknown)}`
  return [{ row: null, column: null, text }]
}

/** The register's links between URNs. */
export const registerLinks = sheet({
  kind: 'register-links',
  columns: {
    urn: required('URN', urn),
    linkUrn: required('LinkURN', urn),
    linkType: required('LinkType', text),
    linkName: optional('LinkName', text),
    establishedOn: optional('LinkEstablishedDate', day),
  },
  writes: ['registerLink'],
  reads: ['registerSchool'],
  check: (values) => ({ ...nothingFound, urn: values.urn ?? null }),
  facts: ({ urn, linkUrn, linkType, ...content }) => [factOf('registerLink', { urn, linkUrn, linkType }, content)],
  survey: (rows, known) => [...unknownUrns(rows, known), ...unknownTypes(rows)],
})
