import type { FastifyRequest } from 'fastify'
import { checkToken } from '../access/same-origin.ts'
import { Mistake } from '../mistake.ts'

const megabyte = 2 ** 20
const most = { files: 20, megabytes: 20 } as const

/** The bytes of the files of a form, whose token must come before them; blank fields are left out. */
export async function messagesSent(request: FastifyRequest): Promise<readonly Uint8Array[]> {
  if (!request.isMultipart()) throw new Mistake('messages are sent by the form of the page “Contacts of schools”')
  const sent: Uint8Array[] = []
  let token: unknown = ''
  for await (const part of request.parts({ limits: { files: most.files, fileSize: most.megabytes * megabyte } })) {
    if (part.type === 'field') {
      if (part.fieldname === 'token') token = part.value
      continue
    }
    checkToken(request, token)
    const bytes = await part.toBuffer()
    if (part.file.truncated) throw new Mistake(`A file of messages may have ${most.megabytes} MB at most.`)
    if (bytes.length > 0) sent.push(bytes)
  }
  checkToken(request, token)
  return sent
}
