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
  /** The same text sealed anew where an older key sealed it; null where the newest did, or none of them. */
  readonly renew: (sealed: string, purpose: string) => string | null
}

const [algorithm, keyBytes, nonceBytes, tagBytes] = ['aes-256-gcm', 32, 12, 16] as const

/** A seal that closes with the newest of its keys, and opens with the older ones too. */
export function sealWith(newest: Buffer, ...older: readonly Buffer[]): Seal {
  const { close, open } = sealOfOne(newest)
  const before = older.map(sealOfOne)
  const openOlder = (sealed: string, purpose: string): string | null =>
    before.map((seal) => opened(seal, sealed, purpose)).find((text) => text !== null) ?? null
  return {
    close,
    open: (sealed, purpose) => openOlder(sealed, purpose) ?? open(sealed, purpose),
    renew: (sealed, purpose) => {
      const text = openOlder(sealed, purpose)
      return text === null ? null : close(text, purpose)
    },
  }
}

/** What a seal opens to; null where it does not open. */
function opened(seal: Pick<Seal, 'open'>, sealed: string, purpose: string): string | null {
  try {
    return seal.open(sealed, purpose)
  } catch {
    return null
  }
}

/** A seal with a key of 32 bytes: AES-256-GCM with a nonce of its own for every text. Source: NIST SP 800-38D. */
function sealOfOne(key: Buffer): Pick<Seal, 'close' | 'open'> {
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

/** What the file of keys holds; the first of them is made at first use, for whoever runs Crescendo alone. */
function keysIn(file: string): string {
  try {
    writeFileSync(file, `${randomBytes(keyBytes).toString('base64')}\n`, { flag: 'wx', mode: 0o600 })
  } catch {
    // It was made before; or else reading it says what is wrong.
  }
  return readFileSync(file, 'utf8')
}

/**
 * The seal of a database: with the key in `CRESCENDO_KEY`, 32 bytes as base64, or else in the file beside it. Where there
 * are several, with a space or a new line between, the first is the newest.
 */
export function sealOf(storeFile: string, told = process.env['CRESCENDO_KEY']): Seal {
  if (told === undefined && storeFile === ':memory:') return sealWith(randomBytes(keyBytes))
  const [newest = Buffer.alloc(0), ...older] = (told ?? keysIn(keyFileOf(storeFile)))
    .trim()
    .split(/\s+/)
    .map((key) => Buffer.from(key, 'base64'))
  const wrong = [newest, ...older].find(({ length }) => length !== keyBytes)
  if (wrong === undefined) return sealWith(newest, ...older)
  const where = told === undefined ? keyFileOf(storeFile) : 'CRESCENDO_KEY'
  throw new Mistake(`${where} must hold ${keyBytes} bytes as base64: found ${wrong.length}`)
}
