import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Mistake } from '../mistake.ts'

/** What is counted apart from all else: tries to sign in, files sent, and files handed out to keep. */
export type Rated = 'sign-in' | 'upload' | 'export'

declare module 'fastify' {
  interface FastifyContextConfig {
    rated?: Rated
  }
}

/** How many requests of a kind are answered within so many minutes, to one person or, before anybody is known, one address. */
export interface Rate {
  readonly most: number
  readonly minutes: number
}

export type Rates = Readonly<Record<Rated | 'read', Rate>>

/** A whole school may sign in from one address; wrong passwords are counted for each name besides. */
export const usualRates: Rates = {
  read: { most: 600, minutes: 1 },
  'sign-in': { most: 100, minutes: 15 },
  upload: { most: 20, minutes: 60 },
  export: { most: 60, minutes: 60 },
}

const whose = ({ login, ip }: FastifyRequest): string =>
  login === null ? `address ${ip}` : `person ${login.person.id}`

/** Answers nobody more often than the rates say. What is read by everybody's browser, such as styles, is not counted. */
export async function keepRates(app: FastifyInstance, rates: Rates): Promise<void> {
  await app.register(rateLimit, { global: false })
  const counterOf = (kind: keyof Rates) =>
    app.createRateLimit({
      max: rates[kind].most,
      timeWindow: rates[kind].minutes * 60_000,
      keyGenerator: (asked) => `${kind} ${whose(asked)}`,
    })
  const counted = {
    read: counterOf('read'),
    'sign-in': counterOf('sign-in'),
    upload: counterOf('upload'),
    export: counterOf('export'),
  }
  app.addHook('onRequest', async (request, reply) => {
    const { rated, scope } = request.routeOptions.config
    if (request.url.startsWith('/assets/') || (scope === 'nothing' && rated === undefined)) return
    const kinds = rated === undefined ? (['read'] as const) : (['read', rated] as const)
    for (const kind of kinds) {
      const found = await counted[kind](request)
      if (found.isAllowed || !found.isExceeded) continue
      reply.header('retry-after', found.ttlInSeconds)
      throw new Mistake(`That was asked for too often. Wait ${waitOf(found.ttlInSeconds)}, then go on.`, 429)
    }
  })
}

/** How long somebody is asked to wait, in words. */
export const waitOf = (seconds: number): string =>
  seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : seconds === 1 ? 'a second' : `${seconds} seconds`
