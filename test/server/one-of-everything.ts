import type { FastifyInstance } from 'fastify'
import type { Store } from '../../migrations/open.ts'
import { recordConsent } from '../../server/access/consent.ts'
import { invite } from '../../server/access/invite.ts'
import { move, stage } from '../../server/jobs/stage.ts'
import { ask, tokenIn } from './files-app.ts'

/**
 * Leaves in the first hub one of everything that has a page of its own and that the sample county has nothing of: a file
 * that waits, a contact, a frozen view, two returns of which one is held against the other, and an invitation. Gives
 * the addresses that no link leads to: of the invitation, and of workbooks as pages.
 */
export async function oneOfEverything(app: FastifyInstance, store: Store, cookie: string): Promise<readonly string[]> {
  const hubId = 1
  const arriving = { hubId, name: 'waits.csv', by: 'test', now: new Date().toISOString() }
  const { id, hash, size } = await stage(store, arriving, oneChunk('URN,What\n'))
  await move(store, id, ['arriving'], { state: 'stopped', hash, size, said: 'Reading it was cut short.' })
  const consenting = { urn: 900001, name: 'Ida Clef', role: 'Head Teacher', source: 'request form' } as const
  const known = { address: 'ida.clef@school.example', givenOn: '2026-01-10' }
  await recordConsent(store, { hubId, ...consenting, ...known }, 'test')
  const token = tokenIn((await ask(app, '/account', { headers: { cookie } })).body)
  const post = async (url: string, fields: Readonly<Record<string, string>>): Promise<void> => {
    const payload = new URLSearchParams({ token, ...fields }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded', cookie }
    const { status } = await ask(app, url, { method: 'POST', payload, headers })
    if (status !== 303) throw new Error(`${url}: ${status}`)
  }
  await post('/frozen', { view: '/strands/co-curricular?phase=Primary', title: 'Committee of 12 March' })
  for (const year of ['2023/24', '2024/25']) await post('/returns', { profile: 'arts-council', year })
  const invited = { hubId, name: 'Ada Lowe', role: 'hub leader', organisation: null, assigned: [] } as const
  const { secret } = await invite(store, invited, 'test')
  return [`/invitation/${secret}`, '/schools/900279/school-pack.html', '/workbooks/county-report.html']
}

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}
