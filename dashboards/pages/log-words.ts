import { academicYearText } from '../../analytics/framework/academic-year.ts'
import { dayText } from '../parts/day.ts'
import { countText } from '../parts/number.ts'
import { kindText } from '../parts/sheet-kind.ts'

/** What an entry of the audit log says it was done to and how, by the names under which that is kept. */
export type LogDetail = Readonly<Record<string, unknown>>

/** Somebody who may be named in the log. */
interface Named {
  readonly id: string
  readonly name: string
}

const ways: Readonly<Record<string, string>> = {
  passkey: 'with a passkey',
  password: 'with a password and a code',
  provider: 'by another sign-in service',
  sample: 'as one of the sample people',
}

const refusals: Readonly<Record<string, string>> = {
  wrong: 'the name, password or code was wrong',
  locked: 'locked after too many wrong tries',
}

const sources: Readonly<Record<string, string>> = {
  'request form': 'by the request form',
  message: 'by a message',
  spoken: 'as was said',
  letter: 'by a letter',
}

const things: Readonly<Record<string, string>> = {
  hub: 'what is known of the whole hub',
  council: 'a council',
  school: 'a school',
  'free text': 'what was written in words about a school',
  files: 'files',
  people: 'people',
  'audit log': 'the audit log',
  'council reports': 'the reports for councils',
  'set-up': 'how the hub is set up',
}

const countOf = (one: string, many?: string) => (value: unknown) => countText(Number(value), one, many)

const wordsOf = (value: unknown): string =>
  typeof value === 'string' ? value : Array.isArray(value) ? value.map(wordsOf).join(', ') : JSON.stringify(value)

const filtersText = (where: unknown): string | null =>
  Object.entries(where ?? {})
    .map(([name, value]) => `${name} ${wordsOf(value)}`)
    .join(', ') || null

/** How each part is said; what is null there is left unsaid. */
const said: Readonly<Record<string, (value: unknown, all: LogDetail) => string | null>> = {
  way: (way) => ways[String(way)] ?? String(way),
  why: (why) => refusals[String(why)] ?? String(why),
  count: countOf('wrong try in a row', 'wrong tries in a row'),
  method: () => null,
  route: (route, { method }) => `${method === 'GET' ? 'asked for' : 'sent a form to'} ${String(route)}`,
  is: (thing) => things[String(thing)] ?? String(thing),
  urns: (urns) => (Array.isArray(urns) && urns.length > 0 ? `URN ${wordsOf(urns)}` : null),
  trust: (trust) => `trust ${String(trust)}`,
  council: (code) => `council ${String(code)}`,
  kind: (kind) => kindText(String(kind)),
  receipt: (receipt) => `receipt ${String(receipt)}`,
  undoes: (receipt) => `takes back receipt ${String(receipt)}`,
  new: (count) => `${String(count)} new`,
  changed: (count) => `${String(count)} changed`,
  same: (count) => `${String(count)} the same`,
  takenOut: (count) => `${String(count)} taken out`,
  givenBack: (count) => `${String(count)} given back`,
  dataVersion: (version) => `data version ${String(version)}`,
  mapping: (number) => `mapping ${String(number)}`,
  what: wordsOf,
  asOf: (day) => `as of ${dayText(String(day))}`,
  during: (year) => `during ${academicYearText(Number(year))}`,
  where: filtersText,
  rows: countOf('row'),
  councilsBefore: (councils) => `councils before: ${councils === '' ? 'none' : wordsOf(councils)}`,
  councils: (councils) => `councils now: ${wordsOf(councils)}`,
  roleBefore: (role) => `${wordsOf(role)} before`,
  organisationBefore: (code) => `of ${String(code)} before`,
  assignedBefore: (urns) =>
    Array.isArray(urns) && urns.length > 0
      ? `${countText(urns.length, 'school')} assigned before: URN ${wordsOf(urns)}`
      : null,
  role: wordsOf,
  organisation: (code) => `of ${String(code)}`,
  assigned: (urns) =>
    Array.isArray(urns) && urns.length > 0
      ? `${countText(urns.length, 'school')} assigned: URN ${wordsOf(urns)}`
      : null,
  again: () => 'again',
  ended: countOf('sign-in ended', 'sign-ins ended'),
  places: countOf('place'),
  contact: (id) => `contact ${String(id)}`,
  contacts: (ids) =>
    Array.isArray(ids) && ids.length > 0 ? `contact ${wordsOf(ids)}` : 'an address that is of no contact',
  source: (source) => sources[String(source)] ?? String(source),
  withdrawnOn: (day) => `withdrawn on ${dayText(String(day))}`,
  marks: countOf('mark'),
  gone: filtersText,
}

/** What an entry is about, in words: `receipt 12, Audits, 10 new, 0 changed`. People are named where they are known. */
export function aboutText(detail: LogDetail, people: readonly Named[]): string {
  const nameOf = (id: unknown): string => people.find((each) => each.id === id)?.name ?? 'somebody not known any more'
  const parts = Object.entries(detail).map(([name, value]) => {
    if (value === null || value === undefined) return null
    if (name === 'person') return nameOf(value)
    return said[name]?.(value, detail) ?? (name in said ? null : `${name}: ${wordsOf(value)}`)
  })
  const text = parts.filter((part) => part !== null).join(', ')
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
