import { readFileSync } from 'node:fs'
import { profiles, type Profile } from '../../../dashboards/workbooks/profile.ts'
import type { WorkbookSpec } from '../../../dashboards/workbooks/workbook-spec.ts'
import { profileIn } from '../../../server/queries/return-profile.ts'
import { workbookNames, workbookOf, type WorkbookName } from '../../../server/wrapping/workbooks.ts'
import { hubs, type Hub, type HubName } from './hubs.ts'

/** One workbook of one hub in one profile. */
export interface Made {
  readonly hub: HubName
  readonly name: WorkbookName
  readonly profile: Profile
  readonly spec: WorkbookSpec
}

const returnProfile = profileIn(
  readFileSync(new URL('../../../server/queries/arts-council.json', import.meta.url), 'utf8'),
)

const specOf = (name: WorkbookName, { evidence, asOf, council, remarks, school }: Hub): WorkbookSpec =>
  workbookOf(name, {
    evidence,
    asked: { asOf, where: name === 'council-report' ? { council } : {} },
    producedOn: '2026-09-03',
    school,
    remarks,
    returnProfile,
  }).spec

/** Every workbook in both profiles, of some of the hubs; of a hub whose making is not there, none. */
export async function everyWorkbook(of: readonly HubName[]): Promise<readonly Made[]> {
  const made = await Promise.all(of.map(async (hub) => ({ hub, from: await hubs[hub]() })))
  return made.flatMap(({ hub, from }) =>
    from === null
      ? []
      : workbookNames.flatMap((name) => {
          const spec = specOf(name, from)
          return profiles.map((profile) => ({ hub, name, profile, spec }))
        }),
  )
}
