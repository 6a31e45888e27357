import type { Evidence } from '../../analytics/evidence/evidence.ts'
import { phases } from '../../analytics/framework/phase.ts'
import type { Asked } from '../../analytics/measures/measure.ts'
import { assets } from '../../dashboards/client/assets.ts'
import type { Frame } from '../../dashboards/parts/frame.ts'
import { councilsOf, districtsOf, namedInAudits } from '../asked.ts'
import type { Context } from '../context.ts'

/** The frame of a page about what was asked of a hub. */
export function frameOf({ today, sample }: Context, path: string, evidence: Evidence, asked: Asked): Frame {
  const { strand: _, award: __, school: ___, ...where } = asked.where
  return {
    hub: evidence.hub,
    sample: sample ? { today: today() } : null,
    assets,
    path,
    asOf: asked.asOf,
    today: today(),
    where,
    choices: {
      councils: councilsOf(evidence),
      districts: districtsOf(evidence),
      phases,
      frameworks: namedInAudits(evidence, 'framework'),
      advisers: namedInAudits(evidence, 'adviser'),
    },
    extractOn: evidence.extractOn,
    dataVersion: evidence.dataVersion,
  }
}

/** The frame of a page that is about no hub. */
export const bareFrame = ({ today, sample }: Context, path: string): Frame => ({
  hub: null,
  sample: sample ? { today: today() } : null,
  assets,
  path,
  asOf: today(),
  today: today(),
  where: {},
  choices: { councils: [], districts: [], phases: [], frameworks: [], advisers: [] },
  extractOn: null,
  dataVersion: null,
})
