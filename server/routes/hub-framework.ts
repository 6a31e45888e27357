import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { frameworksTable, wordingPage, type FrameworkLine } from '../../dashboards/pages/hub-framework.ts'
import { stepPage } from '../../dashboards/pages/hub-step.ts'
import { audiences } from '../access/audience.ts'
import { personOf } from '../access/identify.ts'
import { notThere } from '../access/not-there.ts'
import type { FrameworkHeld } from '../access/own-frameworks.ts'
import { checkToken, tokenOf } from '../access/same-origin.ts'
import { Mistake } from '../mistake.ts'
import { correctionCsv } from '../wrapping/correction.ts'
import { fileFrame } from './file-frame.ts'
import { stepOf, type HubContext } from './hub-step.ts'
import { textIn } from './sign-in.ts'

const config = { audience: audiences.steward, scope: 'set-up' } as const
const querystring = Type.Object({ of: Type.Optional(Type.String({ maxLength: 200 })) })
const page = 'text/html; charset=utf-8'

/** Each version in a line; which can be compared holds both ways, whichever of the two says so. */
const linesOf = (versions: readonly FrameworkHeld[]): readonly FrameworkLine[] =>
  versions.map(({ names, criteria, ...version }) => ({
    ...version,
    criteria: criteria.length,
    comparableWith: versions
      .filter((other) => names.includes(other.framework) || other.names.includes(version.framework))
      .map(({ framework }) => framework),
  }))

const headings = [
  'Framework',
  'Strand',
  'Theme',
  'Level',
  'Number',
  'Criterion',
  'Phases',
  'Aligned to',
  'In use from',
  'Comparable with',
]

/** The same wording with other versions named as comparable, as a file. */
const withComparable = ({ criteria }: FrameworkHeld, names: readonly string[]): Buffer =>
  correctionCsv(
    headings,
    criteria.map((row) => [
      row.framework,
      row.strand,
      row.theme,
      row.level,
      row.number,
      row.criterion,
      row.phases,
      row.alignedTo,
      row.inUseFrom,
      names.join('; '),
    ]),
  )

/** The versions of the framework: their wording, and which can be compared. */
export const hubFrameworkRoutes: FastifyPluginAsyncTypebox<HubContext> = async (app, context) => {
  app.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))
  const versionsOf = (request: FastifyRequest) => context.ownHubFor(personOf(request)).frameworks()

  const found = async (request: FastifyRequest, of: string) => {
    const versions = await versionsOf(request)
    const at = versions.findIndex(({ framework }) => framework === of)
    const [version, line] = [versions[at], linesOf(versions)[at]]
    if (version === undefined || line === undefined) throw notThere()
    return { version, line, others: versions.toSpliced(at, 1) }
  }

  app.get('/hub/framework', { config, schema: { hide: true } }, async (request, reply) => {
    const table = frameworksTable(linesOf(await versionsOf(request)))
    return reply.type(page).send(String(stepPage(await stepOf(request, context, 'framework'), table)))
  })

  app.get('/hub/wording', { config, schema: { hide: true, querystring } as const }, async (request, reply) => {
    const { of = '' } = request.query
    if (of === '') return reply.redirect('/hub/framework', 303)
    const { version, line, others } = await found(request, of)
    const view = {
      frame: await fileFrame(request, context, '/hub/wording'),
      token: tokenOf(request),
      version: line,
      others: others.map((other) => ({
        framework: other.framework,
        isNamed: other.names.includes(version.framework),
        names: version.names.includes(other.framework),
      })),
      criteria: version.criteria,
    }
    return reply.type(page).send(String(wordingPage(view)))
  })

  app.post(
    '/hub/wording',
    { config, schema: { hide: true, body: Type.Record(Type.String(), Type.Unknown()) } as const },
    async (request, reply) => {
      const { body } = request
      checkToken(request, body['token'])
      const { version, others } = await found(request, textIn(body, 'of'))
      const chosen = new Set([body['with']].flat())
      const names = others.map(({ framework }) => framework).filter((framework) => chosen.has(framework))
      const corrected = await context.filesFor(personOf(request)).correct({
        name: `Levels compared with those of ${version.framework}.csv`,
        kind: 'framework',
        bytes: withComparable(version, names),
        today: context.today(),
      })
      if ('problems' in corrected)
        throw new Mistake(corrected.problems[0]?.accepted ?? 'That could not be read as a framework.')
      return reply.redirect(`/import/${corrected.id}`, 303)
    },
  )
}
