import type { AcademicYear } from '../../analytics/framework/academic-year.ts'
import type { ReturnProfile } from '../../analytics/returns/profile.ts'
import type { Store } from '../../migrations/open.ts'
import { logged } from '../access/audit-log.ts'
import { Mistake } from '../mistake.ts'
import { findDataVersion } from '../queries/hub.ts'
import { findReturn, listReturns, listTexts, type ReturnIssue } from '../queries/return-issue.ts'
import { listTemplates } from '../queries/return-profile.ts'

/** Who does something to a return: a person of the hub, or whoever runs the machine. */
export interface Actor {
  readonly id: string
  readonly hubId: number
}

const now = (): string => new Date().toISOString()

/** Says that a return is not in the state in which this can be done. */
export function expectState({ state }: ReturnIssue, ...wanted: readonly ReturnIssue['state'][]): void {
  if (wanted.includes(state)) return
  throw new Mistake(
    state === 'frozen'
      ? 'This return is frozen, and is never changed. Re-issue it instead.'
      : `This return is ${state === 'approved' ? 'approved: open it again first' : 'a draft: approve it first'}.`,
  )
}

/** Drafts the return of a year from the newest data; gives its number. One that is there already is re-issued instead. */
export const draftReturn = (store: Store, { id: by, hubId }: Actor, profile: ReturnProfile, year: AcademicYear) =>
  logged(store, async (trx, log) => {
    const known = (await listReturns(trx, hubId)).find(
      (each) => each.profile === profile.id && each.academicYear === year,
    )
    if (known !== undefined)
      throw new Mistake(
        known.state === 'frozen'
          ? 'This year’s return is frozen already: re-issue it, and say why.'
          : 'There is a draft of this year’s return already.',
      )
    const id = await insert(trx, { hubId, by, profile, year, issue: 1, reissues: null, reason: '' })
    await log({ hubId, personId: by, action: 'drafted a return', detail: { return: id, profile: profile.id, year } })
    return id
  })

interface NewIssue {
  readonly hubId: number
  readonly by: string
  readonly profile: ReturnProfile
  readonly year: AcademicYear
  readonly issue: number
  readonly reissues: number | null
  readonly reason: string
}

async function insert(trx: Store, { hubId, by, profile, year, issue, reissues, reason }: NewIssue): Promise<number> {
  const template = (await listTemplates(trx, hubId)).find((each) => each.profile === profile.id)
  const { id } = await trx
    .insertInto('returnIssue')
    .values((eb) => ({
      id: eb
        .selectFrom('returnIssue')
        .select((eb) => eb(eb.fn.coalesce(eb.fn.max('id'), eb.lit(0)), '+', eb.lit(1)).as('id')),
      hubId,
      profile: profile.id,
      academicYear: year,
      issue,
      reissues,
      reason,
      state: 'draft' as const,
      dataVersion: eb.selectFrom('hub').select('dataVersion').where('id', '=', hubId),
      body: JSON.stringify(profile),
      templateId: template?.id ?? null,
      madeAt: now(),
      madeBy: by,
      approvedAt: null,
      approvedBy: null,
      frozenAt: null,
      frozenBy: null,
      figures: null,
    }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Drafts the next issue of a frozen return from the newest data, with what was written in it; gives its number. */
export const reissueReturn = (
  store: Store,
  { id: by, hubId }: Actor,
  frozen: ReturnIssue,
  { profile, reason }: { readonly profile: ReturnProfile; readonly reason: string },
) =>
  logged(store, async (trx, log) => {
    expectFrozen(frozen)
    if (reason.trim() === '') throw new Mistake('Say why the return is issued again.')
    const { academicYear: year, id: reissues } = frozen
    const others = (await listReturns(trx, hubId)).filter(
      (each) => each.profile === frozen.profile && each.academicYear === year,
    )
    if (others.some(({ state }) => state !== 'frozen')) throw new Mistake('There is a draft of the next issue already.')
    const issue = Math.max(...others.map((each) => each.issue)) + 1
    const id = await insert(trx, { hubId, by, profile, year, issue, reissues, reason: reason.trim() })
    const texts = new Map((await listTexts(trx, reissues)).map((text) => [text.narrative, text]))
    for (const { narrative, text, writtenAt, writtenBy } of texts.values())
      await trx
        .insertInto('returnText')
        .values({ returnId: id, narrative, number: 1, text, writtenAt, writtenBy })
        .execute()
    await log({ hubId, personId: by, action: 're-issued a return', detail: { return: id, reissues, issue } })
    return id
  })

function expectFrozen(issue: ReturnIssue): void {
  if (issue.state !== 'frozen') throw new Mistake('Only a frozen return is issued again: change the draft instead.')
}

/** Writes the text of a narrative into a draft; what was there before is kept. */
export const writeText = (
  store: Store,
  { id: by, hubId }: Actor,
  issue: ReturnIssue,
  { narrative, text }: { readonly narrative: string; readonly text: string },
) =>
  logged(store, async (trx, log) => {
    expectState(issue, 'draft')
    if (!issue.body.narratives.some(({ id }) => id === narrative))
      throw new Mistake(`there is no narrative ${narrative}`)
    const written = (await listTexts(trx, issue.id)).filter((each) => each.narrative === narrative)
    const clean = text.replaceAll(/\r\n?/g, '\n').trim()
    if ((written.at(-1)?.text ?? '') === clean) return
    const number = written.length + 1
    const row = { returnId: issue.id, narrative, number, text: clean, writtenAt: now(), writtenBy: by }
    await trx.insertInto('returnText').values(row).execute()
    await log({ hubId, personId: by, action: 'wrote in a return', detail: { return: issue.id, narrative, number } })
  })

/** Has a draft fill in the newest template of its profile; its data stay as they are. */
export const takeTemplate = (store: Store, { id: by, hubId }: Actor, issue: ReturnIssue) =>
  logged(store, async (trx, log) => {
    expectState(issue, 'draft')
    const template = (await listTemplates(trx, hubId)).find((each) => each.profile === issue.profile)
    const templateId = template?.id ?? null
    await trx.updateTable('returnIssue').set({ templateId }).where('id', '=', issue.id).execute()
    const detail = { return: issue.id, template: templateId }
    await log({ hubId, personId: by, action: 'brought a return up to date', detail })
  })

/** Takes a draft to the newest data, profile and template. */
export const refreshReturn = (store: Store, { id: by, hubId }: Actor, issue: ReturnIssue, profile: ReturnProfile) =>
  logged(store, async (trx, log) => {
    expectState(issue, 'draft')
    const dataVersion = await findDataVersion(trx, hubId)
    const template = (await listTemplates(trx, hubId)).find((each) => each.profile === issue.profile)
    await trx
      .updateTable('returnIssue')
      .set({ dataVersion, body: JSON.stringify(profile), templateId: template?.id ?? null })
      .where('id', '=', issue.id)
      .execute()
    await log({ hubId, personId: by, action: 'brought a return up to date', detail: { return: issue.id, dataVersion } })
  })

/** Approves a draft by somebody with a name. What keeps it from being approved is for the one who asks to look at first. */
export const approveReturn = (store: Store, { id: by, hubId }: Actor, issue: ReturnIssue, warnings: number) =>
  logged(store, async (trx, log) => {
    expectState(issue, 'draft')
    await expectUnchanged(trx, issue)
    const { dataVersion, id } = issue
    await trx
      .updateTable('returnIssue')
      .set({ state: 'approved', approvedAt: now(), approvedBy: by })
      .where('id', '=', id)
      .execute()
    await log({ hubId, personId: by, action: 'approved a return', detail: { return: id, dataVersion, warnings } })
  })

/** Opens an approved return again, so that it can be changed; it must then be approved anew. */
export const reopenReturn = (store: Store, { id: by, hubId }: Actor, issue: ReturnIssue) =>
  logged(store, async (trx, log) => {
    expectState(issue, 'approved')
    await trx
      .updateTable('returnIssue')
      .set({ state: 'draft', approvedAt: null, approvedBy: null })
      .where('id', '=', issue.id)
      .where('state', '=', 'approved')
      .execute()
    await log({ hubId, personId: by, action: 'opened a return again', detail: { return: issue.id } })
  })

/** Refuses where somebody else has changed the return since it was read. */
export async function expectUnchanged(trx: Store, { id, hubId, state, dataVersion }: ReturnIssue): Promise<void> {
  const found = await findReturn(trx, hubId, id)
  if (found?.state !== state || found.dataVersion !== dataVersion)
    throw new Mistake('Somebody else has changed this return since you opened it. Open it again.')
}
