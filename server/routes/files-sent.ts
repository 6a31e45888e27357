import type { FastifyRequest } from 'fastify'
import { checkToken } from '../access/same-origin.ts'
import { Mistake } from '../mistake.ts'

const megabyte = 2 ** 20

/** A file as a form sends it. */
export interface FileSent {
  /** As its sender calls it; never a path. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a form may send at most, and what it is called. */
interface Wanted {
  readonly files: number
  readonly megabytes: number
  readonly form: string
}

/** The files of a form, whose token must come before them; blank fields are left out. */
export async function filesSent(
  request: FastifyRequest,
  { files, megabytes, form }: Wanted,
): Promise<readonly FileSent[]> {
  if (!request.isMultipart()) throw new Mistake(`files are sent by the form of the page “${form}”`)
  const sent: FileSent[] = []
  let token: unknown = ''
  for await (const part of request.parts({ limits: { files, fileSize: megabytes * megabyte } })) {
    if (part.type === 'field') {
      if (part.fieldname === 'token') token = part.value
      continue
    }
    checkToken(request, token)
    const bytes = await part.toBuffer()
    if (part.file.truncated) throw new Mistake(`A file may have ${megabytes} MB at most.`)
    if (bytes.length > 0) sent.push({ name: nameOf(part.filename), bytes })
  }
  checkToken(request, token)
  return sent
}

/** A file's name as text alone: no control characters, not too long; it is never a path. */
export const nameOf = (told: string | undefined): string =>
  (told ?? '')
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(-200) || 'A file without a name'
