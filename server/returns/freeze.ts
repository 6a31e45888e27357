import type { ReturnReport } from '../../dashboards/workbooks/arts-council-return.ts'
import { returnFigures } from '../../analytics/returns/figures.ts'
import { logged } from '../access/audit-log.ts'
import { Mistake } from '../mistake.ts'
import { listFiles, type Kept, type ReturnIssue } from '../queries/return-issue.ts'
import { fileHash, getTemplate } from '../queries/return-profile.ts'
import { listCommentary } from '../queries/remark.ts'
import { londonDay } from '../today.ts'
import { writeFiles, type ReturnFile } from './files.ts'
import { seeReturn, type ReturnSeen, type ReturnSources } from './seen.ts'
import { expectUnchanged, type Actor } from './write.ts'

/** The last of what a return says: fixed by now or when it was frozen. */
interface Fixed {
  readonly frozenAt: string
  readonly kept: Pick<Kept, 'figures' | 'commentary'>
}

const dayOf = (instant: string): string => londonDay(new Date(instant))

function reportOf({ issue, evidence, texts, before }: ReturnSeen, { frozenAt, kept }: Fixed): ReturnReport {
  const { body: profile, academicYear: year, approvedAt, reason, dataVersion } = issue
  return {
    hub: evidence.hub,
    profile,
    year,
    issue: issue.issue,
    reason,
    dataVersion,
    extractOn: evidence.extractOn,
    approvedOn: dayOf(approvedAt ?? frozenAt),
    producedOn: dayOf(frozenAt),
    figures: kept.figures,
    before,
    texts,
    commentary: kept.commentary,
    councils: evidence.councilNames,
  }
}

async function filesOf({ store }: ReturnSources, seen: ReturnSeen, fixed: Fixed): Promise<readonly ReturnFile[]> {
  const { hubId, templateId } = seen.issue
  return writeFiles(reportOf(seen, fixed), templateId === null ? null : await getTemplate(store, hubId, templateId))
}

/** Freezes an approved return: its files, their hashes and its figures are kept for ever. */
export async function freezeReturn(
  sources: ReturnSources,
  { id: by, hubId }: Actor,
  issue: ReturnIssue,
): Promise<void> {
  if (issue.state !== 'approved')
    throw new Mistake(
      issue.state === 'frozen'
        ? 'This return is frozen already.'
        : 'Only an approved return is frozen: have it approved first.',
    )
  const { store } = sources
  const seen = await seeReturn(sources, issue)
  const frozenAt = new Date().toISOString()
  const commentary = await listCommentary(store, hubId, issue.body)
  const kept: Kept = { figures: seen.figures, findings: seen.findings, commentary }
  const files = await filesOf(sources, seen, { frozenAt, kept })
  await logged(store, async (trx, log) => {
    await expectUnchanged(trx, issue)
    for (const { name, bytes } of files)
      await trx
        .insertInto('returnFile')
        .values({ returnId: issue.id, name, hash: fileHash(bytes), bytes: Buffer.from(bytes) })
        .execute()
    const frozen = { state: 'frozen' as const, frozenAt, frozenBy: by, figures: JSON.stringify(kept) }
    await trx.updateTable('returnIssue').set(frozen).where('id', '=', issue.id).execute()
    const hashes = Object.fromEntries(files.map(({ name, bytes }) => [name, fileHash(bytes)]))
    const detail = { return: issue.id, dataVersion: issue.dataVersion, files: hashes }
    await log({ hubId, personId: by, action: 'froze a return', detail })
  })
}

/** A file of a frozen return, made again from the data version it was frozen at. */
export interface Reproduced {
  readonly name: string
  readonly isSame: boolean
}

/** Makes all files of a frozen return again, figures and all, and says which are to the byte what was frozen. */
export async function reproduceReturn(sources: ReturnSources, issue: ReturnIssue): Promise<readonly Reproduced[]> {
  const { kept, frozenAt } = issue
  if (kept === null || frozenAt === null) throw new Mistake('Only a frozen return can be made again and compared.')
  const seen = await seeReturn(sources, issue)
  const figures = returnFigures(issue.body, seen.evidence, issue.academicYear)
  const made = await filesOf(sources, seen, { frozenAt, kept: { ...kept, figures } })
  const hashes = new Map(made.map(({ name, bytes }) => [name, fileHash(bytes)]))
  const known = await listFiles(sources.store, issue.id)
  return known.map(({ name, hash }) => ({ name, isSame: hashes.get(name) === hash }))
}
