import { wordsOf } from '../../analytics/evidence/columns.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { closedStatus } from '../../analytics/framework/establishment.ts'
import { awardMonths } from '../../analytics/framework/award.ts'
import { addMonths, type Day } from '../../analytics/framework/day.ts'
import { phaseOf } from '../../analytics/framework/phase.ts'
import { strands } from '../../analytics/framework/strand.ts'
import type { SchoolThroughTime } from '../../analytics/cohorts/find-school.ts'
import type { SchoolAudit, SchoolIdentity, SchoolReflection, SchoolView } from '../../dashboards/pages/school.ts'
import type { JourneyRows } from '../queries/journey.ts'

/** A school's journey up to a day, for its page. */
export function journeyOf(
  rows: JourneyRows,
  { speaker, urns }: SchoolThroughTime,
  evidence: Evidence,
  asOf: Day,
): Omit<SchoolView, 'frame' | 'freeText'> {
  return {
    school: identityOf(rows, speaker, urns),
    audits: auditsOf(rows, evidence, asOf),
    awards: rows.awards
      .filter(({ awardOn }) => awardOn <= asOf)
      .map((row) => ({
        heldOn: row.heldOn,
        award: row.award,
        awardOn: row.awardOn,
        validUntil: addMonths(row.awardOn, awardMonths),
        musicMarkNominated: row.musicMarkNominated === null ? null : row.musicMarkNominated === 1,
        followUpOn: row.followUpOn,
      })),
    priorities: rows.priorities.filter(({ heldOn }) => heldOn <= asOf),
    reflections: reflectionsOf(rows, asOf),
  }
}

function identityOf({ register }: JourneyRows, speaker: number, urns: readonly number[]): SchoolIdentity {
  const row = register.find(({ urn }) => urn === speaker)
  if (row === undefined) throw new Error(`unknown URN: ${speaker}`)
  return {
    urn: row.urn,
    name: row.name,
    council: row.la,
    district: row.district,
    town: row.town,
    phase: phaseOf(row.phase),
    trust: row.trust,
    pupils: row.pupils,
    closedOn: row.status === closedStatus ? row.closeOn : null,
    formerly: urns
      .toReversed()
      .flatMap((urn) => register.filter((other) => other.urn === urn && urn !== speaker))
      .map(({ urn, name, closeOn }) => ({ urn, name, closedOn: closeOn })),
  }
}

function auditsOf(rows: JourneyRows, evidence: Evidence, asOf: Day): readonly SchoolAudit[] {
  const audits = rows.audits
    .filter(({ heldOn }) => heldOn <= asOf)
    .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : a.urn - b.urn))
  return audits.map(({ urn, heldOn, adviser, framework }, at) => ({
    urn,
    heldOn,
    adviser,
    framework,
    levels: strands.map(
      (strand) =>
        rows.ratings.find((rating) => rating.urn === urn && rating.heldOn === heldOn && rating.strand === strand)
          ?.level ?? null,
    ),
    comparable: at > 0 && areComparable(evidence, audits[at - 1]?.framework ?? null, framework),
  }))
}

function areComparable({ audits, comparable }: Evidence, a: string | null, b: string | null): boolean {
  const names = wordsOf(audits, 'framework')
  return comparable[names.indexOf(a ?? '') * names.length + names.indexOf(b ?? '')] === 1
}

function reflectionsOf({ reflections, answers }: JourneyRows, asOf: Day): readonly SchoolReflection[] {
  const upTo = (day: Day | null): Day | null => (day !== null && day <= asOf ? day : null)
  return reflections
    .filter(({ heldOn }) => heldOn <= asOf)
    .map(({ urn, heldOn, month, sentOn, returnedOn, withdrawnOn }) => ({
      heldOn,
      month,
      dueOn: addMonths(heldOn, month),
      sentOn: upTo(sentOn),
      returnedOn: upTo(returnedOn),
      withdrawnOn: upTo(withdrawnOn),
      answers:
        upTo(returnedOn) === null
          ? []
          : answers.filter((answer) => answer.urn === urn && answer.heldOn === heldOn && answer.month === month),
    }))
}
