import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Command, Option } from 'commander'
import { lintWorkbook, type Finding } from '../../dashboards/workbooks/lint/lint.ts'
import { NotAWorkbook } from '../../dashboards/workbooks/lint/package.ts'
import { profiles, type Profile } from '../../dashboards/workbooks/profile.ts'
import { Mistake } from '../mistake.ts'

interface Options {
  readonly profile: Profile
  readonly json?: true
}

/** `crescendo lint-workbook`: exit 0 where there are no errors, 2 where there are. */
export const lintWorkbookCommand = (): Command =>
  new Command('lint-workbook')
    .description('check any .xlsx workbook against the rules for accessible and safe spreadsheets')
    .argument('<file>')
    .addOption(new Option('--profile <profile>', 'what it is checked as').choices(profiles).default('publication'))
    .option('--json', 'print the findings as JSON')
    .action(async (file: string, { profile, json }: Options) => {
      const findings = findingsOf(await bytesOf(file), file, profile)
      const errors = findings.filter(({ severity }) => severity === 'error').length
      const warnings = findings.length - errors
      if (json === true)
        console.log(JSON.stringify({ file: basename(file), profile, errors, warnings, findings }, null, 2))
      else {
        for (const { id, severity, place, found, mend } of findings)
          console.log(`${id} ${severity}, ${place}: found ${JSON.stringify(found)}. ${mend}`)
        console.log(`${basename(file)}: ${errors} errors, ${warnings} warnings`)
      }
      if (errors > 0) process.exitCode = 2
    })

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch {
    throw new Mistake(`there is no file ${file} that can be read`)
  }
}

function findingsOf(bytes: Uint8Array, file: string, profile: Profile): readonly Finding[] {
  try {
    return lintWorkbook(bytes, { profile, fileName: basename(file) })
  } catch (error) {
    if (error instanceof NotAWorkbook) throw new Mistake(`${file}: ${error.message}`)
    throw error
  }
}
