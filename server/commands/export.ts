import { Argument, Command, Option } from 'commander'
import { findSchool } from '../../analytics/cohorts/find-school.ts'
import { audiences, type Audience } from '../../analytics/disclosure/audience.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { lastDayOf, parseAcademicYear } from '../../analytics/framework/academic-year.ts'
import type { Day } from '../../analytics/framework/day.ts'
import { formats, workbookFile, type Format } from '../../dashboards/workbooks/formats/index.ts'
import { profiles, type Profile } from '../../dashboards/workbooks/profile.ts'
import { letGo } from '../../ingest/load/collect.ts'
import type { Store } from '../../migrations/open.ts'
import { parseAsked } from '../asked.ts'
import { note } from '../access/audit-log.ts'
import { operator, type Person } from '../access/person.ts'
import { remarksFor } from '../access/remarks.ts'
import { evidenceKeeper } from '../evidence.ts'
import { odsWriter, officePath } from '../jobs/office.ts'
import { Mistake } from '../mistake.ts'
import { today } from '../today.ts'
import { odsFile } from '../wrapping/ods.ts'
import { workbookOf, workbookNames, type WorkbookName } from '../wrapping/workbooks.ts'
import { chooseHub, withStore } from './store.ts'
import { writeBytes } from './write-bytes.ts'

interface Options {
  readonly year?: string
  readonly asOf?: string
  readonly council?: string
  readonly school?: string
  readonly audience?: Audience
  readonly profile: Profile
  readonly format: Format | 'ods'
  readonly out?: string
  readonly hub?: string
}

/** `crescendo export`. */
export const exportCommand = (): Command =>
  new Command('export')
    .description('write one workbook')
    .addArgument(new Argument('<workbook>').choices(workbookNames))
    .option('--year <year>', 'academic year, such as 202526: as at its last day, or today while it lasts')
    .option('--as-of <day>', 'the day it speaks for, instead of a year')
    .option('--council <code>', 'one council by its LA code')
    .option('--school <urn>', 'one school by any of its URNs')
    .addOption(new Option('--audience <audience>', 'for whom it is disclosed').choices(audiences))
    .addOption(
      new Option('--profile <profile>', 'publication: as published statistics; working: with filters, charts, formulas')
        .choices(profiles)
        .default('publication'),
    )
    .addOption(
      new Option('--format <format>', 'of several tables as text, one packed file')
        .choices([...formats, 'ods'])
        .default('xlsx'),
    )
    .option('--out <file>', 'the file to write')
    .option('--hub <name>', 'the hub, where there is more than one')
    .action(async (name: WorkbookName, options: Options) => {
      const { year, asOf, council, school, profile, format, out, hub } = options
      if (year !== undefined && asOf !== undefined) throw new Mistake('say --year or --as-of, not both')
      const spec = await withStore({ make: false }, async (store) => {
        const chosen = await chooseHub(store, hub)
        const evidence = await evidenceKeeper(store)(chosen)
        // What reading a country has left, and then its evidence, would still be held while the rest is made.
        letGo()
        const asked = parseAsked(
          { asOf: year === undefined ? asOf : dayFor(year, today()), council },
          evidence,
          today(),
        )
        const audience = options.audience ?? (name === 'council-report' ? 'council' : 'hub')
        const made = workbookOf(name, {
          evidence,
          asked,
          audience: options.audience,
          producedOn: today(),
          remarks: await remarksFor(store, readerOf(audience, chosen.id, council)),
          returnProfile: name.endsWith('-return') ? await profileOf(store, chosen.id, name) : undefined,
          school: school === undefined ? undefined : await schoolOf(store, chosen.id, evidence, school, asked.asOf),
        })
        const detail = { what: `${name}.${format}`, profile, audience: made.audience, ...asked, rows: made.schools }
        await note(store, { hubId: chosen.id, personId: operator.id, action: 'exported', detail })
        return made.spec
      })
      letGo()
      const file =
        format === 'ods'
          ? await odsFile(spec, profile, odsWriter(officePath()))
          : await workbookFile(spec, { format, profile })
      const path = out ?? file.name
      await writeBytes(path, file.bytes)
      console.log(`Wrote ${path}: ${spec.title}.`)
    })

/** A person of an audience, such as a workbook is made for. */
const readerOf = (audience: Audience, hubId: number, council?: string): Person => ({
  ...operator,
  hubId,
  role: audience === 'hub' ? 'data steward' : audience === 'council' ? 'council officer' : 'school user',
  organisation: council ?? null,
  name: '',
  assigned: [],
})

/** What the return of a name holds. Profiles are read only where there is one: reading them takes 10 MB. */
async function profileOf(store: Store, hubId: number, name: string) {
  const { listProfiles } = await import('../queries/return-profile.ts')
  return (await listProfiles(store, hubId)).find(({ id }) => `${id}-return` === name)
}

/** All that is known of a school up to a day. */
async function schoolOf(store: Store, hubId: number, evidence: Evidence, urn: string, asOf: Day) {
  const [{ findJourney }, { journeyOf }] = await Promise.all([
    import('../queries/journey.ts'),
    import('../routes/school-journey.ts'),
  ])
  const school = findSchool(evidence, Number(urn), asOf)
  if (school === null) throw new Mistake(`school: found "${urn}"; use a URN of the register`)
  return { freeText: true, ...journeyOf(await findJourney(store, hubId, school.urns), school, evidence, asOf) }
}

/** The last day of an academic year, or today while it lasts. */
function dayFor(text: string, now: Day): Day {
  const year = parseAcademicYear(text)
  if (year === null) throw new Mistake(`--year: found "${text}"; use an academic year such as 202526`)
  const last = lastDayOf(year)
  return last < now ? last : now
}
