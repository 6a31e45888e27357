import { Command, Option } from 'commander'
import { roles, type Role } from '../../analytics/framework/role.ts'
import type { Store } from '../../migrations/open.ts'
import { note } from '../access/audit-log.ts'
import { daysOpen, disable, endSignIns, invite, inviteAgain } from '../access/invite.ts'
import { operator } from '../access/person.ts'
import { Mistake } from '../mistake.ts'
import { findHeld } from '../queries/held-about.ts'
import { listPeople, type PersonListed } from '../queries/person.ts'
import { erase } from './erase.ts'
import { chooseHub, withStore } from './store.ts'

interface Options {
  readonly hub?: string
  readonly role?: Role
  readonly of?: string
  readonly schools?: string
  readonly address: string
  readonly words?: string
}

const hubOption = ['--hub <name>', 'the hub, where there is more than one'] as const

/** What is said of an invitation: it is a secret, and nobody can be told it again. */
export const invitationLine = (address: string, secret: string): string =>
  `${address}/invitation/${secret}\n(for that person alone; it works once, within ${daysOpen} days)`

/** `crescendo person invite|list|disable|end-sessions|subject-access|erase`. */
export function personCommand(): Command {
  const command = new Command('person').description('the people who may sign in')
  command
    .command('invite')
    .description('invite somebody by name and role, or again by the sign-in name they have')
    .argument('<name>', 'the name of the person, or their sign-in name')
    .addOption(new Option('--role <role>', 'what they are to the hub, if they are new').choices(roles))
    .option('--of <code>', "a council officer's LA code, a school user's URN, a trust user's trust code")
    .option('--schools <urns>', 'the URNs of the schools assigned to an adviser, such as 100001,100002')
    .option(
      '--address <address>',
      'where Crescendo is served',
      process.env['CRESCENDO_ORIGIN'] ?? 'http://localhost:8080',
    )
    .option(...hubOption)
    .action(async (name: string, { hub, role, of, schools = '', address }: Options) => {
      const assigned = schools.split(',').flatMap((urn) => (urn.trim() === '' ? [] : [urnOf(urn)]))
      const secret = await withStore({ make: false }, async (store) => {
        const { id: hubId } = await chooseHub(store, hub)
        if (role === undefined) return inviteAgain(store, await chosen(store, hubId, name), operator.id)
        const person = { hubId, name, role, organisation: of ?? null, assigned }
        const made = await invite(store, person, operator.id)
        console.log(`${name.trim()} is ${made.signInName}, ${role}.`)
        return made.secret
      })
      console.log(invitationLine(address.replace(/\/+$/, ''), secret))
    })
  command
    .command('list')
    .description('list the people of a hub')
    .option(...hubOption)
    .action(async ({ hub }: Options) => {
      const people = await withStore({ make: false }, async (store) =>
        listPeople(store, (await chooseHub(store, hub)).id),
      )
      console.log(people.length === 0 ? 'Nobody is known yet.' : people.map(lineOf).join('\n'))
    })
  command
    .command('disable')
    .description('let somebody in no more, from now on')
    .argument('<sign-in name>')
    .option(...hubOption)
    .action((name: string, { hub }: Options) =>
      withStore({ make: false }, async (store) => {
        await disable(store, await chosen(store, (await chooseHub(store, hub)).id, name), operator.id)
        console.log(`${name} cannot sign in any more.`)
      }),
    )
  command
    .command('end-sessions')
    .description('end all sign-ins of somebody')
    .argument('<sign-in name>')
    .option(...hubOption)
    .action((name: string, { hub }: Options) =>
      withStore({ make: false }, async (store) => {
        const person = await chosen(store, (await chooseHub(store, hub)).id, name)
        console.log(`${await endSignIns(store, person, operator.id)} sign-ins of ${name} ended.`)
      }),
    )
  command
    .command('subject-access')
    .description(
      'tell, as JSON, all that is held about somebody: as one who signs in, as a contact, and by name in words',
    )
    .argument('<name...>', 'their name, sign-in name or address, in every way it may be written')
    .option(...hubOption)
    .action((names: readonly string[], { hub }: Options) =>
      withStore({ make: false }, async (store) => {
        const { id: hubId } = await chooseHub(store, hub)
        const held = await findHeld(store, hubId, names)
        const detail = { places: held.named.length + held.signIns.length + held.contacts.length }
        await note(store, { hubId, personId: operator.id, action: 'told what is held', detail })
        console.log(JSON.stringify(held, null, 2))
      }),
    )
  command
    .command('erase')
    .description('forget who somebody is who signs in or is a contact, and take their name out of confirmed places')
    .argument('<name...>', 'their name, sign-in name or address, in every way it may be written')
    .option('--words <codes>', 'the places out of which the name is taken: codes that are listed without it, or all')
    .option(...hubOption)
    .action((names: readonly string[], { hub, words }: Options) =>
      withStore({ make: false }, async (store) => {
        const { id: hubId } = await chooseHub(store, hub)
        await erase(store, { hubId, names, words })
      }),
    )
  return command
}

function urnOf(text: string): number {
  if (!/^\s*\d{6}\s*$/.test(text)) throw new Mistake(`--schools: found "${text}"; use URNs such as 100001,100002`)
  return Number(text)
}

async function chosen(store: Store, hubId: number, signInName: string): Promise<PersonListed> {
  const people = (await listPeople(store, hubId)).filter(({ disabledAt }) => disabledAt === null)
  const found = people.find((person) => person.signInName === signInName)
  if (found !== undefined) return found
  const named = people.map((person) => person.signInName).join(', ')
  throw new Mistake(`nobody signs in as "${signInName}"${named === '' ? '' : `: there is ${named}`}`)
}

const lineOf = ({
  signInName,
  name,
  role,
  organisation,
  signsInWith,
  invitedUntil,
  disabledAt,
}: PersonListed): string =>
  [
    signInName,
    name,
    organisation === null ? role : `${role} of ${organisation}`,
    disabledAt === null
      ? signsInWith.length > 0
        ? `signs in with ${signsInWith.join(' and ')}`
        : invitedUntil === null
          ? 'has no way in'
          : `is invited until ${invitedUntil.slice(0, 10)}`
      : 'cannot sign in any more',
  ].join('\t')
