import { hubs, type HubKnown, type PersonKnown } from './two-hubs.ts'

// The oracle: who may know what, said again from the table of roles in the design and not from the code.

const isOfHub = ({ role }: PersonKnown): boolean => ['hub leader', 'adviser', 'data steward'].includes(role)

const schoolOf = (hub: HubKnown, urn: number) =>
  hub.schools.find((school) => school.urn === urn || school.formerly === urn)

/** Whether a school, by any URN it has had, is a person's own or one of their trust. */
function isOwnSchool({ hub, role, organisation }: PersonKnown, urn: number): boolean {
  const school = schoolOf(hub, urn)
  if (school === undefined) return false
  if (role === 'school user') return [school.urn, school.formerly].map(String).includes(String(organisation))
  return role === 'trust user' && school.trust === organisation
}

/** Whether the page of a school is for a person. */
export const mayOpenSchool = (person: PersonKnown, urn: number): boolean =>
  schoolOf(person.hub, urn) !== undefined && (isOfHub(person) || isOwnSchool(person, urn))

const mark = /(North|South)(Name|Words|Adviser|Council|File|Goal|Person|Contact)(\d{6})/g

function mayKnow(person: PersonKnown, hubName: string, kind: string, number: number): boolean {
  const { hub, role, organisation, assigned } = person
  if (hubName !== hub.name) return false
  // Everybody reads their own name; all people of these hubs have one name a hub.
  if (kind === 'Person') return true
  // What a hub wants, and the wording it goes by, is for all of its own.
  if (kind === 'Goal') return true
  if (kind === 'File') return role === 'data steward' || isOfHub(person)
  if (kind === 'Contact') return role === 'data steward'
  if (kind === 'Council')
    return isOfHub(person) || role === 'council officer'
      ? isOfHub(person) || String(number) === organisation
      : hub.schools.some(({ urn, council }) => String(number) === council && isOwnSchool(person, urn))
  if (kind === 'Words' && role === 'adviser') return assigned.includes(number)
  return isOfHub(person) || isOwnSchool(person, number)
}

/** The marks of a text that a person must not see. */
export const foreignIn = (person: PersonKnown, text: string): readonly string[] =>
  [...text.matchAll(mark)]
    .filter(([, hub = '', kind = '', number]) => !mayKnow(person, hub, kind, Number(number)))
    .map(([found]) => found)

/** Every URN there is in either hub, and one that there is not. */
export const everyUrn: readonly number[] = [
  ...hubs.flatMap(({ schools }) =>
    schools.flatMap(({ urn, formerly }) => (formerly === undefined ? [urn] : [urn, formerly])),
  ),
  999_999,
]
