import type { FastifyRequest } from 'fastify'
import type { Frame } from '../../dashboards/parts/frame.ts'
import type { Context } from '../context.ts'
import { evidenceAsked } from './ask.ts'
import { frameOf } from './frame.ts'

/** The frame of a page about the hub's files, which shows no figures. */
export async function fileFrame(request: FastifyRequest, context: Context, path: string): Promise<Frame> {
  const { evidence, asked } = await evidenceAsked(request, context, {})
  return frameOf(request, context, path, evidence, asked)
}
