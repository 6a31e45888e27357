import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { keepErasures } from '../access/erasures-file.ts'
import { operator } from '../access/person.ts'
import { withdrawByMessages } from '../access/withdraw-messages.ts'
import { Mistake } from '../mistake.ts'
import { today } from '../today.ts'
import { chooseHub, storeFile, withStore } from './store.ts'

/** `crescendo withdraw`: exit 0 where a withdrawal was recorded, 2 where no message asks for one. */
export const withdrawCommand = (): Command =>
  new Command('withdraw')
    .description('record the withdrawals among messages saved from a mailbox: those with the subject Withdraw')
    .argument('<message...>', 'single messages (.eml) or mailboxes (.mbox)')
    .option('--hub <name>', 'the hub, where there is more than one')
    .action((files: readonly string[], { hub }: { hub?: string }) =>
      withStore({ make: false }, async (store) => {
        const { id: hubId } = await chooseHub(store, hub)
        let recorded = 0
        for (const file of files) {
          const bytes = await readFile(file).catch(() => {
            throw new Mistake(`${file} cannot be read`)
          })
          const asked = { hubId, bytes, today: today(), by: operator.id }
          const { messages, withdrawals, unknown } = await withdrawByMessages(store, asked)
          recorded += withdrawals
          console.log(
            `${file}: ${messages} messages, ${withdrawals} withdrawals recorded, ${unknown} of them of nobody's contact`,
          )
        }
        await keepErasures(store, storeFile())
        if (recorded === 0) process.exitCode = 2
      }),
    )
