import { schoolLines } from '../../../analytics/cohorts/school-lines.ts'
import { disclose } from '../../../analytics/disclosure/disclose.ts'
import type { Audience } from '../../../analytics/disclosure/audience.ts'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import type { Audit, AwardGiven, Facts, RegisterSchool } from '../../../analytics/evidence/facts.ts'
import { awards } from '../../../analytics/framework/award.ts'
import { addMonths } from '../../../analytics/framework/day.ts'
import { levels } from '../../../analytics/framework/level.ts'
import { strands } from '../../../analytics/framework/strand.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { awardLadder } from '../../../analytics/measures/award-ladder.ts'
import { cohortProgress } from '../../../analytics/measures/cohort-progress.ts'
import { coverage } from '../../../analytics/measures/coverage.ts'
import { goalAttainment } from '../../../analytics/measures/goal-attainment.ts'
import type { Measure } from '../../../analytics/measures/measure.ts'
import { reflectionOutcomes } from '../../../analytics/measures/reflection-outcomes.ts'
import { reflectionsDue } from '../../../analytics/measures/reflections-due.ts'
import { strandProfile } from '../../../analytics/measures/strand-profile.ts'
import { strandProgress } from '../../../analytics/measures/strand-progress.ts'
import { timeToAward } from '../../../analytics/measures/time-to-award.ts'
import { transitionMatrix } from '../../../analytics/measures/transition-matrix.ts'
import { countyReportSpec } from '../../../dashboards/workbooks/county/spec.ts'
import type { CountyReport } from '../../../dashboards/workbooks/county/report.ts'
import { writeWorkbook } from '../../../dashboards/workbooks/write-workbook.ts'

const asOf = '2026-08-31'
const councils: Readonly<Record<string, string>> = { '990': 'Northshire', '991': 'Southport' }
const places = ['Ashby', 'Bramley', 'Coldbrook', 'Denham Heath', 'Easton-under-Hill', 'Fenwick'] as const
const kinds = [
  'Primary School',
  'Church of England Voluntary Controlled Primary School',
  'Academy',
  'Infant School',
] as const

/** A number from 0 to below `of`, scattered but the same each time. */
const scattered = (school: number, salt: number, of: number): number =>
  Math.floor((((school + 1) * 0.754877666 + salt * 0.569840291) % 1) * of)

const schoolAt = (at: number): RegisterSchool => ({
  urn: 100_001 + at,
  name: `${places[at % 6]} ${kinds[scattered(at, 1, 4)]}`,
  la: at % 3 === 0 ? '991' : '990',
  laName: councils[at % 3 === 0 ? '991' : '990'] ?? null,
  establishmentNumber: String(2000 + at),
  type: 1,
  status: 1,
  phase: at % 5 === 0 ? 4 : 2,
  openOn: null,
  closeOn: null,
  district: at % 11 === 0 ? null : `${places[at % 6]} Borough`,
  town: null,
  trust: null,
  pupils: null,
  fsmPercent: null,
  urbanRural: null,
})

const auditsAt = (at: number): readonly Audit[] => {
  const meetings = scattered(at, 2, 4)
  return Array.from({ length: meetings === 3 ? 2 : meetings }, (_, meeting) => ({
    urn: 100_001 + at,
    heldOn: `${2022 + 2 * meeting}-${String(1 + scattered(at, 3, 12)).padStart(2, '0')}-17`,
    adviser: null,
    framework: null,
    levels: strands.map((_, strand) =>
      scattered(at, 10 + strand + 5 * meeting, 13) === 0
        ? null
        : (levels[Math.min(3, scattered(at, 20 + strand, 3) + scattered(at, 30 + strand, 2) * meeting)] ?? null),
    ),
  }))
}

const awardsAt = (at: number): readonly AwardGiven[] =>
  auditsAt(at)
    .filter((_, meeting) => scattered(at, 40 + meeting, 3) > 0)
    .map(({ heldOn, urn }) => ({
      urn,
      heldOn,
      award: awards[scattered(at, 50, 4)] ?? 'Bronze',
      awardOn: addMonths(heldOn, 1),
      musicMarkNominated: null,
      followUpOn: null,
    }))

/** A hub of that many schools in two councils, some never met, some met once, some twice. */
export function hubOf(schools: number): Facts {
  const all = Array.from({ length: schools }, (_, at) => at)
  return {
    hub: 'Two Counties Music Hub',
    dataVersion: 7,
    area: Object.keys(councils).map((la) => ({ la, fromOn: null, toOn: null })),
    extractOn: schools === 0 ? null : '2026-07-01',
    register: all.map(schoolAt),
    links: [],
    schoolYears: [],
    schoolFsm: [],
    frameworks: [],
    criteria: [],
    criterionRatings: [],
    audits: all.flatMap(auditsAt),
    awards: all.flatMap(awardsAt),
    priorities: all.flatMap(auditsAt).map(({ heldOn, urn }) => ({
      urn,
      heldOn,
      priority: 1,
      strand: null,
      theme: urn % 3 === 0 ? null : `Theme ${urn % 3}`,
      sorted: null,
      needs: false,
      offered: false,
    })),
    reflections: all
      .flatMap(auditsAt)
      .filter(({ urn }) => urn % 2 === 0)
      .map(({ heldOn, urn }) => ({
        urn,
        heldOn,
        month: 12,
        sentOn: null,
        returnedOn: urn % 4 === 0 ? addMonths(heldOn, 13) : null,
        withdrawnOn: null,
        achieved: [urn % 8 === 0 ? 'Started' : null, null, null],
      })),
    dataForms: [],
    formFigures: [],
    goals: ['990', '992'].map((population, at) => ({
      goal: `G${at + 1}`,
      title: 'Half the schools of a council have had an audit',
      function: null,
      measure: 'coverage',
      wanted: 'Audited',
      strand: null,
      population,
      baselinePercent: at === 0 ? 12.5 : null,
      baselineYear: 2022,
      targetPercent: 50,
      targetYear: 2027,
    })),
  }
}

/** The report of a hub to itself, or to the council of an LA code. */
export function reportOf(facts: Facts, council?: string): CountyReport {
  const evidence = buildEvidence(facts)
  const audience: Audience = council === undefined ? 'hub' : 'council'
  const scope = council === undefined ? {} : { council }
  const say = <R extends object, T extends object>(measure: Measure<R, T>, part = {}) =>
    disclose(ask(measure, evidence, { asOf, where: { ...scope, ...part } }), audience)
  return {
    hub: facts.hub,
    scope: council === undefined ? 'Whole hub area' : (councils[council] ?? council),
    asOf,
    academicYear: 2025,
    producedOn: '2026-09-03',
    contact: null,
    coverage: say(coverage),
    profile: say(strandProfile),
    progress: say(strandProgress),
    matrices: strands.map((strand) => say(transitionMatrix, { strand })),
    awards: say(awardLadder),
    cohorts: council === undefined ? say(cohortProgress) : null,
    timeToBronze: council === undefined ? say(timeToAward, { award: 'Bronze' }) : null,
    reflectionsDue: council === undefined ? say(reflectionsDue) : null,
    outcomes: council === undefined ? say(reflectionOutcomes) : null,
    goals: council === undefined ? say(goalAttainment) : null,
    commentary: [],
    councils: evidence.councilNames,
    schools: council === undefined ? schoolLines(evidence, asOf, {}) : null,
  }
}

/** The report as the bytes of a workbook to be published. */
export const writeCountyReport = (report: CountyReport): Promise<Uint8Array> => writeWorkbook(countyReportSpec(report))
