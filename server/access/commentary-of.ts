import { schoolsNamed } from '../../analytics/cohorts/schools-named.ts'
import { findMeasure } from '../../analytics/measures/index.ts'
import type { RemarkTable } from '../../migrations/tables.ts'
import type { EvidenceOf } from '../evidence.ts'
import type { Store } from '../../migrations/open.ts'
import { Mistake } from '../mistake.ts'
import { getHub } from '../queries/hub.ts'
import { namesOf } from '../queries/person.ts'
import { findRemark, listRemarks, standing } from '../queries/remark.ts'
import { logged } from './audit-log.ts'
import { mayKnow } from './may-ask.ts'
import { maySee } from './may-see.ts'
import { notThere } from './not-there.ts'
import type { Person } from './person.ts'

/** On what is remarked: a page, or a figure wherever it stands, with the schools that it shows. */
export interface RemarkPlace {
  readonly page: string
  readonly measure: string
  readonly scope: string
}

/** What somebody wants to remark. */
export interface NewRemark extends RemarkPlace {
  readonly text: string
  readonly meantFor: 'hub' | 'council'
  readonly replaces: number | null
  /** Whether schools that it names are to stand. */
  readonly isNamed: boolean
}

/** The commentary of a hub, for its people. */
export interface Commentary {
  /** All that was remarked on a place, the newest first, what is over included. */
  readonly at: (
    place: RemarkPlace,
  ) => Promise<{ readonly remarks: readonly RemarkTable[]; readonly nameOf: (id: string) => string }>
  /** Writes a remark; gives the schools that it names where that is still to be said yes to, and then writes nothing. */
  readonly write: (remark: NewRemark) => Promise<readonly string[]>
  readonly approve: (id: number) => Promise<void>
  readonly withdraw: (id: number) => Promise<void>
}

const most = 2000

/** The commentary of somebody's hub; to those who are not of it there is none. */
export function commentaryOf(
  { store, evidenceOf }: { readonly store: Store; readonly evidenceOf: EvidenceOf },
  person: Person,
): Commentary {
  const { hubId, id: by } = person
  if (!maySee(person, { is: 'hub', hubId })) throw notThere()
  const find = async (id: number): Promise<RemarkTable> => {
    const found = await findRemark(store, hubId, id)
    if (found === undefined || !mayKnow(person, found)) throw notThere()
    return found
  }
  const isOf =
    ({ page, measure, scope }: RemarkPlace) =>
    (remark: RemarkTable) =>
      remark.page === page && remark.measure === measure && remark.scope === scope
  return {
    at: async (place) => {
      if (!mayKnow(person, place)) throw notThere()
      return {
        remarks: (await listRemarks(store, hubId)).filter(isOf(place)),
        nameOf: await namesOf(store, hubId),
      }
    },
    write: async ({ page, measure, scope, text, meantFor, replaces, isNamed }) => {
      const said = text.replaceAll(/\r\n?/g, '\n').trim()
      if (said === '') throw new Mistake('Enter what there is to say')
      if (said.length > most) throw new Mistake(`It may have ${most} characters at most`)
      const isPlace = measure === '' ? /^\/[\w/-]*$/.test(page) : page === '' && findMeasure(measure) !== undefined
      if (!isPlace || scope.length > 500 || !mayKnow(person, { page, measure })) throw notThere()
      if (meantFor === 'council' && !mayKnow({ role: 'council officer' }, { page, measure }))
        throw new Mistake('This is for the hub leader alone: the council is not told of it')
      const before = standing(await listRemarks(store, hubId)).find(({ id }) => id === replaces)
      if (replaces !== null && (before === undefined || !isOf({ page, measure, scope })(before))) throw notThere()
      const hub = await getHub(store, hubId)
      const evidence = await evidenceOf(hub)
      const named = schoolsNamed(evidence, said)
      if (named.length > 0 && meantFor === 'council')
        throw new Mistake(`What the council reads names no school: leave out ${named.join(', ')}`)
      if (named.length > 0 && !isNamed) return named
      const now = new Date().toISOString()
      const row = { hubId, page, measure, scope, text: said, meantFor, replaces, writtenAt: now, writtenBy: by }
      const undone = { approvedAt: null, approvedBy: null, withdrawnAt: null, withdrawnBy: null }
      await logged(store, async (trx, log) => {
        const { id } = await trx
          .insertInto('remark')
          .values((eb) => ({
            id: eb
              .selectFrom('remark')
              .select((eb) => eb(eb.fn.coalesce(eb.fn.max('id'), eb.lit(0)), '+', eb.lit(1)).as('id')),
            ...row,
            dataVersion: evidence.dataVersion,
            ...undone,
          }))
          .returning('id')
          .executeTakeFirstOrThrow()
        await log({
          hubId,
          personId: by,
          action: 'remarked on a figure',
          detail: { remark: id, page, measure, scope, meantFor, replaces },
        })
      })
      return []
    },
    approve: async (id) => {
      const remark = await find(id)
      if (person.role !== 'data steward') throw notThere()
      if (remark.meantFor !== 'council' || remark.approvedAt !== null || remark.withdrawnAt !== null)
        throw new Mistake('This remark is not waiting to be approved for the council.')
      const approved = { approvedAt: new Date().toISOString(), approvedBy: by }
      await logged(store, async (trx, log) => {
        await trx.updateTable('remark').set(approved).where('id', '=', id).execute()
        await log({ hubId, personId: by, action: 'approved a remark', detail: { remark: id } })
      })
    },
    withdraw: async (id) => {
      const remark = await find(id)
      if (remark.writtenBy !== by && person.role !== 'data steward')
        throw new Mistake('A remark is withdrawn by whoever made it, or by the data steward.')
      if (remark.withdrawnAt !== null) return
      const withdrawn = { withdrawnAt: new Date().toISOString(), withdrawnBy: by }
      await logged(store, async (trx, log) => {
        await trx.updateTable('remark').set(withdrawn).where('id', '=', id).execute()
        await log({ hubId, personId: by, action: 'withdrew a remark', detail: { remark: id } })
      })
    },
  }
}
