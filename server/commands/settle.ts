import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { sheetKinds, type SheetKind } from '../../ingest/load.ts'
import { settleRows } from '../../ingest/load/settle.ts'
import { besideSettling } from '../access/beside.ts'
import { operator } from '../access/person.ts'
import { Mistake } from '../mistake.ts'
import { today } from '../today.ts'
import { yearOf } from './year.ts'
import { mappingsOf } from './mapping-file.ts'
import { chooseHub, withStore } from './store.ts'

interface Options {
  readonly sheet?: string
  readonly row: number
  readonly urn: number
  readonly kind?: SheetKind
  readonly hub?: string
  readonly year?: string
  readonly mapping?: string
}

/** `crescendo settle`: which school a doubtful row means, remembered for that name and place. */
export const settleCommand = (): Command =>
  new Command('settle')
    .description('say which school a doubtful row means; it is remembered for that name and place')
    .argument('<file>', 'the file with the row')
    .option('--sheet <name>', 'the sheet of the row, in a workbook')
    .requiredOption('--row <number>', 'the row, as a spreadsheet numbers it', wholeOf)
    .requiredOption('--urn <urn>', 'the URN of the school that is meant', wholeOf)
    .addOption(new Option('--kind <kind>', 'what the file holds, where its headings do not say').choices(sheetKinds))
    .option('--mapping <file>', 'the mapping that says what the columns of the file mean')
    .option('--year <year>', 'the academic year, for a file that does not say it')
    .option('--hub <name>', 'the hub, where there is more than one')
    .action(async (file: string, { sheet, row, urn, kind, hub, mapping, year }: Options) => {
      await withStore({ make: false }, async (store) => {
        const { id: hubId, name } = await chooseHub(store, hub)
        const bytes = await mistaken(readFile(file))
        const told = {
          hub: name,
          fileName: basename(file),
          bytes,
          ...(kind === undefined ? {} : { kind }),
          ...(year === undefined ? {} : { year: yearOf(year) }),
          mappings: await mappingsOf(mapping === undefined ? [] : [mapping]),
          today: today(),
          by: operator.id,
          now: new Date().toISOString(),
          beside: besideSettling(operator.id, hubId),
        }
        for (const settled of await mistaken(settleRows(store, told, [{ sheet: sheet ?? null, row, urn }]))) {
          const { naming, school, isNew } = settled
          const named = [naming.school, naming.town, naming.postcode, naming.district].filter((part) => part != null)
          console.log(`${isNew ? 'Settled' : 'Settled before'}: "${named.join(', ')}" is ${school} (${urn}).`)
        }
        console.log(`Now ingest ${basename(file)} again.`)
      })
    })

function wholeOf(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('use a whole number.')
  return Number(text)
}

/** What cannot be done, told as a mistake of the one who asks. */
async function mistaken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw new Mistake(error instanceof Error ? error.message : String(error))
  }
}
