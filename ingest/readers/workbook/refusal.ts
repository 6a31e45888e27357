import { problemOf, type Problem } from '../../problem.ts'

/** Why a workbook is not read at all, in words for whoever sent it. */
export class Refusal extends Error {
  readonly found: string
  readonly accepted: string

  constructor(found: string, accepted: string, cause?: unknown) {
    super(`${found}; ${accepted}`, { cause })
    this.name = 'Refusal'
    this.found = found
    this.accepted = accepted
  }
}

export const problemOfRefusal = ({ found, accepted }: Refusal): Problem =>
  problemOf('unreadable-file', found, { accepted })

const again = 'open the workbook in a spreadsheet program, save it again as an Excel workbook (.xlsx) and send that'

/** The refusal of a workbook that no spreadsheet program would have written so. */
export const damaged = (found: string, cause?: unknown): Refusal => new Refusal(found, again, cause)

/** The refusal of a workbook that would take too much to read. */
export const tooLarge = (found: string): Refusal =>
  new Refusal(
    `a workbook too large or too complex to read safely (${found})`,
    'copy the rows that matter into a new workbook, or save the sheet as CSV UTF-8, and send that',
  )
