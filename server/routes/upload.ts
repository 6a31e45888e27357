import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { Limits } from '../../dashboards/pages/import.ts'
import type { FormError } from '../../dashboards/parts/form.ts'
import { isWorkbook } from '../../ingest/readers/workbook/magic.ts'
import { checkToken } from '../access/same-origin.ts'
import type { Files } from '../jobs/files.ts'
import { daysKept } from '../jobs/days-kept.ts'
import { Mistake } from '../mistake.ts'
import { nameOf } from './files-sent.ts'

/** What a browser may send at most. */
export const limits: Limits = { workbook: 20, csv: 64, files: 20, days: daysKept }

/** What came of an upload: the files that are staged now, and what is to be said of the others. */
export interface Uploaded {
  readonly ids: readonly string[]
  readonly errors: readonly FormError[]
  /** The file that was mended and sent again. */
  readonly instead: string | null
}

const megabyte = 2 ** 20

const error = (text: string): FormError => ({ at: 'files', text })

/** Takes in the files of a form, part by part; the form's token must come before them. */
export async function takeIn(request: FastifyRequest, files: Files): Promise<Uploaded> {
  if (!request.isMultipart()) throw new Mistake('files are sent by the form of the page “Load files”')
  const fields = { token: '', instead: '' }
  const ids: string[] = []
  const errors: FormError[] = []
  const parts = request.parts({ limits: { files: limits.files, fileSize: limits.csv * megabyte } })
  try {
    for await (const part of parts) {
      if (part.type === 'field') {
        if (part.fieldname in fields) fields[part.fieldname as keyof typeof fields] = String(part.value)
        continue
      }
      if (fields.token === '') part.file.resume()
      checkToken(request, fields.token)
      const taken = await takeOne(part, files)
      if (typeof taken === 'string') ids.push(taken)
      else if (taken !== null) errors.push(taken)
    }
  } catch (fault) {
    if (isBroken(fault)) throw new Mistake('The form did not come in whole. Send it again.')
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'FST_FILES_LIMIT')) throw fault
    errors.push(error(`You can send ${limits.files} files at a time. Send the others after these.`))
  }
  checkToken(request, fields.token)
  if (ids.length === 0 && errors.length === 0) errors.push(error('Select a file'))
  return { ids, errors, instead: fields.instead === '' ? null : fields.instead }
}

/** Whether a form is not written as forms are, or ends too soon. */
const isBroken = (fault: unknown): boolean =>
  fault instanceof Error && /multipart|part header|boundary|premature/i.test(fault.message)

/** Stages one file; its id, or what is wrong with it, or null for a field left empty. */
async function takeOne({ file, filename }: MultipartFile, files: Files): Promise<string | FormError | null> {
  const name = nameOf(filename)
  const first: { bytes: Uint8Array | null } = { bytes: null }
  const { size, drop, keep } = await files.take(name, noting(file, first))
  const refused = async (told: FormError | null): Promise<FormError | null> => {
    await drop()
    return told
  }
  if (size === 0) return refused((filename ?? '') === '' ? null : error(`“${name}” is empty`))
  const most = first.bytes !== null && isWorkbook(first.bytes) ? limits.workbook : limits.csv
  if (file.truncated || size > most * megabyte)
    return refused(
      error(`“${name}” must be smaller than ${most}MB. Load larger files by the command line: npx crescendo ingest`),
    )
  return keep()
}

/** The chunks of a stream, the first of them noted. */
async function* noting(stream: AsyncIterable<Buffer>, first: { bytes: Uint8Array | null }): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    first.bytes ??= chunk
    yield chunk
  }
}
