import type { Evidence } from '../../analytics/evidence/evidence.ts'
import type { Day } from '../../analytics/framework/day.ts'
import { checkReturn, type Finding } from '../../analytics/returns/check.ts'
import { returnFigures, type ReturnFigure } from '../../analytics/returns/figures.ts'
import type { Store } from '../../migrations/open.ts'
import type { EvidenceOf } from '../evidence.ts'
import { getHub } from '../queries/hub.ts'
import { findReturn, listReturns, listTexts, type ReturnIssue } from '../queries/return-issue.ts'

/** What returns are made of. */
export interface ReturnSources {
  readonly store: Store
  readonly evidenceOf: EvidenceOf
  readonly today: () => Day
}

/** A return with its figures, what was written in it and what there is to be said of it. */
export interface ReturnSeen {
  readonly issue: ReturnIssue
  readonly evidence: Evidence
  readonly figures: readonly ReturnFigure[]
  /** What is written for each narrative now, by its id. */
  readonly texts: ReadonlyMap<string, string>
  readonly findings: readonly Finding[]
  /** The figures of the issue that this one takes the place of; null for a first issue. */
  readonly before: readonly ReturnFigure[] | null
}

/** A return as it stands: figures and findings worked out at its data version, or as they were kept. */
export async function seeReturn({ store, evidenceOf, today }: ReturnSources, issue: ReturnIssue): Promise<ReturnSeen> {
  const { body: profile, academicYear: year, dataVersion, kept, hubId } = issue
  const evidence = await evidenceOf(await getHub(store, hubId), dataVersion)
  const figures = kept?.figures ?? returnFigures(profile, evidence, year)
  const texts = new Map((await listTexts(store, issue.id)).map(({ narrative, text }) => [narrative, text]))
  const lastYear = await frozenOf(store, issue, year - 1)
  const draft = { profile, year, evidence, figures, texts, today: today(), lastYear }
  return {
    issue,
    evidence,
    figures,
    texts,
    findings: kept?.findings ?? checkReturn(draft),
    before: issue.reissues === null ? null : ((await findReturn(store, hubId, issue.reissues))?.kept?.figures ?? null),
  }
}

/** The last frozen return of the same profile for a year; null where there is none. */
async function frozenOf(store: Store, { hubId, profile }: ReturnIssue, year: number) {
  const issues = await listReturns(store, hubId)
  const found = issues.find((each) => each.profile === profile && each.academicYear === year && each.kept !== null)
  return found === undefined || found.kept === null ? null : { profile: found.body, figures: found.kept.figures }
}
