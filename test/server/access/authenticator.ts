import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { cose, isoCBOR } from '@simplewebauthn/server/helpers'
import type { Site } from '../../../server/access/passkey.ts'

/** What somebody's device says and can be made to say wrongly. */
export interface Saying {
  readonly site: Site
  readonly challenge: string
  /** Whether it asked for a finger, face or PIN. */
  readonly isVerified?: boolean
  readonly counter?: number
}

/** A device that makes and shows one passkey, as WebAuthn has it: ECDSA with P-256, attested by nobody. */
export interface Authenticator {
  readonly id: string
  readonly make: (saying: Saying) => RegistrationResponseJSON
  readonly show: (saying: Saying) => AuthenticationResponseJSON
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest()
const uint = (value: number, bytes: number): Buffer => {
  const made = Buffer.alloc(bytes)
  made.writeUIntBE(value, 0, bytes)
  return made
}

export function authenticator(): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const rawId = randomBytes(16)
  const id = text(rawId)
  const key = new Map<number, number | Uint8Array<ArrayBuffer>>([
    [cose.COSEKEYS.kty, cose.COSEKTY.EC2],
    [cose.COSEKEYS.alg, cose.COSEALG.ES256],
    [cose.COSEKEYS.crv, cose.COSECRV.P256],
    [cose.COSEKEYS.x, Uint8Array.from(Buffer.from(x, 'base64url'))],
    [cose.COSEKEYS.y, Uint8Array.from(Buffer.from(y, 'base64url'))],
  ])
  const clientData = (type: string, { site, challenge }: Saying): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin: site.origin, crossOrigin: false }))
  const about = ({ site, isVerified = true, counter = 0 }: Saying, flags: number, rest: Uint8Array = Buffer.alloc(0)) =>
    // The flags: somebody was there, and showed that it is they.
    Buffer.concat([sha256(site.hostname), uint(flags | 0x01 | (isVerified ? 0x04 : 0), 1), uint(counter, 4), rest])
  const common = { id, rawId: id, type: 'public-key', clientExtensionResults: {} } as const
  return {
    id,
    make: (saying) => {
      const credential = Buffer.concat([Buffer.alloc(16), uint(rawId.length, 2), rawId, isoCBOR.encode(key)])
      const authData = Uint8Array.from(about(saying, 0x40, credential))
      const attested = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ])
      const attestationObject = text(isoCBOR.encode(attested as Parameters<typeof isoCBOR.encode>[0]))
      const clientDataJSON = text(clientData('webauthn.create', saying))
      return { ...common, response: { clientDataJSON, attestationObject, transports: ['internal'] } }
    },
    show: (saying) => {
      const [data, told] = [about(saying, 0), clientData('webauthn.get', saying)]
      const signature = sign('sha256', Buffer.concat([data, sha256(told)]), privateKey)
      const response = { clientDataJSON: text(told), authenticatorData: text(data), signature: text(signature) }
      return { ...common, response }
    },
  }
}
