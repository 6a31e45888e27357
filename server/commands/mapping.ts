import { Command } from 'commander'
import { deleteMapping, listKeptMappings, renameMapping, type KeptMapping } from '../../ingest/mapping/remember.ts'
import type { Store } from '../../migrations/open.ts'
import { Mistake } from '../mistake.ts'
import { chooseHub, withStore } from './store.ts'

interface Options {
  readonly hub?: string
}

const hubOption = ['--hub <name>', 'the hub, where there is more than one'] as const

/** `crescendo mapping list|show|rename|delete`. */
export function mappingCommand(): Command {
  const command = new Command('mapping').description('what the hub remembers about the columns of files')
  command
    .command('list')
    .description('list the mappings that are remembered')
    .option(...hubOption)
    .action(async ({ hub }: Options) => {
      const mappings = await within(hub, listKeptMappings)
      console.log(mappings.length === 0 ? 'No mapping is remembered.' : mappings.map(lineOf).join('\n'))
    })
  command
    .command('show')
    .description('show a mapping as a file that --mapping takes')
    .argument('<mapping>', 'its number or name')
    .option(...hubOption)
    .action(async (wanted: string, { hub }: Options) => {
      const { name, mapping } = await within(hub, (store, of) => chosen(store, of, wanted))
      if (mapping === null) throw new Mistake(`"${name}" is not understood any more: ${outdated}`)
      console.log(JSON.stringify({ name, ...mapping }, null, 2))
    })
  command
    .command('rename')
    .description('give a mapping another name')
    .argument('<mapping>', 'its number or name')
    .argument('<name>', 'the new name')
    .option(...hubOption)
    .action(async (wanted: string, name: string, { hub }: Options) => {
      const { name: before } = await within(hub, async (store, of) => {
        const found = await chosen(store, of, wanted)
        await renameMapping(store, { hub: of, id: found.id, name })
        return found
      })
      console.log(`"${before}" is called "${name.trim()}" now.`)
    })
  command
    .command('delete')
    .description('forget a mapping; what was loaded with it stays')
    .argument('<mapping>', 'its number or name')
    .option(...hubOption)
    .action(async (wanted: string, { hub }: Options) => {
      const { name } = await within(hub, async (store, of) => {
        const found = await chosen(store, of, wanted)
        await deleteMapping(store, { hub: of, id: found.id })
        return found
      })
      console.log(`"${name}" is forgotten: files of its shape are asked about again.`)
    })
  return command
}

/** Works on the mappings of a hub; what cannot be done is a mistake of the one who asks. */
const within = <T>(hub: string | undefined, work: (store: Store, hub: string) => Promise<T>): Promise<T> =>
  withStore({ make: false }, async (store) => {
    const { name } = await chooseHub(store, hub)
    try {
      return await work(store, name)
    } catch (error) {
      throw new Mistake(error instanceof Error ? error.message : String(error))
    }
  })

async function chosen(store: Store, hub: string, wanted: string): Promise<KeptMapping> {
  const mappings = await listKeptMappings(store, hub)
  const found = mappings.find(({ id, name }) => String(id) === wanted || name === wanted)
  if (found !== undefined) return found
  const names = mappings.map(({ id, name }) => `${id} "${name}"`).join(', ')
  throw new Mistake(`there is no mapping "${wanted}"${names === '' ? '' : `: there is ${names}`}`)
}

const outdated = 'no sheet has its kind or columns now, so no file is read through it; delete it'

const lineOf = ({ id, name, kind, mapping, confirmedBy, confirmedAt, usedCount, lastUsedAt }: KeptMapping): string => {
  const used =
    lastUsedAt === null
      ? 'not used yet'
      : `used ${usedCount === 1 ? 'once' : `${usedCount} times`}, last on ${lastUsedAt.slice(0, 10)}`
  const line = `${id}\t${name}\t${kind}\tconfirmed by ${confirmedBy} on ${confirmedAt.slice(0, 10)}, ${used}`
  return mapping === null ? `${line}; ${outdated}` : line
}
