import { readFileSync } from 'node:fs'
import { findSchool } from '../../../analytics/cohorts/find-school.ts'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import type { Criterion, Facts } from '../../../analytics/evidence/facts.ts'
import type { Day } from '../../../analytics/framework/day.ts'
import type { SchoolView } from '../../../dashboards/pages/school-view.ts'
import type { RemarkShown } from '../../../dashboards/parts/remarks.ts'
import { sampleCounty } from '../../../fixtures/county/index.ts'
import { nationalFacts } from '../../../fixtures/national.ts'
import { openStore } from '../../../migrations/open.ts'
import { evidenceKeeper } from '../../../server/evidence.ts'
import { getHub } from '../../../server/queries/hub.ts'
import { findJourney } from '../../../server/queries/journey.ts'
import { journeyOf } from '../../../server/routes/school-journey.ts'
import { hubOf } from '../../dashboards/workbooks/story.ts'
import { openData } from '../../open-data.ts'
import { sampleBytes } from '../sample-bytes.ts'
import { criteria, identity, journey } from './school-journey.ts'

/** A hub of which every workbook is made. */
export interface Hub {
  readonly evidence: Evidence
  readonly asOf: Day
  /** The LA code of the council that is reported to. */
  readonly council: string
  readonly school: Omit<SchoolView, 'frame'>
  readonly remarks: readonly RemarkShown[]
}

const asOf = '2026-08-31'

const remarkOf = (text: string, id = 1, more: Partial<RemarkShown> = {}): RemarkShown => ({
  id,
  page: '',
  measure: 'strand-profile',
  scope: 'council=991',
  text,
  by: 'Harriet Cadence',
  writtenAt: '2026-07-01T09:00:00Z',
  dataVersion: 7,
  meantFor: 'council',
  isApproved: true,
  ...more,
})

const story = (facts: Facts, more: Partial<Hub> = {}): Hub => ({
  evidence: buildEvidence(facts),
  asOf,
  council: '991',
  school: journey(facts.register.length === 0),
  remarks: [remarkOf('Fewer schools were met than planned.\nThe others were met in May.')],
  ...more,
})

/** The sample county as it is loaded, with the journey of one of its schools. */
async function sample(): Promise<Hub> {
  const { today, area } = sampleCounty()
  const store = await openStore(await sampleBytes())
  const evidence = await evidenceKeeper(store)(await getHub(store, 1))
  const school = findSchool(evidence, 900_001, today)!
  const rows = await findJourney(store, 1, school.urns)
  await store.destroy()
  return {
    evidence,
    asOf: today,
    council: area[0] ?? '',
    school: { freeText: true, ...journeyOf(rows, school, evidence, today) },
    remarks: [
      remarkOf('Two audits were put off by snow.', 1, { scope: '', writtenAt: `${today}T09:00:00Z` }),
      remarkOf('Nothing else moved.', 2, { measure: '', page: '/', scope: `council=${area[0]}` }),
    ],
  }
}

/** The strings that people and programs trip over, wherever a hub can have written something. */
function hostile(): Hub | null {
  const file = openData('bad-csv/blns.json')
  if (file === null) return null
  const strings = JSON.parse(readFileSync(file, 'utf8')) as readonly string[]
  const said = (at: number): string => strings[at % strings.length] ?? ''
  const facts = hubOf(strings.length)
  const [priority] = journey(false).priorities
  const [reflection] = journey(false).reflections
  return story(
    {
      ...facts,
      register: facts.register.map((school, at) => ({ ...school, name: said(at), district: said(at + 1) })),
      criteria: strings.map((criterion, at): Criterion => ({
        ...criteria[0]!,
        number: at + 1,
        theme: criterion,
        criterion,
      })),
    },
    {
      remarks: strings.map((text, at) => remarkOf(text, at, { by: said(at + 2) })),
      school: {
        ...journey(false),
        school: { ...identity, name: said(20) },
        priorities: strings.map((what, at) => ({
          ...priority!,
          priority: at + 1,
          theme: said(at + 1),
          what,
          why: said(at + 2),
          target: said(at + 3),
          byWhen: said(at + 4),
          how: said(at + 5),
          needs: said(at + 6),
          support: said(at + 7),
        })),
        reflections: [
          { ...reflection!, answers: strings.map((comment, at) => ({ priority: at + 1, achieved: null, comment })) },
        ],
      },
    },
  )
}

/** The hubs by their names, made when they are asked for; null where what they are made of is not there. */
export const hubs = {
  'the sample county': sample,
  'an empty hub': async () => story(hubOf(0)),
  'a hub of one school': async () => story({ ...hubOf(1), criteria }),
  'a hub of sixty schools': async () => story({ ...hubOf(60), criteria }),
  'a hub of hostile texts': async () => hostile(),
  'a national hub': async () => {
    const facts = nationalFacts()
    return story({ ...facts, criteria }, { council: facts.area[0]?.la ?? '' })
  },
} as const satisfies Readonly<Record<string, () => Promise<Hub | null>>>

export type HubName = keyof typeof hubs
