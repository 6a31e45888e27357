import type { AcademicYear } from '../../analytics/framework/academic-year.ts'
import type { ReturnProfile } from '../../analytics/returns/profile.ts'
import type { Finding } from '../../analytics/returns/check.ts'
import { fillTemplate, type Entry } from '../../dashboards/workbooks/template/fill-template.ts'
import { logged, note } from '../access/audit-log.ts'
import { maySee } from '../access/may-see.ts'
import { notThere } from '../access/not-there.ts'
import type { Person } from '../access/person.ts'
import { Mistake } from '../mistake.ts'
import { findDataVersion } from '../queries/hub.ts'
import { namesOf } from '../queries/person.ts'
import { findFile, findReturn, listFiles, listReturns, type ReturnIssue } from '../queries/return-issue.ts'
import {
  fileHash,
  getTemplate,
  listProfiles,
  listTemplates,
  profileIn,
  type TemplateKnown,
} from '../queries/return-profile.ts'
import { listRemarks, standing } from '../queries/remark.ts'
import { compareReturns, type Comparison } from './compare.ts'
import { odsName } from '../wrapping/ods.ts'
import { entriesOf, ownWorkbook } from './files.ts'
import { freezeReturn, reproduceReturn, type Reproduced } from './freeze.ts'
import { seeReturn, type ReturnSeen, type ReturnSources } from './seen.ts'
import {
  approveReturn,
  draftReturn,
  expectState,
  refreshReturn,
  reissueReturn,
  reopenReturn,
  takeTemplate,
  writeText,
  type Actor,
} from './write.ts'

/** A return as its page shows it. */
export interface ReturnShown extends ReturnSeen {
  readonly files: readonly { readonly name: string; readonly hash: string }[]
  readonly template: TemplateKnown | null
  /** The newest data version there is. */
  readonly newest: number
  /** The other returns it can be compared with. */
  readonly others: readonly ReturnIssue[]
  /** What was remarked on its measures, the newest first: to draw on where something is told in words. */
  readonly remarks: readonly { readonly text: string; readonly measure: string; readonly writtenAt: string }[]
  readonly nameOf: (id: string) => string
}

/** The returns of a hub, for those who look after them. */
export interface Returns {
  readonly profiles: () => Promise<readonly ReturnProfile[]>
  readonly templates: () => Promise<readonly TemplateKnown[]>
  readonly list: () => Promise<{ readonly issues: readonly ReturnIssue[]; readonly nameOf: (id: string) => string }>
  readonly see: (id: number) => Promise<ReturnShown>
  readonly draft: (profile: string, year: AcademicYear) => Promise<number>
  readonly write: (id: number, narrative: string, text: string) => Promise<void>
  readonly refresh: (id: number) => Promise<void>
  readonly approve: (id: number) => Promise<void>
  readonly reopen: (id: number) => Promise<void>
  readonly freeze: (id: number) => Promise<void>
  readonly reissue: (id: number, reason: string) => Promise<number>
  readonly reproduce: (id: number) => Promise<readonly Reproduced[]>
  readonly file: (id: number, name: string) => Promise<Uint8Array>
  /** The return's own workbook, by the name it has as OpenDocument, to be written as that. */
  readonly toOpen: (id: number, name: string) => Promise<Uint8Array>
  readonly compare: (one: number, other: number) => Promise<Comparison>
  readonly addProfile: (text: string) => Promise<ReturnProfile>
  readonly addTemplate: (profile: string, name: string, bytes: Uint8Array) => Promise<void>
  /** Adds the recipient's workbook to the profile of a draft, which then fills it in. */
  readonly takeTemplate: (id: number, name: string, bytes: Uint8Array) => Promise<void>
}

/** Who looks after returns: a person, or whoever runs the machine, who has no name. */
export type Keeper = Pick<Person, 'id' | 'hubId' | 'role'>

/** The returns of somebody's hub; to those who do not look after them there are none. */
export function returnsOf(sources: ReturnSources, keeper: Keeper, isNamed = true): Returns {
  const { store } = sources
  const { hubId } = keeper
  const by: Actor = { id: keeper.id, hubId }
  if (!maySee({ ...keeper, name: '', organisation: null, assigned: [] }, { is: 'returns', hubId })) throw notThere()
  const find = async (id: number): Promise<ReturnIssue> => {
    const issue = Number.isSafeInteger(id) ? await findReturn(store, hubId, id) : null
    if (issue === null) throw notThere()
    return issue
  }
  const profileOf = async (id: string): Promise<ReturnProfile> => {
    const profiles = await listProfiles(store, hubId)
    const found = profiles.find((profile) => profile.id === id)
    if (found === undefined)
      throw new Mistake(`there is no return profile "${id}": use ${profiles.map((profile) => profile.id).join(', ')}`)
    return found
  }
  const seen = async (id: number): Promise<ReturnSeen> => {
    const found = await seeReturn(sources, await find(id))
    const wrong = found.issue.kept === null ? await templateFindings(sources, found) : []
    return { ...found, findings: [...wrong, ...found.findings] }
  }
  const named = (): void => {
    if (!isNamed)
      throw new Mistake('A return is approved by somebody with a name: say who, with --by and their sign-in name.')
  }

  /** A file of a return; that it was handed out is noted by the name it was asked for. */
  const handOut = async ({ id }: ReturnIssue, name: string, asked: string): Promise<Uint8Array> => {
    const found = await findFile(store, id, name)
    if (found === undefined) throw notThere()
    await note(store, { hubId, personId: by.id, action: 'exported', detail: { what: asked, return: id } })
    return found.bytes
  }

  const addTemplate: Returns['addTemplate'] = async (profile, name, bytes) => {
    const known = await profileOf(profile)
    const entries = everyCell(known)
    if (entries.length === 0)
      throw new Mistake(`The profile ${known.id} names no cells to fill in: add one that does before its workbook.`)
    const filled = fillTemplate(bytes, entries)
    if ('wrong' in filled) throw new Mistake(`${name}: ${filled.wrong.join('; ')}`)
    const hash = fileHash(bytes)
    await logged(store, async (trx, log) => {
      await trx
        .insertInto('returnTemplate')
        .values((eb) => ({
          id: eb
            .selectFrom('returnTemplate')
            .select((eb) => eb(eb.fn.coalesce(eb.fn.max('id'), eb.lit(0)), '+', eb.lit(1)).as('id')),
          hubId,
          profile: known.id,
          name,
          hash,
          bytes: Buffer.from(bytes),
          ...addedBy(by),
        }))
        .execute()
      await log({ hubId, personId: by.id, action: 'added a return template', detail: { profile: known.id, hash } })
    })
  }

  return {
    profiles: () => listProfiles(store, hubId),
    templates: () => listTemplates(store, hubId),
    list: async () => ({ issues: await listReturns(store, hubId), nameOf: await namesOf(store, hubId) }),
    see: async (id) => {
      const found = await seen(id)
      const { issue } = found
      const measures = new Set(issue.body.indicators.map(({ numerator }) => numerator.measure))
      const remarks = standing(await listRemarks(store, hubId)).filter(({ measure }) => measures.has(measure))
      return {
        ...found,
        files: await listFiles(store, id),
        template: (await listTemplates(store, hubId)).find((each) => each.profile === issue.profile) ?? null,
        newest: await findDataVersion(store, hubId),
        others: (await listReturns(store, hubId)).filter((each) => each.id !== id && each.profile === issue.profile),
        remarks,
        nameOf: await namesOf(store, hubId),
      }
    },
    draft: async (profile, year) => draftReturn(store, by, await profileOf(profile), year),
    write: async (id, narrative, text) => writeText(store, by, await find(id), { narrative, text }),
    refresh: async (id) => {
      const issue = await find(id)
      await refreshReturn(store, by, issue, await profileOf(issue.profile))
    },
    approve: async (id) => {
      named()
      const { issue, findings } = await seen(id)
      const errors = findings.filter(({ severity }) => severity === 'error')
      if (errors.length > 0)
        throw new Mistake(`This return cannot be approved yet: ${errors.map(({ said }) => said).join(' ')}`)
      await approveReturn(store, by, issue, findings.length)
    },
    reopen: async (id) => reopenReturn(store, by, await find(id)),
    freeze: async (id) => freezeReturn(sources, by, await find(id)),
    reissue: async (id, reason) => {
      const issue = await find(id)
      return reissueReturn(store, by, issue, { profile: await profileOf(issue.profile), reason })
    },
    reproduce: async (id) => reproduceReturn(sources, await find(id)),
    file: async (id, name) => handOut(await find(id), name, name),
    toOpen: async (id, name) => {
      const issue = await find(id)
      const own = ownWorkbook(issue)
      if (name !== odsName(own)) throw notThere()
      return handOut(issue, own, name)
    },
    compare: async (one, other) => compareReturns(sources, await find(one), await find(other)),
    addProfile: async (text) => {
      const profile = profileIn(text)
      const row = { hubId, profile: profile.id, body: JSON.stringify(profile), ...addedBy(by) }
      await logged(store, async (trx, log) => {
        await trx
          .insertInto('returnProfile')
          .values((eb) => ({
            id: eb
              .selectFrom('returnProfile')
              .select((eb) => eb(eb.fn.coalesce(eb.fn.max('id'), eb.lit(0)), '+', eb.lit(1)).as('id')),
            ...row,
          }))
          .execute()
        const detail = { profile: profile.id, version: profile.template.version }
        await log({ hubId, personId: by.id, action: 'added a return profile', detail })
      })
      return profile
    },
    addTemplate,
    takeTemplate: async (id, name, bytes) => {
      const issue = await find(id)
      expectState(issue, 'draft')
      await addTemplate(issue.profile, name, bytes)
      await takeTemplate(store, by, issue)
    },
  }
}

/** Something in every cell of the recipient's workbook that a profile names. */
const everyCell = (profile: ReturnProfile): readonly Entry[] =>
  entriesOf(
    profile,
    profile.indicators.map(({ id }) => ({ indicator: id, of: '', number: 0, denominator: 0, percent: 0 })),
    new Map(),
  )

const addedBy = ({ id }: Actor) => ({ addedAt: new Date().toISOString(), addedBy: id })

/** Whatever keeps the recipient's template from being filled in, as errors. */
async function templateFindings(
  { store }: ReturnSources,
  { issue, figures, texts }: ReturnSeen,
): Promise<readonly Finding[]> {
  if (issue.templateId === null) return []
  const { name, bytes } = await getTemplate(store, issue.hubId, issue.templateId)
  const filled = fillTemplate(bytes, entriesOf(issue.body, figures, texts))
  if ('bytes' in filled) return []
  return filled.wrong.map((wrong) => ({ severity: 'error', code: 'template', at: null, said: `${name}: ${wrong}.` }))
}
