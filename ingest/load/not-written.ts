/** That a load was taken back, for the database could not be written; the words are for people. */
export class NotWritten extends Error {
  override readonly name = 'NotWritten'
}

const reasons = [
  [/^SQLITE_FULL/, 'the disk that holds the database is full, or the database may not grow: make room'],
  [/^SQLITE_IOERR/, 'the disk that holds the database cannot be written or read: have it looked at'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM)/, 'the database may not be written: check who owns the file and its folder'],
  [/^SQLITE_BUSY/, 'somebody else is writing to the database: wait until they are done'],
] as const

/** The error of a load that failed; in plain words where it is the disk or the database that failed. */
export function whyNotWritten(fileName: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const [, reason] = reasons.find(([form]) => form.test(code)) ?? []
  if (reason === undefined) return error
  return new NotWritten(`${fileName}: nothing was loaded, for ${reason}, and load the file again`, { cause: error })
}
