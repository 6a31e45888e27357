import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { disclose } from '../../analytics/disclosure/disclose.ts'
import { codesOf, wordsOf } from '../../analytics/evidence/columns.ts'
import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { academicYearOf, academicYearText, lastDayOf } from '../../analytics/framework/academic-year.ts'
import { ask } from '../../analytics/measures/ask.ts'
import type { Asked } from '../../analytics/measures/measure.ts'
import { populationOf } from '../../analytics/cohorts/population.ts'
import { strandProfile } from '../../analytics/measures/strand-profile.ts'
import { phases } from '../../analytics/framework/phase.ts'
import type { Profile } from '../../dashboards/charts/profiles.ts'
import { mostDistricts, profileKinds, type ProfileKind } from '../../dashboards/pages/profiles.ts'
import { dayText } from '../../dashboards/parts/day.ts'
import { audiences } from '../access/audience.ts'
import type { Scoped } from '../access/scoped.ts'
import { districtsOf } from '../asked.ts'
import type { Context } from '../context.ts'
import { Mistake } from '../mistake.ts'
import { profilesCsv, profilesSvg } from '../wrapping/profiles.ts'
import { asOfADay, evidenceAsked } from './ask.ts'
import { AskedQuery } from './asked-query.ts'
import { frameOf } from './frame.ts'
import { isNotModified, pageTag } from './not-modified.ts'

/** How many earlier academic years are shown. */
const yearsBack = 5

/** The districts that some of the schools asked about are in, by name. */
function districtsWithin(evidence: Evidence, { asOf, where }: Asked): readonly string[] {
  const [codes, words] = [codesOf(evidence.urns, 'district'), wordsOf(evidence.urns, 'district')]
  const { urns } = populationOf(evidence, asOf, where)
  const within = new Set(Array.from(urns, (row) => words[codes[row]!]))
  return districtsOf(evidence).filter((district) => within.has(district))
}

/**
 * The strand profiles of what was asked, told apart by year, phase or district. Groups without schools are left out; where
 * there are more districts than the most that are wanted, none is told.
 */
export function profilesOf(
  { audience }: Scoped,
  evidence: Evidence,
  { asOf, where }: Asked,
  kind: ProfileKind,
  most = Infinity,
): readonly Profile[] {
  const of = (name: string, asked: Asked): readonly Profile[] =>
    populationOf(evidence, asked.asOf, asked.where).size === 0
      ? []
      : [{ name, answer: disclose(ask(strandProfile, evidence, asked), audience) }]
  if (kind === 'phase')
    return phases
      .filter((phase) => where.phase === undefined || where.phase === phase)
      .flatMap((phase) => of(phase, { asOf, where: { ...where, phase } }))
  if (kind === 'district') {
    const districts = districtsWithin(evidence, { asOf, where })
    return districts.length > most
      ? []
      : districts.flatMap((district) => of(district, { asOf, where: { ...where, district } }))
  }
  const year = academicYearOf(asOf)
  const past = Array.from({ length: yearsBack }, (_, at) => year - yearsBack + at)
  return [
    ...past.flatMap((each) => of(`End of ${academicYearText(each)}`, { asOf: lastDayOf(each), where })),
    ...of(dayText(asOf), { asOf, where }),
  ]
}

const config = { audience: audiences.hub, scope: 'hub' } as const
const params = Type.Object({ by: Type.String({ description: Object.keys(profileKinds).join(', ') }) })

/** Strand profiles side by side, to keep: their numbers and their picture. */
export const profileRoutes: FastifyPluginAsyncTypebox<Context> = async (app, context) => {
  const kindOf = (text: string): ProfileKind => {
    if (!Object.hasOwn(profileKinds, text))
      throw new Mistake(`found "${text}"; use ${Object.keys(profileKinds).join(', ')}`, 404)
    return text as ProfileKind
  }

  app.get(
    '/api/profiles/:by.csv',
    {
      config,
      schema: { summary: 'Strand profiles over time, by phase or by district', params, querystring: AskedQuery },
    },
    async (request, reply) => {
      const kind = kindOf(request.params.by)
      const { door, evidence, asked } = await evidenceAsked(request, context, asOfADay(request.query))
      if (isNotModified(request, reply, pageTag(request, context, evidence.dataVersion))) return reply.send()
      const profiles = profilesOf(door, evidence, asked, kind)
      await door.exported(`profiles ${kind}.csv`, asked, profiles.length)
      return reply
        .type('text/csv')
        .header('content-disposition', `attachment; filename="profiles-${kind}-${asked.asOf}.csv"`)
        .send(profilesCsv(kind, profiles))
    },
  )

  app.get(
    '/charts/profiles/:by.svg',
    { config, schema: { summary: 'The picture of strand profiles', params, querystring: AskedQuery } },
    async (request, reply) => {
      const kind = kindOf(request.params.by)
      const { door, evidence, asked } = await evidenceAsked(request, context, asOfADay(request.query))
      if (isNotModified(request, reply, pageTag(request, context, evidence.dataVersion))) return reply.send()
      const profiles = profilesOf(door, evidence, asked, kind, mostDistricts)
      const svg = profilesSvg(kind, profiles, asked.where, frameOf(request, context, '/', evidence, asked))
      if (svg === null) throw new Mistake('there are no schools here to draw', 404)
      return reply.type('image/svg+xml').send(svg)
    },
  )
}
