import { numbersOf } from '../../analytics/evidence/columns.ts'
import { comparableAudits } from '../../analytics/evidence/comparable.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { textOrder } from '../../analytics/evidence/text-order.ts'
import { closedStatus } from '../../analytics/framework/establishment.ts'
import { awardMonths } from '../../analytics/framework/award.ts'
import { academicYearOf } from '../../analytics/framework/academic-year.ts'
import { addMonths, dayNumber, type Day } from '../../analytics/framework/day.ts'
import { phaseOf } from '../../analytics/framework/phase.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { schoolRow, type SchoolThroughTime } from '../../analytics/cohorts/find-school.ts'
import type {
  SchoolAudit,
  SchoolIdentity,
  SchoolReflection,
  SchoolView,
  SchoolYearKnown,
} from '../../dashboards/pages/school.ts'
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
    years: yearsOf(rows, urns, asOf),
  }
}

/** What is known of the school by academic year, the oldest first: of several URNs the one that speaks first. */
function yearsOf({ years, fsm }: JourneyRows, urns: readonly number[], asOf: Day): readonly SchoolYearKnown[] {
  const now = academicYearOf(asOf)
  const known = [...new Set([...years, ...fsm].map(({ academicYear }) => academicYear))].filter((year) => year <= now)
  return known
    .toSorted((a, b) => a - b)
    .map((year) => {
      const ofYear = urns.flatMap((urn) => years.filter((row) => row.urn === urn && row.academicYear === year))
      const meals = urns.flatMap((urn) => fsm.filter((row) => row.urn === urn && row.academicYear === year))[0]
      const first = <K extends keyof (typeof ofYear)[number]>(key: K) =>
        ofYear.find((row) => row[key] !== null)?.[key] ?? null
      return {
        year,
        pupils: first('pupils'),
        fsm: meals === undefined || meals.percent === null ? null : { percent: meals.percent, basis: meals.basis },
        send: first('sendPercent'),
        deprivation: first('deprivationDecile'),
        settlement: first('ruralUrban'),
      }
    })
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
    openOn: row.openOn,
    closedOn: row.status === closedStatus ? row.closeOn : null,
    formerly: urns
      .toReversed()
      .flatMap((urn) => register.filter((other) => other.urn === urn && urn !== speaker))
      .map(({ urn, name, openOn, closeOn }) => ({ urn, name, openOn, closedOn: closeOn })),
  }
}

function auditsOf(rows: JourneyRows, evidence: Evidence, asOf: Day): readonly SchoolAudit[] {
  const audits = rows.audits
    .filter(({ heldOn }) => heldOn <= asOf)
    .toSorted((a, b) => textOrder(a.heldOn, b.heldOn) || a.urn - b.urn)
  const comparable = comparableAudits(evidence)
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
    comparable: at > 0 && comparable(auditRow(evidence, audits[at - 1]!), auditRow(evidence, { urn, heldOn })),
  }))
}

/** The row of an audit in the evidence, where a blank framework is the one in use on its day. */
function auditRow(evidence: Evidence, audit: { readonly urn: number; readonly heldOn: Day }): number {
  const { audits, starts } = evidence
  const [urnOf, heldOn, day] = [numbersOf(audits, 'urn'), numbersOf(audits, 'heldOn'), dayNumber(audit.heldOn)]
  const school = schoolRow(evidence, audit.urn)
  if (school === null) return -1
  for (let row = starts.audits[school]!; row < starts.audits[school + 1]!; row++)
    if (urnOf[row] === audit.urn && heldOn[row] === day) return row
  return -1
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
