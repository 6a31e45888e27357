import { Argument, Command } from 'commander'
import { headsFileOf, keepHead, readHeads } from '../access/heads-file.ts'
import { verifyLog, type Head } from '../access/verify-log.ts'
import { Mistake } from '../mistake.ts'
import { storeFile, withStore } from './store.ts'

/** `crescendo verify audit-log`: exit 0 where it is whole, 2 where it is not. */
export const verifyCommand = (): Command =>
  new Command('verify')
    .description('check that nobody changed, put in, moved or took out a row of the audit log')
    .addArgument(new Argument('<what>').choices(['audit-log']))
    .option('--heads <file>', 'the heads of the log that were kept, such as with a backup')
    .action(async (_what: string, { heads }: { heads?: string }) => {
      const file = headsFileOf(storeFile())
      await withStore({ make: false }, async (store) => {
        const kept = [...(await readHeads(file)), ...(heads === undefined ? [] : await namedHeads(heads))]
        const { rows, head, faults, isShorter } = await verifyLog(store, kept)
        for (const fault of faults) console.log(fault)
        if (faults.length > 0) {
          if (isShorter) console.log(afterRestore(file))
          process.exitCode = 2
          return
        }
        await keepHead(store, file)
        console.log(`The audit log is whole: ${rows} rows, the last with hash ${head.hash}.`)
      })
    })

/** The heads of a file that somebody named: without any, a log would be called whole that was compared with nothing. */
async function namedHeads(file: string): Promise<readonly Head[]> {
  const heads = await readHeads(file)
  if (heads.length === 0) throw new Mistake(`--heads: no heads of an audit log are found in ${file}`)
  return heads
}

/** What a log that is sound but shorter than it was may come from, and what is to be done then. */
const afterRestore = (file: string): string =>
  [
    'What is there is whole, but it was longer once. After a restore from a backup that is so: what was logged since the',
    'backup is lost, with the changes that it told of. Then write down when and why you restored, move the file of heads',
    `away with the records of that (${file}), and run this command again: it begins a new one.`,
    'If nobody has restored anything, rows were cut off: keep the database and the heads as they are, and find out who could.',
  ].join('\n')
