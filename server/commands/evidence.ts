import { Argument, Command } from 'commander'
import { note } from '../access/audit-log.ts'
import { operator } from '../access/person.ts'
import { evidenceKeeper } from '../evidence.ts'
import { evidenceArrow } from '../wrapping/evidence-arrow.ts'
import { evidenceTableNames, evidenceTables, type EvidenceTableName } from '../wrapping/evidence-tables.ts'
import { chooseHub, withStore } from './store.ts'
import { writeBytes } from './write-bytes.ts'

interface Options {
  readonly out?: string
  readonly columns?: true
  readonly hub?: string
}

const columnsIn = (table: EvidenceTableName): string =>
  evidenceTables[table].columns
    .map(({ key, is, note: told }) => `  ${key.padEnd(20)} ${is.padEnd(8)} ${told}`)
    .join('\n')

/** `crescendo evidence`. */
export const evidenceCommand = (): Command =>
  new Command('evidence')
    .description('write a table of what is known, for analysts, as an Arrow file')
    .addArgument(new Argument('[table]').choices(evidenceTableNames).default('ratings'))
    .option('--out <file>', 'the file to write')
    .option('--columns', 'say what the columns of the table hold, and write nothing')
    .option('--hub <name>', 'the hub, where there is more than one')
    .action(async (table: EvidenceTableName, { out, columns, hub }: Options) => {
      if (columns === true) return console.log(`${table}: ${evidenceTables[table].about}\n${columnsIn(table)}`)
      const { bytes, rows } = await withStore({ make: false }, async (store) => {
        const chosen = await chooseHub(store, hub)
        const made = evidenceArrow(await evidenceKeeper(store)(chosen), table)
        const detail = { what: `evidence ${table}`, rows: made.rows }
        await note(store, { hubId: chosen.id, personId: operator.id, action: 'exported', detail })
        return made
      })
      const file = out ?? `${table}.arrow`
      await writeBytes(file, bytes)
      return console.log(`Wrote ${file}: ${evidenceTables[table].about}, ${rows} rows.`)
    })
