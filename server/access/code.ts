import { createHmac } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

/** The codes of an authenticator app: six digits, a new one every half minute, as RFC 6238 has them. */
const codesOf = (secret: Secret, label = ''): TOTP =>
  new TOTP({ issuer: 'Crescendo', label, algorithm: 'SHA1', digits: 6, period: 30, secret })

/** The secret of somebody's codes, made of their invitation: the page that shows it and the form that proves it agree. */
export const secretFor = (invitation: string): string =>
  new Secret({
    buffer: Uint8Array.from(createHmac('sha256', invitation).update('codes').digest().subarray(0, 20)).buffer,
  }).base32

/** The address by which an authenticator app takes up a secret. */
export const addressOf = (secret: string, label: string): string => codesOf(Secret.fromBase32(secret), label).toString()

/**
 * The number of the half minute that a code is of; null where it is of none near now, or of one not after the last
 * that was used: no code counts twice.
 */
export function stepOf(secret: string, code: string, lastStep: number, now: Date): number | null {
  const totp = codesOf(Secret.fromBase32(secret))
  const delta = totp.validate({ token: code.replaceAll(/\s/g, ''), timestamp: now.getTime(), window: 1 })
  if (delta === null) return null
  const step = totp.counter({ timestamp: now.getTime() }) + delta
  return step > lastStep ? step : null
}
