import type { Store } from '../../migrations/open.ts'
import { keepErasures } from '../access/erasures-file.ts'
import { forget } from '../access/forget.ts'
import { operator } from '../access/person.ts'
import { Mistake } from '../mistake.ts'
import { findHeld } from '../queries/held-about.ts'
import type { NameFound } from '../queries/named-in.ts'
import { storeFile } from './store.ts'

interface Erasing {
  readonly hubId: number
  readonly names: readonly string[]
  /** Codes of places, or `all`; nothing where they are only to be listed. */
  readonly words: string | undefined
}

/** Forgets whoever has one of these names, and says what was forgotten and where the name stands still. */
export async function erase(store: Store, { hubId, names, words = '' }: Erasing): Promise<void> {
  const { signIns, contacts, named } = await findHeld(store, hubId, names)
  const people = signIns.flatMap(({ person }) => (person === undefined ? [] : [person]))
  if (people.length === 0 && contacts.length === 0 && named.length === 0)
    throw new Mistake(`nothing is held about "${names.join('", "')}"`)
  if (people.length > 1)
    throw new Mistake(
      `several sign in by that name: say which by the sign-in name, ${people.map(({ signInName }) => signInName).join(' or ')}`,
    )
  const codes = words === 'all' ? named.map(({ code }) => code) : words.split(',').map((code) => code.trim())
  const unknown = codes.filter((code) => code !== '' && !named.some((place) => place.code === code))
  if (unknown.length > 0) throw new Mistake(`--words: no place has the code ${unknown.join(', ')}`)
  const known = [...names, ...people.map(({ name }) => name), ...contacts.map(({ name }) => name)]
  const forgotten = await forget(
    store,
    {
      hubId,
      people: people.map(({ id }) => id),
      contacts: contacts.map(({ id }) => id),
      words: { names: known, codes },
    },
    operator.id,
  )
  await keepErasures(store, storeFile())
  console.log(
    `Forgotten: ${forgotten.people} who signed in, ${forgotten.contacts} contacts, the name in ${forgotten.places} places.`,
  )
  const left = named.filter(({ code, canGo }) => !canGo || !codes.includes(code))
  if (left.length === 0) return
  console.log(`The name stands still in ${left.length} places. Take it out of those that mean this person by --words:`)
  for (const place of left) console.log(placeLine(place))
}

const placeLine = ({ code, table, column, urn, heldOn, holds, text, canGo }: NameFound): string =>
  [canGo ? code : 'cannot be changed', `${table} ${column}`, urn, heldOn, holds ? null : 'superseded', text]
    .filter((part) => part !== null)
    .join('\t')
