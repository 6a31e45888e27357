import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { ReturnProfile } from '../../analytics/returns/profile.ts'
import { readProfile } from '../../analytics/returns/read-profile.ts'
import type { Store } from '../../migrations/open.ts'
import { Mistake } from '../mistake.ts'

/** The profiles that come with the program. */
const shipped = ['arts-council'] as const

/** The profile that a text in JSON is, or a mistake that says in words why it is none. */
export function profileIn(text: string): ReturnProfile {
  const read = readProfile(jsonIn(text))
  if ('profile' in read) return read.profile
  throw new Mistake(`this is no return profile: ${read.wrong.join('; ')}`)
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Mistake('this is no return profile: it is not written in JSON')
  }
}

/** The return profiles of a hub by their ids: its own, the newest of each, and those that come with the program. */
export async function listProfiles(store: Store, hubId: number): Promise<readonly ReturnProfile[]> {
  const own = await store.selectFrom('returnProfile').select('body').where('hubId', '=', hubId).orderBy('id').execute()
  const texts = [
    ...shipped.map((id) => readFileSync(new URL(`${id}.json`, import.meta.url), 'utf8')),
    ...own.map(({ body }) => body),
  ]
  const profiles = new Map(texts.map(profileIn).map((profile) => [profile.id, profile]))
  return [...profiles.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** A template without its bytes. */
export interface TemplateKnown {
  readonly id: number
  readonly profile: string
  readonly name: string
  readonly hash: string
  readonly addedAt: string
}

/** The newest template of each profile of a hub. */
export async function listTemplates(store: Store, hubId: number): Promise<readonly TemplateKnown[]> {
  const rows = await store
    .selectFrom('returnTemplate')
    .select(['id', 'profile', 'name', 'hash', 'addedAt'])
    .where('hubId', '=', hubId)
    .orderBy('id')
    .execute()
  return [...new Map(rows.map((row) => [row.profile, row])).values()]
}

/** A template of a hub with its bytes. */
export const getTemplate = (store: Store, hubId: number, id: number): Promise<{ name: string; bytes: Uint8Array }> =>
  store
    .selectFrom('returnTemplate')
    .select(['name', 'bytes'])
    .where('hubId', '=', hubId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** SHA-256 of a file's bytes. */
export const fileHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
