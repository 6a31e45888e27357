import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import type { CountyReport } from '../../dashboards/workbooks/county/report.ts'
import { countyReportSpec } from '../../dashboards/workbooks/county/spec.ts'
import { workbookFile } from '../../dashboards/workbooks/formats/index.ts'
import { audiences } from '../access/audience.ts'
import { notThere } from '../access/not-there.ts'
import type { Context } from '../context.ts'
import { countyReportOf } from '../wrapping/county-report.ts'
import { asOfADay, doorOf, evidenceAsked } from './ask.ts'
import { AskedQuery } from './asked-query.ts'

/** The workbook of what the address asks for, and of what a council is shown. */
export const workbookRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  app.get(
    '/workbooks/county-report.xlsx',
    {
      config: { audience: audiences.hub, scope: 'hub', rated: 'export' },
      schema: { summary: 'The county report', querystring: AskedQuery },
    },
    async (request, reply) => {
      const { door, evidence, asked } = await evidenceAsked(request, context, asOfADay(request.query))
      const report = countyReportOf(evidence, asked, door.audience, context.today())
      await door.exported('county-report.xlsx', asked, report.schools?.length ?? 0)
      return sent(reply, report)
    },
  )

  app.get(
    '/council/county-report.xlsx',
    { config: { audience: audiences.council, scope: 'council', rated: 'export' }, schema: { hide: true } },
    async (request, reply) => {
      const door = doorOf(request, context)
      const snapshot = await door.snapshot()
      if (snapshot === null) throw notThere()
      const { evidence, term, council } = snapshot
      const asked = { asOf: term.lastOn, where: { council } }
      const report = countyReportOf(evidence, asked, door.audience, context.today())
      await door.exported('county-report.xlsx', asked, report.schools?.length ?? 0)
      return sent(reply, report)
    },
  )
}

async function sent(reply: FastifyReply, report: CountyReport): Promise<FastifyReply> {
  const file = await workbookFile(countyReportSpec(report), { format: 'xlsx', profile: 'publication' })
  return reply
    .type(file.type)
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${file.name}"`)
    .send(Buffer.from(file.bytes))
}
