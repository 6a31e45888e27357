import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { personOf } from '../access/identify.ts'
import { tokenOf } from '../access/same-origin.ts'
import type { Context } from '../context.ts'
import { tagOf } from '../wrapping/kept-answers.ts'

/** Whether one of the tags of an If-None-Match header is this one; all of them are weak here. */
function isKnown(header: string | undefined, etag: string): boolean {
  const plain = (tag: string): string => tag.trim().replace(/^W\//, '')
  return header !== undefined && header.split(',').some((tag) => tag.trim() === '*' || plain(tag) === plain(etag))
}

/**
 * Marks a reply with the tag of its content, to be asked for again each time and by nobody but this person. True where
 * the browser has that content already: then there is nothing more to send than that.
 */
export function isNotModified(request: FastifyRequest, reply: FastifyReply, etag: string): boolean {
  reply.header('etag', etag).header('cache-control', 'private, no-cache')
  if (!isKnown(request.headers['if-none-match'], etag)) return false
  reply.code(304)
  return true
}

/** Pages drawn by another program, or by this one of another day, are others. */
export const program = randomBytes(16)

/** The tag of a page of figures: all that it follows from is who looks, what they ask and when, the data version and remarks. */
export const pageTag = (request: FastifyRequest, { today }: Context, dataVersion: number): string =>
  tagOf(
    program,
    JSON.stringify(personOf(request)),
    tokenOf(request),
    request.url,
    today(),
    String(dataVersion),
    JSON.stringify(request.remarks),
  )
