import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { academicYearText, parseAcademicYear, type AcademicYear } from '../../analytics/framework/academic-year.ts'
import { causes } from '../../analytics/returns/change.ts'
import { figureText } from '../../dashboards/parts/number.ts'
import type { Store } from '../../migrations/open.ts'
import { operator } from '../access/person.ts'
import { evidenceKeeper } from '../evidence.ts'
import { Mistake } from '../mistake.ts'
import { listPeople } from '../queries/person.ts'
import { returnsOf, type Returns } from '../returns/returns-of.ts'
import { today } from '../today.ts'
import { chooseHub, withStore } from './store.ts'
import { writeBytes } from './write-bytes.ts'

interface Options {
  readonly hub?: string
  readonly by?: string
  readonly json?: true
}

const hubOption = ['--hub <name>', 'the hub, where there is more than one'] as const
const byOption = ['--by <sign-in name>', 'the person who does it'] as const
const jsonOption = ['--json', 'as JSON'] as const

/** `crescendo return list|draft|check|write|approve|reopen|freeze|reissue|compare|files|reproduce|profile|template`. */
export function returnCommand(): Command {
  const command = new Command('return').description('what goes to council or funder for one year')
  const add = (name: string, description: string): Command =>
    command
      .command(name)
      .description(description)
      .option(...hubOption)
      .option(...byOption)

  add('list', 'list the returns of a hub').action(async (options: Options) => {
    const { issues } = await within(options, (returns) => returns.list())
    for (const { id, profile, academicYear, issue, state, dataVersion } of issues)
      console.log(
        [id, profile, academicYearText(academicYear), `issue ${issue}`, state, `data version ${dataVersion}`].join(
          '\t',
        ),
      )
    if (issues.length === 0) console.log('There is no return yet.')
  })
  add('draft', 'draft the return of an academic year from the newest data')
    .argument('<profile>', 'its profile, such as arts-council')
    .argument('<year>', 'academic year, such as 202526', yearOf)
    .action(async (profile: string, year: AcademicYear, options: Options) =>
      console.log(`Drafted return ${await within(options, (returns) => returns.draft(profile, year))}.`),
    )
  add('check', 'say what keeps a return from being approved, and what to look at')
    .argument('<return>', 'its number', numberOf)
    .option(...jsonOption)
    .action(async (id: number, options: Options) => {
      const { figures, findings } = await within(options, (returns) => returns.see(id))
      if (options.json === true) console.log(JSON.stringify({ figures, findings }))
      else
        for (const { severity, said, schools = [] } of findings)
          console.log([`${severity}: ${said}`, ...schools].join('\n  '))
      process.exitCode = findings.some(({ severity }) => severity === 'error') ? 2 : 0
    })
  add('write', 'write a narrative of a draft from a text file')
    .argument('<return>', 'its number', numberOf)
    .argument('<narrative>', 'its id in the profile')
    .argument('<file>', 'the text, in UTF-8')
    .action(async (id: number, narrative: string, file: string, options: Options) => {
      const text = await readFile(file, 'utf8')
      await within(options, (returns) => returns.write(id, narrative, text))
    })
  const steps = {
    refresh: ['take a draft to the newest data, profile and template', 'A draft again, of the newest data.'],
    approve: ['approve a draft without errors, as somebody with a name', 'Approved.'],
    reopen: ['open an approved return again', 'A draft again.'],
    freeze: ['freeze an approved return: its files and figures are kept for ever', 'Frozen.'],
  } as const
  for (const [name, [description, done]] of Object.entries(steps))
    add(name, description)
      .argument('<return>', 'its number', numberOf)
      .action(async (id: number, options: Options) => {
        await within(options, (returns) => returns[name as keyof typeof steps](id))
        console.log(done)
      })
  add('reissue', 'draft the next issue of a frozen return')
    .argument('<return>', 'the number of the frozen one', numberOf)
    .requiredOption('--because <reason>', 'why it is issued again')
    .action(async (id: number, options: Options & { readonly because: string }) =>
      console.log(`Drafted return ${await within(options, (returns) => returns.reissue(id, options.because))}.`),
    )
  add('compare', 'say which figures of two returns are not the same, and why')
    .argument('<return>', 'the number of one', numberOf)
    .argument('<other>', 'the number of the other', numberOf)
    .option(...jsonOption)
    .action(async (one: number, other: number, options: Options) => {
      const { changes, loads } = await within(options, (returns) => returns.compare(one, other))
      if (options.json === true) return console.log(JSON.stringify({ changes, loads }))
      console.log(['indicator', 'of', 'before', 'after', ...causes].join('\t'))
      for (const { indicator, of, before, after, parts } of changes)
        if (before !== after || causes.some((cause) => (parts?.[cause] ?? 0) !== 0))
          console.log(
            [
              indicator,
              of,
              figureText(before ?? 'z'),
              figureText(after ?? 'z'),
              ...causes.map((cause) => parts?.[cause] ?? '-'),
            ].join('\t'),
          )
    })
  add('files', 'write the files of a frozen return into a folder')
    .argument('<return>', 'its number', numberOf)
    .option('--out <folder>', 'the folder', '.')
    .action(async (id: number, options: Options & { readonly out: string }) => {
      const files = await within(options, async (returns) => {
        const { files } = await returns.see(id)
        return Promise.all(files.map(async ({ name }) => ({ name, bytes: await returns.file(id, name) })))
      })
      for (const { name, bytes } of files) {
        await writeBytes(`${options.out}/${name}`, bytes)
        console.log(`Wrote ${name}.`)
      }
    })
  add('reproduce', 'make a frozen return again from its data version and compare it, byte for byte')
    .argument('<return>', 'its number', numberOf)
    .action(async (id: number, options: Options) => {
      const made = await within(options, (returns) => returns.reproduce(id))
      for (const { name, isSame } of made) console.log(`${isSame ? 'same' : 'NOT THE SAME'}\t${name}`)
      process.exitCode = made.every(({ isSame }) => isSame) ? 0 : 2
    })
  add('profile', 'add a return profile of the hub’s own, or a newer one, from a JSON file')
    .argument('<file>', 'the profile')
    .action(async (file: string, options: Options) => {
      const text = await readFile(file, 'utf8')
      const { id, template } = await within(options, (returns) => returns.addProfile(text))
      console.log(`Returns are drafted by ${id}, ${template.version}, from now on.`)
    })
  add('template', 'add the recipient’s own workbook, to be filled in')
    .argument('<profile>', 'the profile whose cells it has')
    .argument('<file>', 'the workbook (.xlsx)')
    .action(async (profile: string, file: string, options: Options) => {
      const bytes = new Uint8Array(await readFile(file))
      await within(options, (returns) => returns.addTemplate(profile, basename(file), bytes))
      console.log(`${basename(file)} is filled in when a return by ${profile} is frozen.`)
    })
  return command
}

/** Works on the returns of a hub as the person named, or as whoever runs the machine. */
const within = <T>({ hub, by }: Options, work: (returns: Returns) => Promise<T>): Promise<T> =>
  withStore({ make: false }, async (store) => {
    const { id: hubId } = await chooseHub(store, hub)
    const keeper =
      by === undefined ? { ...operator, hubId, role: 'data steward' as const } : await personNamed(store, hubId, by)
    return work(returnsOf({ store, evidenceOf: evidenceKeeper(store), today }, keeper, by !== undefined))
  })

async function personNamed(store: Store, hubId: number, name: string) {
  const found = (await listPeople(store, hubId)).find(
    ({ signInName, disabledAt }) => signInName === name && disabledAt === null,
  )
  if (found === undefined) throw new Mistake(`nobody of the hub has the sign-in name ${name}`)
  return found
}

function yearOf(text: string): AcademicYear {
  const year = parseAcademicYear(text)
  if (year === null) throw new InvalidArgumentError('use an academic year such as 202526')
  return year
}

function numberOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('use the number of a return: crescendo return list')
  return Number(text)
}
