import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { Mistake } from '../mistake.ts'

/**
 * Seals what must not be read by whoever holds the database alone. What is sealed for one purpose, such as the codes of
 * one person, opens for no other.
 */
export interface Seal {
  readonly close: (text: string, purpose: string) => string
  /** The text again; fails where the key or the purpose is another, or anything was changed. */
  readonly open: (sealed: string, purpose: string) => string
}

const [algorithm, keyBytes, nonceBytes, tagBytes] = ['aes-256-gcm', 32, 12, 16] as const

/** A seal with a key of 32 bytes: AES-256-GCM with a nonce of its own for every text. Source: NIST SP 800-38D. */
export function sealWith(key: Buffer): Seal {
  if (key.length !== keyBytes) throw new Error(`a key of ${key.length} bytes, not ${keyBytes}`)
  return {
    close: (text, purpose) => {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(purpose))
      const closed = Buffer.concat([cipher.update(Buffer.from(text)), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), closed]).toString('base64url')
    },
    open: (sealed, purpose) => {
      const bytes = Buffer.from(sealed, 'base64url')
      const [nonce, tag] = [bytes.subarray(0, nonceBytes), bytes.subarray(nonceBytes, nonceBytes + tagBytes)]
      const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(tag)
      return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString()
    },
  }
}

/** The file beside a database with the key of its seal; it does not belong with the backups of the database. */
export const keyFileOf = (storeFile: string): string => `${storeFile}.key`

/** The key that a file holds, made at first use for whoever runs Crescendo alone. */
function keyIn(file: string): Buffer {
  try {
    writeFileSync(file, `${randomBytes(keyBytes).toString('base64')}\n`, { flag: 'wx', mode: 0o600 })
  } catch {
    // It was made before; or else reading it says what is wrong.
  }
  return Buffer.from(readFileSync(file, 'utf8'), 'base64')
}

/** The seal of a database: with the key in `CRESCENDO_KEY`, 32 bytes as base64, or else in the file beside it. */
export function sealOf(storeFile: string, told = process.env['CRESCENDO_KEY']): Seal {
  if (told === undefined && storeFile === ':memory:') return sealWith(randomBytes(keyBytes))
  const key = told === undefined ? keyIn(keyFileOf(storeFile)) : Buffer.from(told, 'base64')
  if (key.length === keyBytes) return sealWith(key)
  const where = told === undefined ? keyFileOf(storeFile) : 'CRESCENDO_KEY'
  throw new Mistake(`${where} must hold ${keyBytes} bytes as base64: found ${key.length}`)
}
