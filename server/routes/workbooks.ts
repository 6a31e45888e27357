import { createHash } from 'node:crypto'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { workbookFile, type Format } from '../../dashboards/workbooks/formats/index.ts'
import { pageStyle } from '../../dashboards/workbooks/formats/page.ts'
import { profiles, type Profile } from '../../dashboards/workbooks/profile.ts'
import type { WorkbookSpec } from '../../dashboards/workbooks/workbook-spec.ts'
import { audiences } from '../access/audience.ts'
import { notThere } from '../access/not-there.ts'
import { parseDay } from '../asked.ts'
import type { Context } from '../context.ts'
import { odsFile } from '../wrapping/ods.ts'
import { workbookOf, type WorkbookName } from '../wrapping/workbooks.ts'
import { asOfADay, doorOf, evidenceAsked } from './ask.ts'
import { AskedQuery } from './asked-query.ts'
import { journeyOf } from './school-journey.ts'

const ProfileQuery = Type.Object({ profile: Type.Optional(Type.Enum(profiles)) })

/** The formats by how the name of a file ends, after the name of the workbook. */
const endings: Readonly<Record<string, Format | 'ods'>> = {
  '.xlsx': 'xlsx',
  '.ods': 'ods',
  '.html': 'html',
  '-csv.zip': 'csv',
  '-machine.zip': 'machine-csv',
  '-dfe.zip': 'dfe-csv',
}

/** Workbooks: of what the address asks for, of what a council is shown, and of one school. */
export const workbookRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  app.get(
    '/workbooks/:workbook',
    {
      config: { audience: audiences.hub, scope: 'hub', rated: 'export' },
      schema: {
        summary: 'A workbook: county-report, board-pack or audit-template',
        params: Type.Object({ workbook: Type.String() }),
        querystring: Type.Intersect([AskedQuery, ProfileQuery]),
      },
    },
    async (request, reply) => {
      const wanted = wantedOf(context, request.params.workbook, ['county-report', 'board-pack', 'audit-template'])
      const { door, evidence, asked } = await evidenceAsked(request, context, asOfADay(request.query))
      const producedOn = context.today()
      const made = { evidence, asked, audience: door.audience, producedOn, remarks: await door.remarks() }
      const { spec, schools } = workbookOf(wanted.name, made)
      await door.exported(request.params.workbook, asked, schools)
      return sent(reply, spec, wanted, request.query.profile)
    },
  )

  app.get(
    '/council/:report',
    {
      config: { audience: audiences.council, scope: 'council', rated: 'export' },
      schema: { hide: true, params: Type.Object({ report: Type.String() }), querystring: ProfileQuery } as const,
    },
    async (request, reply) => {
      const wanted = wantedOf(context, request.params.report, ['county-report', 'council-report'])
      const door = doorOf(request, context)
      const snapshot = await door.snapshot()
      if (snapshot === null) throw notThere()
      const { evidence, term, council } = snapshot
      const asked = { asOf: term.lastOn, where: { council } }
      const producedOn = context.today()
      const made = { evidence, asked, audience: door.audience, producedOn, remarks: await door.remarks() }
      const { spec, schools } = workbookOf(wanted.name, made)
      await door.exported(request.params.report, asked, schools)
      return sent(reply, spec, wanted, request.query.profile)
    },
  )

  app.get(
    '/schools/:urn/:pack',
    {
      config: { audience: audiences.school, scope: 'school', rated: 'export' },
      schema: {
        hide: true,
        params: Type.Object({ urn: Type.String(), pack: Type.String() }),
        querystring: Type.Intersect([Type.Object({ asOf: Type.Optional(Type.String()) }), ProfileQuery]),
      } as const,
    },
    async (request, reply) => {
      const wanted = wantedOf(context, request.params.pack, ['school-pack', 'action-plan'])
      const door = doorOf(request, context)
      const asOf = parseDay(request.query.asOf, context.today())
      const { school, rows, evidence, freeText } = await door.school(Number(request.params.urn), asOf)
      const asked = { asOf, where: { school: school.speaker } }
      const known = { freeText, ...journeyOf(rows, school, evidence, asOf) }
      const { spec, schools } = workbookOf(wanted.name, { evidence, asked, producedOn: context.today(), school: known })
      await door.exported(request.params.pack, asked, schools)
      return sent(reply, spec, wanted, request.query.profile)
    },
  )
}

/** What a file's name asks for, and what writes OpenDocument if it is that. */
interface Wanted extends Pick<Context, 'writeOds'> {
  readonly name: WorkbookName
  readonly format: Format | 'ods'
}

/** The workbook and format that a file's name asks for, one of some; anything else, and what nothing writes, is not there. */
function wantedOf({ writeOds }: Context, file: string, names: readonly WorkbookName[]): Wanted {
  const name = names.find((each) => Object.hasOwn(endings, file.slice(each.length)) && file.startsWith(each))
  const format = name === undefined ? undefined : endings[file.slice(name.length)]
  if (name === undefined || format === undefined || (format === 'ods' && writeOds === null)) throw notThere()
  return { name, format, writeOds }
}

/** The page has its style within: nothing else may be read from it. */
const pagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(pageStyle).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'`

async function sent(
  reply: FastifyReply,
  spec: WorkbookSpec,
  { format, writeOds }: Wanted,
  profile: Profile = 'publication',
): Promise<FastifyReply> {
  const file = await (format === 'ods' ? odsFile(spec, profile, writeOds) : workbookFile(spec, { format, profile }))
  if (format === 'html') void reply.header('content-security-policy', pagePolicy)
  else void reply.header('content-disposition', `attachment; filename="${file.name}"`)
  return reply.type(file.type).header('cache-control', 'no-store').send(Buffer.from(file.bytes))
}
