import { schoolLines } from '../../analytics/cohorts/school-lines.ts'
import type { Audience } from '../../analytics/disclosure/audience.ts'
import { buildEvidence } from '../../analytics/evidence/build.ts'
import type { Facts } from '../../analytics/evidence/facts.ts'
import { goodPractice } from '../../analytics/cohorts/good-practice.ts'
import type { Strand } from '../../analytics/framework/strand.ts'
import { yearBefore } from '../../analytics/measures/movement.ts'
import { movements } from '../../analytics/measures/movements.ts'
import { findMeasure, measures, type MeasureId } from '../../analytics/measures/index.ts'
import type { ComparatorsView } from '../../dashboards/pages/comparators.ts'
import type { CountyHomeView } from '../../dashboards/pages/county-home.ts'
import type { MeasureView } from '../../dashboards/pages/measure.ts'
import type { SchoolsView } from '../../dashboards/pages/schools.ts'
import type { SchoolView } from '../../dashboards/pages/school.ts'
import type { StrandView } from '../../dashboards/pages/strand.ts'
import type { Frame } from '../../dashboards/parts/frame.ts'
import { answerFrom, asOf, typical } from './answers.ts'

/** Text that would break out of a page if anything let it. */
export const naughty = `"><script>alert('&amp;')</script><b style="color:red" onclick='x'>`

export const frameAt = (path: string, rest: Partial<Frame> = {}): Frame => ({
  hub: 'Minimshire Music Hub',
  sample: null,
  assets: { stylesheet: '/assets/main.css', script: '/assets/page.js' },
  visitor: { name: naughty, role: 'data steward', home: '/', token: naughty },
  path,
  asOf,
  today: asOf,
  where: {},
  choices: {
    councils: [
      { code: '990', name: 'Minimshire' },
      { code: '991', name: naughty },
    ],
    districts: ['Quaverly', naughty],
    phases: ['Primary', 'Secondary'],
    frameworks: ['First', naughty],
    advisers: ['A. Adviser', naughty],
  },
  extractOn: '2026-06-01',
  dataVersion: 1234,
  ...rest,
})

export const countyView = (facts: Facts = typical, audience: Audience = 'hub'): CountyHomeView => ({
  frame: frameAt('/'),
  coverage: answerFrom(measures.coverage, facts, { audience }),
  strandProfile: answerFrom(measures['strand-profile'], facts, { audience }),
  strandProgress: answerFrom(measures['strand-progress'], facts, { audience }),
  awardLadder: answerFrom(measures['award-ladder'], facts, { audience }),
  reflectionsDue: answerFrom(measures['reflections-due'], facts, { audience }),
  priorityThemes: answerFrom(measures['priority-themes'], facts, { audience }),
  pipeline: answerFrom(measures.pipeline, facts, { audience }),
  doubtful: [{ id: 'file', names: 2 }],
  goalAttainment: answerFrom(measures['goal-attainment'], facts, { audience }),
  movements: movements(buildEvidence(facts), null, { asOf, where: {} }),
  since: yearBefore(asOf),
})

const profile = (strand: Strand) => [
  { name: naughty, answer: answerFrom(measures['strand-profile'], typical, { strand }) },
]

export const strandView = (strand: Strand = 'Co-curricular', audience: Audience = 'hub'): StrandView => ({
  frame: frameAt('/strands/co-curricular', { where: { council: '990' } }),
  strand,
  strandProfile: answerFrom(measures['strand-profile'], typical, { strand, audience }),
  strandProgress: answerFrom(measures['strand-progress'], typical, { strand, audience }),
  transitionMatrix: answerFrom(measures['transition-matrix'], typical, { strand, audience }),
  criteriaGaps: answerFrom(measures['criteria-gaps'], typical, { strand, audience }),
  profiles: { year: profile(strand), phase: profile(strand), district: profile(strand) },
  practice: audience === 'hub' ? goodPractice(buildEvidence(typical), asOf, {}, strand) : null,
})

/** The page of one measure, asked of one strand where it must be. */
export const measureView = (id: MeasureId, audience: Audience = 'hub'): MeasureView => {
  const measure = findMeasure(id)
  if (measure === undefined) throw new RangeError(`no measure: ${id}`)
  return { frame: frameAt(`/measures/${id}`), measure, answer: answerFrom(measure, typical, { audience }) }
}

export const schoolsView = (rest: Partial<SchoolsView> = {}): SchoolsView => ({
  frame: frameAt('/schools'),
  q: '',
  gap: null,
  met: null,
  sort: 'name',
  order: 'ascending',
  page: 1,
  found: 24,
  schools: schoolLines(buildEvidence(typical), asOf, {}),
  ...rest,
})

/** A school with two audits, an award and all that follows, whose every text is naughty. */
export const schoolView = (rest: Partial<SchoolView> = {}): SchoolView => ({
  frame: frameAt('/schools/900001'),
  freeText: true,
  school: {
    urn: 900001,
    name: `Saint ${naughty}`,
    council: '990',
    district: naughty,
    town: 'Quaverly',
    phase: 'Primary',
    trust: naughty,
    pupils: 1234,
    closedOn: null,
    openOn: '2022-09-01',
    formerly: [{ urn: 900099, name: naughty, openOn: null, closedOn: '2022-08-31' }],
  },
  audits: [
    {
      urn: 900001,
      heldOn: '2025-03-12',
      adviser: naughty,
      framework: naughty,
      levels: ['Developing', 'Developing', 'Focusing', null],
      comparable: true,
    },
    {
      urn: 900099,
      heldOn: '2022-03-10',
      adviser: null,
      framework: null,
      levels: ['Focusing', 'Developing', 'Developing', 'Focusing'],
      comparable: false,
    },
  ],
  awards: [
    {
      heldOn: '2022-03-10',
      award: 'Bronze',
      awardOn: '2022-04-01',
      validUntil: '2025-04-01',
      musicMarkNominated: true,
      followUpOn: '2022-09-01',
    },
  ],
  priorities: [
    {
      heldOn: '2022-03-10',
      priority: 1,
      strand: 'Co-curricular',
      theme: naughty,
      what: naughty,
      why: naughty,
      target: naughty,
      byWhen: naughty,
      how: naughty,
      needs: naughty,
      support: null,
    },
  ],
  reflections: [
    {
      heldOn: '2022-03-10',
      month: 24,
      dueOn: '2024-03-10',
      sentOn: '2024-02-01',
      returnedOn: null,
      withdrawnOn: null,
      answers: [],
    },
    {
      heldOn: '2022-03-10',
      month: 12,
      dueOn: '2023-03-10',
      sentOn: '2023-02-01',
      returnedOn: '2023-03-01',
      withdrawnOn: null,
      answers: [
        { priority: 0, achieved: null, comment: naughty },
        { priority: 1, achieved: 'Mostly achieved', comment: null },
      ],
    },
  ],
  years: [
    {
      year: 2024,
      pupils: 300,
      fsm: { percent: 12.5, basis: 'ever 6' },
      send: null,
      deprivation: 2,
      settlement: naughty,
    },
  ],
  ...rest,
})

/** A school and its comparators, one of which is guessed at, whose every name is naughty. */
export const comparatorsView = (rest: Partial<ComparatorsView> = {}): ComparatorsView => {
  const lines = schoolLines(buildEvidence(typical), asOf, {}).map((line) => ({ ...line, name: `Saint ${naughty}` }))
  const compared = lines.map(({ urn }, at) => ({
    urn,
    pupils: { value: 1000 + at, isGuessed: at === 1 },
    fsm: { value: 12.5, isGuessed: false },
    send: { value: 8, isGuessed: false },
  }))
  const [school, ...comparators] = compared
  return {
    frame: frameAt('/schools/900001/comparators'),
    school: lines[0]!,
    found: { phase: 'Primary', from: 90, school: school!, comparators },
    lines,
    ...rest,
  }
}
