import { Command, InvalidArgumentError } from 'commander'
import { undo, type UndoOutcome } from '../../ingest/undo.ts'
import { besideUndo } from '../access/beside.ts'
import { operator } from '../access/person.ts'
import { Mistake } from '../mistake.ts'
import { chooseHub, withStore } from './store.ts'

interface Options {
  readonly hub?: string
  readonly dryRun?: true
  readonly json?: true
}

/** `crescendo undo`: exit 0 when the load is undone, 2 when it cannot be (nothing is changed). */
export const undoCommand = (): Command =>
  new Command('undo')
    .description('undo a load: take out what it brought and give back what it superseded')
    .argument('<receipt>', 'the number of its receipt', receiptOf)
    .option('--hub <name>', 'the hub, where there is more than one')
    .option('--dry-run', 'say what would happen and change nothing')
    .option('--json', 'one line of JSON')
    .action(async (receiptId: number, { hub, dryRun, json }: Options) => {
      const outcome = await withStore({ make: false }, async (store) => {
        const { id, name } = await chooseHub(store, hub)
        const now = new Date().toISOString()
        try {
          const beside = besideUndo(operator.id, id)
          return await undo(store, { hub: name, receiptId, by: operator.id, now, dryRun: dryRun === true, beside })
        } catch (error) {
          throw new Mistake(error instanceof Error ? error.message : String(error))
        }
      })
      console.log(json === true ? JSON.stringify(outcome) : told(outcome))
      if (outcome.refusal !== null) process.exitCode = 2
    })

function receiptOf(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('use the number of a receipt.')
  return Number(text)
}

/** What became of a load, in plain lines. */
function told({ refusal, ...outcome }: UndoOutcome): string {
  if (refusal !== null) return refusal
  const counts = `${outcome.takenOut} taken out, ${outcome.givenBack} given back as before`
  const load = `receipt ${outcome.undoes} (${outcome.file})`
  return outcome.receiptId === null
    ? `Nothing was changed (dry run); to undo ${load} would change facts: ${counts}.`
    : `Undid ${load}; facts: ${counts}. Receipt ${outcome.receiptId}, data version ${outcome.dataVersion}.`
}
