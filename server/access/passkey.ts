import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { CredentialTable } from '../../migrations/tables.ts'
import type { PasskeyBody } from './credentials.ts'
import type { Person } from './person.ts'

/** The site that a passkey is for: its name and its address as the browser has it. */
export interface Site {
  readonly hostname: string
  readonly origin: string
}

/** Ed25519, ECDSA with P-256 and RSA, by their COSE numbers: what all devices can, and no experiment. */
const algorithms = [-8, -7, -257]

/** What a browser is asked to make a passkey of somebody with; it asks for their finger, face or PIN. */
export const registrationAsked = ({ hostname }: Site, { id, name }: Pick<Person, 'id' | 'name'>) =>
  generateRegistrationOptions({
    rpName: 'Crescendo',
    rpID: hostname,
    userName: name,
    userDisplayName: name,
    userID: Uint8Array.from(Buffer.from(id)),
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })

/** What a browser is asked to show a passkey with. */
export const signInAsked = ({ hostname }: Site) =>
  generateAuthenticationOptions({ rpID: hostname, userVerification: 'required' })

/** The passkey that a browser has made, as it is kept; null where it is not what was asked for. */
export async function madePasskey(
  { hostname, origin }: Site,
  challenge: string,
  response: unknown,
): Promise<Pick<CredentialTable, 'id' | 'body'> | null> {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: hostname,
      supportedAlgorithmIDs: algorithms,
    })
    if (registrationInfo === undefined) return null
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential
    const body: PasskeyBody = { publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports }
    return { id, body: JSON.stringify(body) }
  } catch {
    // What a browser sends that is no passkey is refused, whatever is wrong with it.
    return null
  }
}

/** What is kept of a passkey once it was shown; null where it was not. */
export async function shownPasskey(
  { hostname, origin }: Site,
  challenge: string,
  response: unknown,
  { id, body }: Pick<CredentialTable, 'id' | 'body'>,
): Promise<string | null> {
  const { publicKey, counter, transports } = JSON.parse(body) as PasskeyBody
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: hostname,
      credential: { id, publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')), counter },
    })
    const kept: PasskeyBody = { publicKey, counter: authenticationInfo.newCounter, transports }
    return verified ? JSON.stringify(kept) : null
  } catch {
    return null
  }
}
