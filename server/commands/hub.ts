import { Command } from 'commander'
import { addHub } from '../../ingest/hub.ts'
import { Mistake } from '../mistake.ts'
import { listHubs } from '../queries/hub.ts'
import { withStore } from './store.ts'

/** `crescendo hub add|list`. */
export function hubCommand(): Command {
  const command = new Command('hub').description('make a hub, or list the hubs there are')
  command
    .command('add')
    .description('make a hub; a database that is not there is made too')
    .argument('<name>', 'name of the hub')
    .requiredOption('--area <codes>', 'LA codes of its area, such as 855,856')
    .action(async (name: string, { area }: { area: string }) => {
      const codes = area.split(',').map((code) => code.trim())
      await withStore({ make: true }, async (store) => {
        try {
          await addHub(store, { name, area: codes, now: new Date().toISOString() })
        } catch (error) {
          throw new Mistake(error instanceof Error ? error.message : String(error))
        }
      })
      console.log(`Made the hub "${name}" of ${codes.join(', ')}.`)
    })
  command
    .command('list')
    .description('list the hubs')
    .action(async () => {
      const hubs = await withStore({ make: false }, listHubs)
      for (const { name, dataVersion } of hubs) console.log(`${name}\tdata version ${dataVersion}`)
    })
  return command
}
