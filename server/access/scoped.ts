import { findSchool, type SchoolThroughTime } from '../../analytics/cohorts/find-school.ts'
import { schoolLines, type SchoolLine } from '../../analytics/cohorts/school-lines.ts'
import type { Audience } from '../../analytics/disclosure/audience.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import type { Day } from '../../analytics/framework/day.ts'
import type { Boundary, Position } from '../../analytics/framework/outline.ts'
import { termBefore, termOf, type Term } from '../../analytics/framework/term.ts'
import type { Asked, Measure } from '../../analytics/measures/measure.ts'
import type { DoubtfulFile } from '../../dashboards/pages/county-home-view.ts'
import type { RemarkShown } from '../../dashboards/parts/remarks.ts'
import type { Store } from '../../migrations/open.ts'
import type { AuditLogTable } from '../../migrations/tables.ts'
import type { EvidenceOf } from '../evidence.ts'
import { Mistake } from '../mistake.ts'
import { listLog, rowsOnPage, type LogWanted } from '../queries/audit-log.ts'
import { listBoundaries, listPlaces } from '../queries/boundaries.ts'
import { approveSnapshot, findApproved, findSnapshot } from '../queries/council-snapshot.ts'
import { readEvidence } from '../queries/evidence.ts'
import { findMoves, type FigureMoves } from '../queries/figure-moves.ts'
import { getHub, type Hub } from '../queries/hub.ts'
import { listDoubtful } from '../queries/import-file.ts'
import { findJourney, type JourneyRows } from '../queries/journey.ts'
import { listPeople, namesOf } from '../queries/person.ts'
import { listReceipts, type Receipt } from '../queries/receipt.ts'
import { listSourceRows, type SourceRow, type SourcesWanted } from '../queries/source-rows.ts'
import { findTrustOf, listUrnsOfTrust } from '../queries/trust.ts'
import { logged, note } from './audit-log.ts'
import { withoutFreeText } from './free-text.ts'
import { maySee, type Thing } from './may-see.ts'
import { notThere } from './not-there.ts'
import { remarksFor } from './remarks.ts'
import { audienceOf, type Person } from './person.ts'

/** A school with all that its reader may know of it. */
export interface SchoolSeen {
  readonly school: SchoolThroughTime
  readonly rows: JourneyRows
  /** Of the whole hub for its own people, else of this school alone. */
  readonly evidence: Evidence
  /** Whether what was written in words is there too. */
  readonly freeText: boolean
}

/** How a council stood at the end of a term, as it was known when that was frozen and approved. */
export interface Snapshot {
  readonly term: Term
  readonly approvedAt: string
  readonly evidence: Evidence
  readonly council: string
}

/** What councils would be shown of the last term, as the steward looks it over. */
export interface SnapshotDraft {
  readonly term: Term
  readonly evidence: Evidence
  /** When it was approved; null while nobody of a council is shown it. */
  readonly approvedAt: string | null
}

/**
 * The hub's data as one person may see it: the only door to data for those who answer requests. What is not for that
 * person is answered as what is not there.
 */
export interface Scoped {
  readonly person: Person
  /** As whom figures are disclosed to them. */
  readonly audience: Audience
  readonly hub: () => Promise<Hub>
  /** What is known of the whole hub, now or at an earlier data version. */
  readonly evidence: (at?: number) => Promise<Evidence>
  /** What was known of the whole hub at the end of a day; null where nothing was. */
  readonly evidenceKnownOn: (day: Day) => Promise<Evidence | null>
  readonly school: (urn: number, asOf: Day) => Promise<SchoolSeen>
  /** The schools of a trust user's trust, one each through time. */
  readonly schoolsOfTrust: (
    asOf: Day,
  ) => Promise<{ readonly evidence: Evidence; readonly schools: readonly SchoolLine[] }>
  /** How a council officer's council stood at the end of the last term that was approved; null where none was. */
  readonly snapshot: () => Promise<Snapshot | null>
  /** What councils would be shown of the last term, for the steward. */
  readonly snapshotDraft: () => Promise<SnapshotDraft>
  /** Approves that, as it was looked over at a data version. */
  readonly approveSnapshot: (dataVersion: number) => Promise<void>
  /** What people of the hub did, a page of it, with the people it may be asked of. */
  readonly auditLog: (wanted: LogWanted) => Promise<LogSeen>
  /** The files that wait for somebody to say which schools are meant. */
  readonly doubtful: () => Promise<readonly DoubtfulFile[]>
  readonly receipts: () => Promise<readonly Receipt[]>
  /** Where the hub's districts lie, and where its schools are, as was known at a data version. */
  readonly boundaries: (version: number) => Promise<readonly Boundary[]>
  readonly places: (version: number) => Promise<ReadonlyMap<number, Position>>
  /** What was remarked on figures, as far as it is for that person. */
  readonly remarks: () => Promise<readonly RemarkShown[]>
  /** Notes that something was handed out to keep: what, as it was asked for, and how many rows it has. */
  readonly exported: (what: string, asked: Asked, rows: number) => Promise<void>
  readonly sourceRows: (wanted: SourcesWanted) => Promise<readonly SourceRow[]>
  readonly figureMoves: <Figure>(
    measure: Pick<Measure<object, object>, 'from'>,
    figureAt: (version: number) => Promise<Figure | null>,
  ) => Promise<FigureMoves<Figure>>
}

/** A page of the audit log. */
export interface LogSeen {
  readonly found: number
  readonly pages: number
  readonly rows: readonly AuditLogTable[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

/** What the door is made of. */
export interface Sources {
  readonly store: Store
  readonly evidenceOf: EvidenceOf
  readonly today: () => Day
}

/** The door to data for one person. */
export function scoped({ store, evidenceOf, today }: Sources, person: Person): Scoped {
  const { hubId } = person
  const may = async (thing: Thing): Promise<void> => {
    if (maySee(person, thing)) return
    const { hubId: _, ...detail } = thing
    await note(store, { hubId, personId: person.id, action: 'access refused', detail })
    throw notThere()
  }
  const hub = () => getHub(store, hubId)
  const ofHub = async <T>(work: () => Promise<T>): Promise<T> => {
    await may({ is: 'hub', hubId })
    return work()
  }

  /** To whom the whole hub is not open, what is known of some of its schools alone. */
  const narrowed = async (whole: Evidence, urns: readonly number[]): Promise<Evidence> =>
    maySee(person, { is: 'hub', hubId }) ? whole : readEvidence(store, await hub(), { at: whole.dataVersion, urns })

  return {
    person,
    audience: audienceOf(person),
    hub,
    evidence: async (at) => ofHub(async () => evidenceOf(await hub(), at)),
    evidenceKnownOn: (day) =>
      ofHub(async () => {
        const known = (await listReceipts(store, hubId)).find(({ loadedAt }) => loadedAt.slice(0, 10) <= day)
        return known === undefined ? null : evidenceOf(await hub(), known.dataVersion)
      }),
    school: async (urn, asOf) => {
      const evidence = await evidenceOf(await hub())
      const school = findSchool(evidence, urn, asOf)
      if (school === null) throw notThere()
      const held = { hubId, urns: school.urns, trust: await findTrustOf(store, hubId, school.urns[0] ?? urn) }
      await may({ is: 'school', ...held })
      const freeText = maySee(person, { is: 'free text', ...held })
      const rows = await findJourney(store, hubId, school.urns)
      const seen = await narrowed(evidence, school.urns)
      return { school, evidence: seen, freeText, rows: freeText ? rows : withoutFreeText(rows) }
    },
    schoolsOfTrust: async (asOf) => {
      if (person.role !== 'trust user' || person.organisation === null) throw notThere()
      const evidence = await evidenceOf(await hub())
      const urns = new Set(await listUrnsOfTrust(store, hubId, person.organisation))
      const schools = schoolLines(evidence, asOf, {}).filter(({ urn }) => urns.has(urn))
      return { evidence: await narrowed(evidence, [...urns]), schools }
    },
    snapshot: async () => {
      const council = person.organisation ?? ''
      await may({ is: 'council', hubId, council })
      const served = await hub()
      const approved = await findApproved(store, hubId, termBefore(today()).lastOn)
      if (!(await evidenceOf(served)).area.some(({ la }) => la === council)) throw notThere()
      if (approved === null) return null
      const { asOf, dataVersion, approvedAt } = approved
      return { term: termOf(asOf), approvedAt, council, evidence: await evidenceOf(served, dataVersion) }
    },
    snapshotDraft: async () => {
      await may({ is: 'council reports', hubId })
      const [served, term] = [await hub(), termBefore(today())]
      const frozen = await findSnapshot(store, hubId, term.lastOn)
      return { term, approvedAt: frozen?.approvedAt ?? null, evidence: await evidenceOf(served, frozen?.dataVersion) }
    },
    approveSnapshot: async (dataVersion) => {
      await may({ is: 'council reports', hubId })
      const asOf = termBefore(today()).lastOn
      await logged(store, async (trx, log) => {
        const shown = (await findSnapshot(trx, hubId, asOf)) ?? (await getHub(trx, hubId))
        if (shown.dataVersion !== dataVersion)
          throw new Mistake('Something was loaded since you looked. Look again before you approve.')
        if (!(await approveSnapshot(trx, { hubId, asOf, dataVersion }, person.id))) return
        const detail = { asOf, dataVersion }
        await log({ hubId, personId: person.id, action: 'approved council reports', detail })
      })
    },
    auditLog: async (wanted) => {
      await may({ is: 'audit log', hubId })
      const { found, rows } = await listLog(store, hubId, wanted)
      const people = (await listPeople(store, hubId)).map(({ id, name }) => ({ id, name }))
      return { found, rows, people, pages: Math.max(1, Math.ceil(found / rowsOnPage)) }
    },
    remarks: () => remarksFor(store, person),
    doubtful: () => ofHub(() => listDoubtful(store, hubId)),
    boundaries: (version) => ofHub(() => listBoundaries(store, hubId, version)),
    places: (version) => ofHub(() => listPlaces(store, hubId, version)),
    receipts: () =>
      ofHub(async () => {
        const nameOf = await namesOf(store, hubId)
        const receipts = await listReceipts(store, hubId)
        return receipts.map((receipt) => ({ ...receipt, loadedBy: nameOf(receipt.loadedBy) }))
      }),
    exported: (what, { asOf, during, where }, rows) =>
      note(store, { hubId, personId: person.id, action: 'exported', detail: { what, asOf, during, where, rows } }),
    sourceRows: (wanted) => ofHub(() => listSourceRows(store, hubId, wanted)),
    figureMoves: (measure, figureAt) => ofHub(() => findMoves(store, hubId, measure, figureAt)),
  }
}
