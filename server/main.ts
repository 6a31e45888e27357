import { Command } from 'commander'
import { NotReleased } from '../analytics/disclosure/disclose.ts'
import { NotWritten } from '../ingest/load/not-written.ts'
import { Mistake } from './mistake.ts'
import { beThrifty } from './thrift.ts'

/** Every command by its name, read only when it is asked for: to list the hubs, nobody waits for charts to be read. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  demo: async () => (await import('./commands/demo.ts')).demoCommand(),
  serve: async () => (await import('./commands/serve.ts')).serveCommand(),
  hub: async () => (await import('./commands/hub.ts')).hubCommand(),
  ingest: async () => (await import('./commands/ingest.ts')).ingestCommand(),
  mapping: async () => (await import('./commands/mapping.ts')).mappingCommand(),
  settle: async () => (await import('./commands/settle.ts')).settleCommand(),
  undo: async () => (await import('./commands/undo.ts')).undoCommand(),
  measure: async () => (await import('./commands/measure.ts')).measureCommand(),
  person: async () => (await import('./commands/person.ts')).personCommand(),
  retention: async () => (await import('./commands/retention.ts')).retentionCommand(),
  withdraw: async () => (await import('./commands/withdraw.ts')).withdrawCommand(),
  verify: async () => (await import('./commands/verify.ts')).verifyCommand(),
  return: async () => (await import('./commands/return.ts')).returnCommand(),
  evidence: async () => (await import('./commands/evidence.ts')).evidenceCommand(),
  export: async () => (await import('./commands/export.ts')).exportCommand(),
  'lint-workbook': async () => (await import('./commands/lint-workbook.ts')).lintWorkbookCommand(),
}

const [, , name = ''] = process.argv
const asked = Object.hasOwn(commands, name) ? commands[name] : undefined
// Before anything of it is read, or room is made that is then only held.
if (name === 'export') beThrifty()

const program = new Command('crescendo')
  .description("analytics and reporting for a music hub's Developing Quality Award")
  .showHelpAfterError('(crescendo --help lists the commands)')
for (const read of asked === undefined ? Object.values(commands) : [asked]) program.addCommand(await read())

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof Mistake || error instanceof NotReleased || error instanceof NotWritten)) throw error
  console.error(error.message)
  process.exitCode = 1
}
