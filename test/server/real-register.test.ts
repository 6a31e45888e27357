import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../analytics/evidence/build.ts'
import { findSchool } from '../../analytics/cohorts/find-school.ts'
import type { Facts } from '../../analytics/evidence/facts.ts'
import { ask } from '../../analytics/measures/ask.ts'
import { findMeasure, measureIds } from '../../analytics/measures/index.ts'
import { addHub } from '../../ingest/hub.ts'
import { load } from '../../ingest/load.ts'
import { openStore, type Store } from '../../migrations/open.ts'
import { readFacts } from './queries/all-facts.ts'
import { listHubs } from '../../server/queries/hub.ts'
import { plainPopulation } from '../analytics/oracle-population.ts'
import { plainSchools } from '../analytics/oracle-schools.ts'
import { openData } from '../open-data.ts'
import { storeBytes } from '../store-bytes.ts'

const register = openData('register/gias_llr_2023-11-16.csv')
const links = openData('register/links_edubasealldata20230421.csv')

const usual = { hub: 'Leicester-Shire', today: '2026-11-21', now: '2026-11-21T00:00:00Z', by: 'test' }

async function loadWhole(store: Store, fileName: string, bytes: Uint8Array): Promise<void> {
  expect((await load(store, { ...usual, fileName, bytes })).problems).toEqual([])
}

/** The real register and links of Leicestershire and Leicester in a store, with an invented audit under an old URN. */
async function realFacts(auditedUrn: number) {
  const bytes = await storeBytes('real register', async (store) => {
    await addHub(store, { name: usual.hub, area: ['855', '856'], now: usual.now })
    await loadWhole(store, 'gias_llr_2023-11-16.csv', readFileSync(register ?? ''))
    await loadWhole(store, 'links.csv', readFileSync(links ?? ''))
  })
  const store = await openStore(bytes)
  const audits = `URN,Meeting date,Curriculum music,Co-curricular,Leadership and Management,Community and partnerships
${auditedUrn},2011-03-01,Focusing,Developing,Not rated,Enhancing`
  await loadWhole(store, 'audits.csv', new TextEncoder().encode(audits))
  const [hub] = await listHubs(store)
  const facts = await readFacts(store, hub!)
  await store.destroy()
  expect(facts.links).toHaveLength(31274)
  return facts
}

/** The facts without the links of URNs that the register does not have, which no rule follows: the plain reading is slow. */
function withKnownLinks(facts: Facts): Facts {
  const known = new Set(facts.register.map(({ urn }) => urn))
  return { ...facts, links: facts.links.filter(({ urn, linkUrn }) => known.has(urn) && known.has(linkUrn)) }
}

describe.skipIf(register === null || links === null)('the real register', () => {
  // Closed on 31-08-2012, with an academy as its successor.
  const converted = 119904

  it('gives the counts that the rules give when worked out another way', async () => {
    const facts = await realFacts(converted)
    expect(facts.register).toHaveLength(914)
    expect(facts.extractOn).toBe('2023-11-16')
    const count = (of: (row: (typeof facts.register)[number]) => unknown) =>
      Object.fromEntries(
        Map.groupBy(facts.register, of)
          .entries()
          .map(([key, rows]) => [key, rows.length]),
      )
    expect(count(({ status }) => status)).toEqual({ 1: 485, 2: 427, 3: 1, 4: 1 })
    expect(count(({ la }) => la)).toEqual({ 855: 603, 856: 261, 857: 50 })

    const evidence = buildEvidence(facts)
    const plain = withKnownLinks(facts)
    expect(evidence.schools.numRows).toBe(plainSchools(plain).length)
    for (const where of [
      {},
      { council: '855' },
      { council: '856' },
      { phase: 'Primary' as const },
      { council: '856', phase: 'Special' as const },
    ])
      for (const asOf of ['2010-09-01', '2019-08-31', '2026-08-31']) {
        const { population } = ask(findMeasure('coverage')!, evidence, { asOf, where })
        expect({ where, asOf, population }).toEqual({
          where,
          asOf,
          population: plainPopulation(plain, asOf, where).length,
        })
      }
  })

  it('reconciles every measure to its population', async () => {
    const facts = await realFacts(converted)
    const evidence = buildEvidence(facts)
    for (const id of measureIds.filter((name) => findMeasure(name)?.fine !== true)) {
      const answer = ask(findMeasure(id)!, evidence, { asOf: '2026-08-31', where: { council: '855' } })
      for (const { parts } of answer.identities) {
        const sum = parts.reduce((total, part) => {
          const row = part === 'population' || part.row === 'totals' ? answer.totals : answer.rows[part.row]
          return total + Number(Reflect.get(row ?? {}, part === 'population' ? '' : part.key))
        }, 0)
        expect({ id, sum }).toEqual({ id, sum: answer.population })
      }
    }
  })

  it("counts an audit made under a converted school's old URN for its successor", async () => {
    const facts = await realFacts(converted)
    const evidence = buildEvidence(facts)
    const school = findSchool(evidence, converted, '2026-08-31')
    expect(school?.speaker).not.toBe(converted)
    const answer = ask(findMeasure('strand-profile')!, evidence, { asOf: '2026-08-31', where: { council: '855' } })
    expect(answer.rows[0]).toMatchObject({ focusing: 1 })
    expect(answer.rows[2]).toMatchObject({ notRated: 1 })
    expect(answer.rows[3]).toMatchObject({ enhancing: 1 })
  })
})
