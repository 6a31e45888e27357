import { Table, makeVector } from 'apache-arrow'
import { firstDayOf } from '../framework/academic-year.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import { phaseOf } from '../framework/phase.ts'
import { auditOrder, auditTable } from './audits.ts'
import { awardOrder, awardTable } from './awards.ts'
import { comparableOf, frameworkAt } from './comparable.ts'
import { dataFormTable, formFigureOrder, formFigureTable } from './data-forms.ts'
import { never } from './endless.ts'
import type { Evidence } from './evidence.ts'
import type { Audit, DataForm, Facts, Reflection } from './facts.ts'
import { chainsOf } from './identity.ts'
import { judgementTable, placesOf } from './judgements.ts'
import { priorityOrder, priorityTable } from './priorities.ts'
import { reflectionOrder, reflectionTable } from './reflections.ts'
import { placed, startsOf, textOrder, type Placed } from './rows.ts'
import { schoolFsmTable, schoolYearOrder, schoolYearTable } from './school-years.ts'
import { speakerTable } from './speakers.ts'
import { speakingOrder, urnTable } from './urns.ts'

/** Evidence from a hub's facts. Who is the same school follows the newest links; a school's rows stand together. */
export function buildEvidence(facts: Facts): Evidence {
  const chains = chainsOf(facts.register, facts.links)
  const councilOf = new Map(facts.register.map(({ urn, la }) => [urn, la]))
  const lasts = [...new Set(chains.lastOf.values())].toSorted(
    (a, b) => textOrder(councilOf.get(a) ?? '', councilOf.get(b) ?? '') || a - b,
  )
  const rowOfLast = new Map(lasts.map((urn, row) => [urn, row]))
  const schoolOf = new Map([...chains.lastOf].map(([urn, last]) => [urn, rowOfLast.get(last) ?? 0]))
  const phaseOfUrn = new Map(facts.register.map(({ urn, phase }) => [urn, phaseOf(phase)]))

  const urns = placed(facts.register, schoolOf, speakingOrder(chains))
  const audits = placed(facts.audits, schoolOf, auditOrder)
  const awards = placed(facts.awards, schoolOf, awardOrder)
  const reflections = placed(facts.reflections, schoolOf, reflectionOrder)
  const priorities = placed(facts.priorities, schoolOf, priorityOrder)
  const dataForms = placed(facts.dataForms, schoolOf, (a, b) => a.year - b.year)
  const formFigures = placed(facts.formFigures, schoolOf, formFigureOrder)
  const yearOrder = schoolYearOrder(speakingOrder(chains))
  const schoolYears = placed(facts.schoolYears, schoolOf, yearOrder)
  const schoolFsm = placed(
    facts.schoolFsm.filter(({ percent }) => percent !== null),
    schoolOf,
    yearOrder,
  )
  const auditColumns = auditTable(
    audits,
    ({ framework, heldOn, urn }) => framework ?? frameworkAt(facts.frameworks, heldOn, phaseOfUrn.get(urn)),
  )
  const urnColumns = urnTable(urns)
  const { speakers, starts: speakerStarts } = speakerTable(urnColumns, facts.area)
  const auditStarts = startsOf(audits, lasts.length)
  const comparable = comparableOf(facts.frameworks, auditColumns)
  const places = placesOf(facts.criteria, facts.criterionRatings)
  const judged = judgementTable(facts.criterionRatings, auditColumns, places)
  return {
    hub: facts.hub,
    dataVersion: facts.dataVersion,
    area: facts.area,
    councilNames: new Map(facts.register.flatMap(({ la, laName }) => (laName === null ? [] : [[la, laName]]))),
    extractOn: facts.extractOn,
    schools: new Table({
      urn: makeVector(Uint32Array.from(lasts)),
      engagedOn: makeVector(firstEngagements(lasts.length, audits, reflections, dataForms)),
    }),
    urns: urnColumns,
    speakers,
    schoolYears: schoolYearTable(schoolYears),
    schoolFsm: schoolFsmTable(schoolFsm),
    audits: auditColumns,
    judgements: judged.judgements,
    awards: awardTable(awards),
    reflections: reflectionTable(reflections),
    priorities: priorityTable(priorities),
    dataForms: dataFormTable(dataForms),
    formFigures: formFigureTable(formFigures),
    starts: {
      urns: startsOf(urns, lasts.length),
      speakers: speakerStarts,
      audits: auditStarts,
      awards: startsOf(awards, lasts.length),
      reflections: startsOf(reflections, lasts.length),
      priorities: startsOf(priorities, lasts.length),
      dataForms: startsOf(dataForms, lasts.length),
      formFigures: startsOf(formFigures, lasts.length),
      schoolYears: startsOf(schoolYears, lasts.length),
      schoolFsm: startsOf(schoolFsm, lasts.length),
      judgements: judged.starts,
    },
    comparable,
    places,
    criteria: facts.criteria,
    goals: facts.goals,
    splits: chains.splits,
  }
}

/** Each school's first sign of engagement: an audit, a returned reflection, or the first day of a data form's year. */
function firstEngagements(
  schools: number,
  audits: readonly Placed<Audit>[],
  reflections: readonly Placed<Reflection>[],
  dataForms: readonly Placed<DataForm>[],
): Int32Array {
  const first = new Int32Array(schools).fill(never)
  const engage = (school: number, day: Day | null): void => {
    if (day !== null) first[school] = Math.min(first[school] ?? never, dayNumber(day))
  }
  for (const { school, fact } of audits) engage(school, fact.heldOn)
  for (const { school, fact } of reflections) engage(school, fact.returnedOn)
  for (const { school, fact } of dataForms) engage(school, firstDayOf(fact.year))
  return first
}
