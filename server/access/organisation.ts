import { organisationOf, type Role } from '../../analytics/framework/role.ts'
import type { Store } from '../../migrations/open.ts'
import { Mistake } from '../mistake.ts'

interface Belonging {
  readonly hubId: number
  readonly role: Role
  readonly organisation: string | null
}

const unknown = {
  council: (code: string) => `${code} is no LA code of the hub’s area: use one that is`,
  school: (urn: string) => `The register that is loaded has no URN ${urn}: check it, or load a newer register`,
  trust: (code: string) => `The register that is loaded has no trust ${code}: check it, or load a newer register`,
} as const

async function listKnown(store: Store, hubId: number, of: keyof typeof unknown, code: string) {
  if (of === 'council')
    return store.selectFrom('hubArea').select('la').where('hubId', '=', hubId).where('la', '=', code).limit(1).execute()
  const schools = store
    .selectFrom('registerSchool')
    .select('urn')
    .where('hubId', '=', hubId)
    .where('untilVersion', 'is', null)
  const named = of === 'school' ? schools.where('urn', '=', Number(code)) : schools.where('trustCode', '=', code)
  return named.limit(1).execute()
}

/** Refuses, in words, to let somebody in for a council, school or trust that the hub does not have. */
export async function checkOrganisation(store: Store, { hubId, role, organisation }: Belonging): Promise<void> {
  const of = organisationOf[role]
  if (of === null || organisation === null) return
  if ((await listKnown(store, hubId, of, organisation)).length === 0) throw new Mistake(unknown[of](organisation))
}
