import { sql } from 'kysely'
import type { Role } from '../../analytics/framework/role.ts'
import type { Store } from '../../migrations/open.ts'
import { operator } from '../access/person.ts'
import { newId } from '../access/secret.ts'

/** The invented people of the sample county, one of each role, in the order in which they are shown. */
const names: Readonly<Record<Role, string>> = {
  'hub leader': 'Harriet Cadence',
  adviser: 'Amos Quaver',
  'council officer': 'Olive Crotchet',
  'school user': 'Sunita Minim',
  'trust user': 'Tom Breve',
  'data steward': 'Dora Stave',
}

/**
 * Adds the sample county's people: an adviser to whom the schools of one adviser are assigned, a council's officer, a
 * head of the school with most audits, and somebody of the trust with most audited schools.
 */
export async function addSamplePeople(store: Store, hubId: number, madeAt: string): Promise<void> {
  const facts = await pickOrganisations(store, hubId)
  const organisation: Readonly<Partial<Record<Role, string>>> = {
    'council officer': facts.council,
    'school user': facts.school,
    'trust user': facts.trust,
  }
  for (const [at, [role, name]] of Object.entries(names).entries()) {
    const id = newId()
    await store
      .insertInto('person')
      .values({
        id,
        hubId,
        name,
        signInName: name.toLowerCase().replace(' ', '.'),
        role: role as Role,
        organisation: organisation[role as Role] ?? null,
        isSample: 1,
        madeAt: new Date(Date.parse(madeAt) + at).toISOString(),
        madeBy: operator.id,
        disabledAt: null,
        failedAt: null,
      })
      .execute()
    if (role === 'adviser' && facts.assigned.length > 0)
      await store
        .insertInto('personSchool')
        .values(facts.assigned.map((urn) => ({ personId: id, urn })))
        .execute()
  }
}

async function pickOrganisations(store: Store, hubId: number) {
  const audits = store.selectFrom('audit').where('hubId', '=', hubId).where('untilVersion', 'is', null)
  const inRegister = store
    .selectFrom('registerSchool')
    .innerJoin('audit', (join) =>
      join.onRef('audit.urn', '=', 'registerSchool.urn').on('audit.untilVersion', 'is', null),
    )
    .where('registerSchool.hubId', '=', hubId)
    .where('audit.hubId', '=', hubId)
    .where('registerSchool.untilVersion', 'is', null)
    .where('registerSchool.status', '=', 1)
  const school = await inRegister
    .select('registerSchool.urn')
    .groupBy('registerSchool.urn')
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('registerSchool.urn')
    .executeTakeFirstOrThrow()
  const trust = await inRegister
    .select('registerSchool.trustCode')
    .where('registerSchool.trustCode', 'is not', null)
    .groupBy('registerSchool.trustCode')
    .orderBy(sql`count(distinct ${sql.ref('registerSchool.urn')})`, 'desc')
    .orderBy('registerSchool.trustCode')
    .executeTakeFirst()
  const { la } = await store
    .selectFrom('hubArea')
    .select('la')
    .where('hubId', '=', hubId)
    .where('untilVersion', 'is', null)
    .executeTakeFirstOrThrow()
  const adviser = await audits.select('adviser').where('adviser', 'is not', null).orderBy('adviser').executeTakeFirst()
  const visited = await audits
    .select('urn')
    .distinct()
    .where('adviser', '=', adviser?.adviser ?? '')
    .execute()
  return {
    council: la,
    school: String(school.urn),
    trust: trust?.trustCode ?? 'none',
    assigned: visited.map(({ urn }) => urn),
  }
}
