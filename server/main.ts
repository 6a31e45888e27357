import { Command } from 'commander'
import { NotReleased } from '../analytics/disclosure/disclose.ts'
import { demoCommand } from './commands/demo.ts'
import { exportCommand } from './commands/export.ts'
import { hubCommand } from './commands/hub.ts'
import { ingestCommand } from './commands/ingest.ts'
import { measureCommand } from './commands/measure.ts'
import { serveCommand } from './commands/serve.ts'
import { settleCommand } from './commands/settle.ts'
import { Mistake } from './mistake.ts'

const program = new Command('crescendo')
  .description("analytics and reporting for a music hub's Developing Quality Award")
  .showHelpAfterError('(crescendo --help lists the commands)')
  .addCommand(demoCommand())
  .addCommand(serveCommand())
  .addCommand(hubCommand())
  .addCommand(ingestCommand())
  .addCommand(settleCommand())
  .addCommand(measureCommand())
  .addCommand(exportCommand())

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof Mistake || error instanceof NotReleased)) throw error
  console.error(error.message)
  process.exitCode = 1
}
