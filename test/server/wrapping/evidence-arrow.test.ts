import { tableFromIPC, type Table } from 'apache-arrow'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { strands } from '../../../analytics/framework/strand.ts'
import { sampleCounty } from '../../../fixtures/county/index.ts'
import { evidenceTableNames, evidenceTables, type EvidenceTableName } from '../../../server/wrapping/evidence-tables.ts'
import { sampleApp, type SampleApp } from '../sample-app.ts'
import { signedIn } from '../signed-in.ts'

let sample: SampleApp
beforeAll(async () => void (sample = await sampleApp()))
afterAll(() => sample.close())

const get = (url: string, cookie = sample.cookie) => sample.app.inject({ url, headers: { host: '127.0.0.1', cookie } })

async function bytesOf(name: EvidenceTableName): Promise<Buffer> {
  const { statusCode, rawPayload } = await get(`/api/evidence/${name}.arrow`)
  expect([name, statusCode]).toEqual([name, 200])
  return rawPayload
}

const tableOf = async (name: EvidenceTableName): Promise<Table> => tableFromIPC(await bytesOf(name))

const measure = async (asked: string) => (await get(`/api/measures/${asked}`)).json()

/** The rows of a table, days as milliseconds, as its reader gives them. */
const rowsOf = (table: Table) => table.toArray().map((row): Record<string, unknown> => row.toJSON())

describe('the evidence for analysts', () => {
  it('is in tables that say what they are about and what each column holds', async () => {
    for (const name of evidenceTableNames) {
      const { schema, numRows } = await tableOf(name)
      expect(numRows).toBeGreaterThan(0)
      expect(schema.metadata.get('about')).toBe(evidenceTables[name].about)
      expect(schema.fields.map(({ name: key, metadata }) => [key, metadata.get('note')])).toEqual(
        evidenceTables[name].columns.map(({ key, note }) => [key, note]),
      )
    }
  })

  it('comes to the same counts as the measures', async () => {
    const today = Date.parse(sample.today)
    const ratings = rowsOf(await tableOf('ratings')).filter((row) => Number(row['held_on']) <= today)
    const { rows } = await measure('coverage')
    const profile = await measure('strand-profile')
    const { area } = sampleCounty()
    const schools = new Set(
      rowsOf(await tableOf('schools')).flatMap((row) =>
        row['state_funded'] === 1 &&
        row['ever_open'] === 1 &&
        area.includes(String(row['council'])) &&
        Number(row['open_from'] ?? -Infinity) <= today &&
        Number(row['open_until'] ?? Infinity) >= today
          ? [row['school']]
          : [],
      ),
    )
    expect(schools.size).toBe(profile.population)
    const ofSchool = Map.groupBy(
      ratings.filter(({ school }) => schools.has(school)),
      ({ school }) => school,
    )
    expect(ofSchool.size).toBe(rows[0].audited)
    for (const strand of strands) {
      const counts = { Focusing: 0, Developing: 0, Establishing: 0, Enhancing: 0, none: 0 }
      for (const own of ofSchool.values()) {
        const last = Math.max(...own.map((row) => Number(row['held_on'])))
        const found = own.findLast((row) => row['strand'] === strand && Number(row['held_on']) === last)
        counts[(found?.['level'] ?? 'none') as keyof typeof counts] += 1
      }
      const told = profile.rows.find((row: { strand: string }) => row.strand === strand)
      expect([strand, counts]).toEqual([
        strand,
        {
          Focusing: told.focusing,
          Developing: told.developing,
          Establishing: told.establishing,
          Enhancing: told.enhancing,
          none: told.notRated,
        },
      ])
    }
  })

  it('has as many rows as were loaded, and days, words and nulls as they were told', async () => {
    const count = async (table: 'award' | 'priority' | 'reflection' | 'dataFormFigure' | 'schoolYear') => {
      const { rows } = await sample.store
        .selectFrom(table as 'award')
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .where('untilVersion', 'is', null)
        .executeTakeFirstOrThrow()
      return rows
    }
    expect((await tableOf('awards')).numRows).toBe(await count('award'))
    expect((await tableOf('priorities')).numRows).toBe(await count('priority'))
    expect((await tableOf('reflections')).numRows).toBe(await count('reflection'))
    expect((await tableOf('data-forms')).numRows).toBe(await count('dataFormFigure'))
    expect((await tableOf('school-years')).numRows).toBe(await count('schoolYear'))
    const stored = await sample.store
      .selectFrom('award')
      .select(['urn', 'heldOn', 'award', 'awardOn', 'followUpOn'])
      .where('untilVersion', 'is', null)
      .execute()
    const day = (value: unknown) => (value === null ? null : new Date(Number(value)).toISOString().slice(0, 10))
    const lines = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.join(' ')).toSorted()
    expect(
      lines(
        rowsOf(await tableOf('awards')).map((row) => [
          row['urn'],
          day(row['held_on']),
          row['award'],
          day(row['award_on']),
          day(row['follow_up_on']),
        ]),
      ),
    ).toEqual(
      lines(stored.map(({ urn, heldOn, award, awardOn, followUpOn }) => [urn, heldOn, award, awardOn, followUpOn])),
    )
  })

  it('holds nothing written in words and nobody by name', async () => {
    const advisers = await sample.store.selectFrom('audit').select('adviser').distinct().execute()
    const wordings = await sample.store.selectFrom('priority').select('what').limit(20).execute()
    const secret = [...advisers.map(({ adviser }) => adviser), ...wordings.map(({ what }) => what)].filter(
      (text) => text !== null && text.length > 3,
    )
    expect(secret.length).toBeGreaterThan(5)
    for (const name of evidenceTableNames) {
      const bytes = await bytesOf(name)
      expect(secret.filter((text) => bytes.includes(String(text)))).toEqual([])
    }
  })

  it('is for the people of the hub, noted when it is handed out, and not sent twice', async () => {
    const first = await get('/api/evidence/awards.arrow')
    expect(first.headers['content-disposition']).toMatch(/filename="awards-version-\d+\.arrow"/)
    const headers = { host: '127.0.0.1', cookie: sample.cookie, 'if-none-match': String(first.headers['etag']) }
    expect((await sample.app.inject({ url: '/api/evidence/awards.arrow', headers })).statusCode).toBe(304)
    const noted = await sample.store.selectFrom('auditLog').select('detail').where('action', '=', 'exported').execute()
    expect(noted.some(({ detail }) => detail.includes('evidence awards'))).toBe(true)
    for (const [role, organisation] of [
      ['school user', '900001'],
      ['council officer', '990'],
    ] as const) {
      const { cookie } = await signedIn(sample.store, { role, organisation })
      expect((await get('/api/evidence/awards.arrow', cookie)).statusCode).toBe(404)
    }
    expect((await get('/api/evidence/advisers.arrow')).statusCode).toBe(404)
  })
})
