import type { Store } from '../../migrations/open.ts'
import { listPeople, type PersonListed } from '../queries/person.ts'
import { Mistake } from '../mistake.ts'
import { changePerson, type Standing } from './change-person.ts'
import { disable, endSignIns, invite, inviteAgain, type NewPerson } from './invite.ts'
import { maySee } from './may-see.ts'
import { notThere } from './not-there.ts'
import type { Person } from './person.ts'

/** The people of a hub as its data steward looks after them. */
export interface People {
  readonly list: () => Promise<readonly PersonListed[]>
  /** Invites somebody new; gives the secret of the invitation, which nobody can be told again. */
  readonly invite: (person: Omit<NewPerson, 'hubId'>) => Promise<string>
  /** Invites somebody again who is known by this id. */
  readonly inviteAgain: (id: string) => Promise<string>
  /** Somebody who may sign in, by id. */
  readonly find: (id: string) => Promise<PersonListed>
  /** Makes somebody something else to the hub; nobody does that to themselves. */
  readonly change: (id: string, standing: Standing) => Promise<void>
  readonly endSignIns: (id: string) => Promise<void>
  readonly disable: (id: string) => Promise<void>
}

/** The people of a steward's hub; to anybody else there are none. */
export function peopleOf(store: Store, steward: Person): People {
  const { hubId, id: by } = steward
  if (!maySee(steward, { is: 'people', hubId })) throw notThere()
  const list = () => listPeople(store, hubId)
  const find = async (id: string): Promise<PersonListed> => {
    const found = (await list()).find((person) => person.id === id && person.disabledAt === null)
    if (found === undefined) throw notThere()
    return found
  }
  return {
    list,
    invite: async (person) => (await invite(store, { ...person, hubId }, by)).secret,
    inviteAgain: async (id) => inviteAgain(store, await find(id), by),
    find,
    change: async (id, standing) => {
      const person = await find(id)
      if (id === by) throw new Mistake('You cannot change what you are yourself: ask another steward.')
      await changePerson(store, person, standing, by)
    },
    endSignIns: async (id) => void (await endSignIns(store, await find(id), by)),
    disable: async (id) => disable(store, await find(id), by),
  }
}
