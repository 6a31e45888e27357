import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { addHub } from '../../ingest/hub.ts'
import { openStore, type Store } from '../../migrations/open.ts'
import { links, loadFile, register } from '../ingest/story.ts'
import { appOf } from './sample-app.ts'
import { signedIn } from './signed-in.ts'

/** The hub of the stories in a file of its own, asked by forms as a browser sends them. */
export interface FilesApp {
  readonly app: FastifyInstance
  readonly store: Store
  readonly storeFile: string
  /** The cookie of the data steward who asks. */
  readonly cookie: string
  readonly get: (url: string) => ReturnType<typeof ask>
  /** Sends a form with the token of the page it stands on. */
  readonly post: (url: string, fields?: Readonly<Record<string, string>>) => ReturnType<typeof ask>
  /** Sends files by the form of the page; gives the address that it leads to, or the page that says what is wrong. */
  readonly send: (...files: SentFile[]) => ReturnType<typeof ask>
  /** Waits until nothing is worked on at an address of a file; gives its page then. */
  readonly settled: (address: string) => Promise<string>
  readonly close: () => Promise<void>
}

export type SentFile = readonly [name: string, content: string | Uint8Array]

export const today = '2026-01-10'

const host = '127.0.0.1'

/** A form with files as a browser writes it, its token first. */
export async function multipart(
  files: readonly SentFile[],
  fields: Readonly<Record<string, string>>,
): Promise<{ readonly payload: Buffer; readonly type: string }> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const [name, content] of files) form.append('files', new File([content], name))
  const body = new Response(form)
  return { payload: Buffer.from(await body.arrayBuffer()), type: body.headers.get('content-type') ?? '' }
}

interface Asked {
  readonly method?: 'GET' | 'POST'
  readonly payload?: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
}

export async function ask(app: FastifyInstance, url: string, { headers = {}, ...more }: Asked = {}) {
  const { statusCode, headers: answered, body } = await app.inject({ url, headers: { host, ...headers }, ...more })
  return { status: statusCode, to: answered['location'] ?? '', headers: answered, body }
}

export const tokenIn = (page: string): string => /name="token" value="([^"]+)"/.exec(page)?.[1] ?? ''

export async function filesApp(): Promise<FilesApp> {
  const folder = await mkdtemp(join(tmpdir(), 'crescendo-test-'))
  const storeFile = join(folder, 'hub.db')
  const store = await openStore(storeFile)
  await addHub(store, { name: 'Northshire', area: ['901'], now: '2026-01-01T00:00:00Z' })
  await loadFile(store, 'register.csv', register)
  await loadFile(store, 'links.csv', links)
  const app = await appOf(store, today, storeFile)
  const { cookie } = await signedIn(store)
  const get = (url: string) => ask(app, url, { headers: { cookie } })
  const token = async (): Promise<string> => tokenIn((await get('/import')).body)
  return {
    app,
    store,
    storeFile,
    cookie,
    get,
    post: async (url, fields = {}) =>
      ask(app, url, {
        method: 'POST',
        payload: new URLSearchParams({ token: await token(), ...fields }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: `http://${host}`, cookie },
      }),
    send: async (...files) => {
      const { payload, type } = await multipart(files, { token: await token() })
      return ask(app, '/import', { method: 'POST', payload, headers: { 'content-type': type, cookie } })
    },
    settled: async (address) => {
      while ((JSON.parse((await get(`${address}/progress`)).body) as { working: boolean }).working) await pause(5)
      return (await get(address)).body
    },
    close: async () => {
      await app.close()
      await store.destroy()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
