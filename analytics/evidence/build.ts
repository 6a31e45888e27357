import { Table, makeVector } from 'apache-arrow'
import type { Day } from '../framework/day.ts'
import { phaseOf } from '../framework/phase.ts'
import { auditGathering } from './audits.ts'
import { awardGathering } from './awards.ts'
import { comparableOf, frameworkAt } from './comparable.ts'
import { dataFormGathering, formFigureGathering } from './data-forms.ts'
import { firstEngagements } from './engagement.ts'
import type { Evidence } from './evidence.ts'
import type { Facts, HubFacts, SchoolFacts } from './facts.ts'
import { judgementGathering } from './judgements.ts'
import { priorityGathering } from './priorities.ts'
import { reflectionGathering } from './reflections.ts'
import { schoolFsmGathering, schoolYearGathering } from './school-years.ts'
import { schoolsOf } from './schools.ts'
import { speakerTable } from './speakers.ts'
import { urnGathering } from './urns.ts'

/** Evidence from a hub's facts. */
export function buildEvidence(facts: Facts): Evidence {
  const { add, evidence } = gatherEvidence(facts)
  add(facts)
  return evidence()
}

/** A hub's evidence on its way. */
export interface EvidenceGathering {
  /** Takes in the facts of some schools, of each URN all there are. */
  readonly add: (facts: SchoolFacts) => void
  /** The evidence of all that was taken in; what was gathered is let go. */
  readonly evidence: () => Evidence
}

/**
 * Gathers evidence from the facts of a hub's schools, some schools at a time, so that no more facts need be held as they
 * were told. Who is the same school follows the newest links; a school's rows stand together.
 */
export function gatherEvidence({ register, links, ...told }: HubFacts): EvidenceGathering {
  const { hub, dataVersion, area, extractOn, frameworks, criteria, goals } = told
  const schools = schoolsOf(register, links)
  const phaseOfUrn = new Map(register.map(({ urn, phase }) => [urn, phaseOf(phase)]))
  const councilNames = new Map(register.flatMap(({ la, laName }) => (laName === null ? [] : [[la, laName]])))
  const urnRows = urnGathering(schools)
  urnRows.add(register)

  const audits = auditGathering(
    schools,
    ({ framework, heldOn, urn }) => framework ?? frameworkAt(frameworks, heldOn, phaseOfUrn.get(urn)),
  )
  const judgements = judgementGathering()
  const awards = awardGathering(schools)
  const reflections = reflectionGathering(schools)
  const priorities = priorityGathering(schools)
  const dataForms = dataFormGathering(schools)
  const formFigures = formFigureGathering(schools)
  const schoolYears = schoolYearGathering(schools)
  const schoolFsm = schoolFsmGathering(schools)

  return {
    add: (facts) => {
      const meetings = new Map<number, Map<Day, number>>()
      audits.add(facts.audits, ({ urn, heldOn }, place) => {
        const ofUrn = meetings.get(urn)
        if (ofUrn === undefined) meetings.set(urn, new Map([[heldOn, place]]))
        else ofUrn.set(heldOn, place)
      })
      judgements.add(facts.criterionRatings, (urn, heldOn) => meetings.get(urn)?.get(heldOn))
      awards.add(facts.awards)
      reflections.add(facts.reflections)
      priorities.add(facts.priorities)
      dataForms.add(facts.dataForms)
      formFigures.add(facts.formFigures)
      schoolYears.add(facts.schoolYears)
      schoolFsm.add(facts.schoolFsm.filter(({ percent }) => percent !== null))
    },
    evidence: () => {
      const ofUrns = urnRows.laid()
      const ofAudits = audits.laid()
      const ofAwards = awards.laid()
      const ofReflections = reflections.laid()
      const ofPriorities = priorities.laid()
      const ofDataForms = dataForms.laid()
      const ofFormFigures = formFigures.laid()
      const ofSchoolYears = schoolYears.laid()
      const ofSchoolFsm = schoolFsm.laid()
      const judged = judgements.laid(criteria, ofAudits.order)
      const spoken = speakerTable(ofUrns.table, area)
      const tables = {
        urns: ofUrns.table,
        speakers: spoken.speakers,
        schoolYears: ofSchoolYears.table,
        schoolFsm: ofSchoolFsm.table,
        audits: ofAudits.table,
        judgements: judged.judgements,
        awards: ofAwards.table,
        reflections: ofReflections.table,
        priorities: ofPriorities.table,
        dataForms: ofDataForms.table,
        formFigures: ofFormFigures.table,
      }
      const engagedOn = firstEngagements(schools.lasts.length, tables)
      return {
        hub,
        dataVersion,
        area,
        councilNames,
        extractOn,
        schools: new Table({ urn: makeVector(schools.lasts), engagedOn: makeVector(engagedOn) }),
        ...tables,
        starts: {
          urns: ofUrns.starts,
          speakers: spoken.starts,
          audits: ofAudits.starts,
          awards: ofAwards.starts,
          reflections: ofReflections.starts,
          priorities: ofPriorities.starts,
          dataForms: ofDataForms.starts,
          formFigures: ofFormFigures.starts,
          schoolYears: ofSchoolYears.starts,
          schoolFsm: ofSchoolFsm.starts,
          judgements: judged.starts,
        },
        comparable: comparableOf(frameworks, ofAudits.table),
        places: judged.places,
        criteria,
        goals,
        splits: schools.splits,
      }
    },
  }
}
