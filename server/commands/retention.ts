import { Command } from 'commander'
import { keepErasures } from '../access/erasures-file.ts'
import { operator } from '../access/person.ts'
import { applySchedule, listHeldByRule, type Ending, type RuleHeld } from '../retention/retain.ts'
import { today } from '../today.ts'
import { chooseHub, storeFile, withStore } from './store.ts'

/** `crescendo retention`: lets go what has been kept for as long as the schedule says; with `--dry-run` only says what. */
export const retentionCommand = (): Command =>
  new Command('retention')
    .description('let go what has been kept for as long as the retention schedule says')
    .option('--dry-run', 'only say what would go, and when the next does')
    .option('--hub <name>', 'the hub, where there is more than one')
    .action(({ dryRun = false, hub }: { dryRun?: boolean; hub?: string }) =>
      withStore({ make: false }, async (store) => {
        const { id: hubId } = await chooseHub(store, hub)
        const held = await listHeldByRule(store, hubId, today())
        for (const rule of held) console.log(ruleLine(rule))
        if (dryRun) return
        const gone = await applySchedule(store, { hubId, today: today(), by: operator.id })
        await keepErasures(store, storeFile())
        const count = Object.values(gone).reduce((sum, each) => sum + each, 0)
        console.log(count === 0 ? 'Nothing was due.' : `Let go: ${count}.`)
      }),
    )

function ruleLine({ id, due, nextOn }: RuleHeld): string {
  if (due === null) return `${id}\tkept`
  const next = nextOn === null ? 'none waits' : `the next on ${nextOn}`
  return [`${id}\t${due.length} due, ${next}`, ...due.map(dueLine)].join('\n')
}

const dueLine = ({ school, about, endsOn }: Ending): string =>
  `\t${school === undefined ? '' : `${school}: `}${about}, since ${endsOn}`
