import type { Frame } from '../../dashboards/parts/frame.ts'
import type { Context } from '../context.ts'
import { Mistake } from '../mistake.ts'
import type { Hub } from '../queries/hub.ts'
import { evidenceAsked } from './ask.ts'
import { frameOf } from './frame.ts'

/** The hub that is served; a mistake where there is none. */
export async function hubServed({ hub }: Context): Promise<Hub> {
  const served = await hub()
  if (served === null) throw new Mistake('there is no hub yet', 404)
  return served
}

/** The frame of a page about the hub's files, which shows no figures. */
export async function fileFrame(context: Context, path: string): Promise<Frame> {
  const { evidence, asked } = await evidenceAsked(context, {})
  return frameOf(context, path, evidence, asked)
}
