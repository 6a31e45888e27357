import { Writable } from 'node:stream'
import fastify from 'fastify'
import { expect, it } from 'vitest'
import { quietLog } from '../../server/log.ts'
import { answerMistakes } from '../../server/routes/mistakes.ts'
import { emptyHub } from '../ingest/story.ts'
import { appOf } from './sample-app.ts'

it('an unforeseen fault is told in general words, and in the log with where it happened and nothing that was asked', async () => {
  const lines: string[] = []
  const stream = new Writable({ write: (chunk: Buffer, _, done) => (lines.push(chunk.toString()), done()) })
  const app = fastify({ logger: { ...(quietLog('info') as object), stream } })
  answerMistakes(app, { today: () => '2026-01-10', sample: false })
  app.get('/api/broken', async () => {
    throw new TypeError('the secret is s3cret')
  })
  const { statusCode, body } = await app.inject('/api/broken?name=Ada')
  expect({ statusCode, body }).toEqual({ statusCode: 500, body: '{"status":500,"detail":null}' })
  const told = lines.find((line) => line.includes('unforeseen fault')) ?? ''
  expect(told).toContain('"fault":"TypeError"')
  expect(told).toContain('faults.test.ts')
  expect(lines.join('')).not.toMatch(/Ada|127\.0\.0\.1/)
  await app.close()
})

it('every answer says what it is and in which characters, and methods that are not meant are not there', async () => {
  const store = await emptyHub()
  const app = await appOf(store, '2026-01-10', ':memory:', false)
  const answered = async (method: 'GET' | 'TRACE' | 'PUT' | 'DELETE', url: string) => {
    const { statusCode, headers } = await app.inject({ method, url, headers: { host: '127.0.0.1' } })
    return [statusCode, headers['content-type'], headers['x-content-type-options']]
  }
  const html = 'text/html; charset=utf-8'
  expect(await answered('GET', '/sign-in')).toEqual([200, html, 'nosniff'])
  expect(await answered('GET', '/api/measures/coverage.csv')).toEqual([
    401,
    'application/json; charset=utf-8',
    'nosniff',
  ])
  for (const method of ['TRACE', 'PUT', 'DELETE'] as const)
    expect(await answered(method, '/sign-in')).toEqual([404, html, 'nosniff'])
  await app.close()
  await store.destroy()
})
