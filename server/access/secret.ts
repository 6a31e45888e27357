import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A secret of 256 bits that nobody can guess, as text for addresses and cookies. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** An id of a person, of 96 bits. */
export const newId = (): string => randomBytes(12).toString('base64url')

/** What is kept of a secret: its SHA-256. A secret of 256 bits needs no slow hash. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Whether two texts are alike, in a time that does not tell where they differ. */
export function isSame(given: unknown, wanted: string): boolean {
  const [one, other] = [Buffer.from(typeof given === 'string' ? given : ''), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}
