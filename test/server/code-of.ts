import { Secret, TOTP } from 'otpauth'

/** The code that an authenticator app shows for a secret now, or so many half minutes from now. */
export const codeOf = (secret: string, later = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later * 30_000 })
