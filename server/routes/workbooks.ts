import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { countyReportFileName, writeCountyReport } from '../../dashboards/workbooks/county-report.ts'
import { operator } from '../access/person.ts'
import type { Context } from '../context.ts'
import { countyReportOf } from '../wrapping/county-report.ts'
import { asOfADay, evidenceAsked } from './ask.ts'
import { AskedQuery } from './asked-query.ts'

/** `GET /workbooks/county-report.xlsx`: the workbook of what the address asks for. */
export const workbookRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  app.get(
    '/workbooks/county-report.xlsx',
    { config: { audience: ['operator'] }, schema: { summary: 'The county report', querystring: AskedQuery } },
    async ({ query }, reply) => {
      const { evidence, asked } = await evidenceAsked(context, asOfADay(query))
      const report = countyReportOf(evidence, asked, operator.audience, context.today())
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${countyReportFileName(report)}"`)
        .send(Buffer.from(await writeCountyReport(report)))
    },
  )
}
