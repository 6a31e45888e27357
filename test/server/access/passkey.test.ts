import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../../migrations/open.ts'
import { gateOf, type Gate } from '../../../server/access/gate.ts'
import { disable, invite } from '../../../server/access/invite.ts'
import { madePasskey, registrationAsked, shownPasskey, signInAsked, type Site } from '../../../server/access/passkey.ts'
import { sealWith } from '../../../server/access/seal.ts'
import { findLoginSession } from '../../../server/access/login-session.ts'
import { authenticator } from './authenticator.ts'
import { emptyHubs, logOf, north as hubId } from './empty-hubs.ts'

const site: Site = { hostname: 'hub.example', origin: 'https://hub.example' }
const elsewhere: Site = { hostname: 'hub.example.org', origin: 'https://hub.example.org' }
const challenge = 'Y2hhbGxlbmdl'
const saying = { site, challenge }

describe('a passkey', () => {
  it('is asked for of the site and the person by their id, to be kept on the device and used with its own check', async () => {
    const asked = await registrationAsked(site, { id: 'an id', name: 'Ada Lowe' })
    expect(asked).toMatchObject({
      rp: { name: 'Crescendo', id: 'hub.example' },
      user: { id: Buffer.from('an id').toString('base64url'), name: 'Ada Lowe', displayName: 'Ada Lowe' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    expect(asked.pubKeyCredParams.map(({ alg }) => alg)).toEqual([-8, -7, -257])
    expect((await registrationAsked(site, { id: 'an id', name: 'Ada' })).challenge).not.toBe(asked.challenge)
    const shown = await signInAsked(site)
    expect(shown).toMatchObject({ rpId: 'hub.example', userVerification: 'required' })
    expect(shown.allowCredentials).toBeUndefined()
  })

  it('is kept by its public key as it was made for this site and challenge, and not at all otherwise', async () => {
    const device = authenticator()
    const made = await madePasskey(site, challenge, device.make(saying))
    expect(made?.id).toBe(device.id)
    const body = JSON.parse(made?.body ?? '{}') as Record<string, unknown>
    expect(body).toEqual({
      publicKey: expect.stringMatching(/^[\w-]{90,}$/) as string,
      counter: 0,
      transports: ['internal'],
    })
    const { transports: _, ...response } = device.make(saying).response
    const silent = await madePasskey(site, challenge, { ...device.make(saying), response })
    expect(JSON.parse(silent?.body ?? '{}')).toMatchObject({ transports: [] })
    for (const wrong of [
      device.make({ site, challenge: 'YW5vdGhlcg' }),
      device.make({ site: elsewhere, challenge }),
      device.make({ site: { ...site, hostname: elsewhere.hostname }, challenge }),
      device.make({ site: { ...site, origin: elsewhere.origin }, challenge }),
      device.make({ ...saying, isVerified: false }),
      device.show(saying),
      null,
      'a passkey',
    ])
      expect(await madePasskey(site, challenge, wrong)).toBeNull()
  })

  it('lets its person in where it is shown to this site, for this challenge, with the device’s own check, and counts on', async () => {
    const [device, another] = [authenticator(), authenticator()]
    const made = (await madePasskey(site, challenge, device.make(saying))) ?? { id: '', body: '' }
    const shown = (response: unknown, kept = made) => shownPasskey(site, challenge, response, kept)
    const first = await shown(device.show({ ...saying, counter: 5 }))
    expect(JSON.parse(first ?? '{}')).toEqual({ ...(JSON.parse(made.body) as object), counter: 5 })
    const later = { id: made.id, body: first ?? '' }
    expect(await shown(device.show({ ...saying, counter: 6 }), later)).not.toBeNull()
    // A copy of the device would count from where it was copied.
    expect(await shown(device.show({ ...saying, counter: 5 }), later)).toBeNull()
    for (const wrong of [
      device.show({ site, challenge: 'YW5vdGhlcg' }),
      device.show({ site: elsewhere, challenge }),
      device.show({ site: { ...site, hostname: elsewhere.hostname }, challenge }),
      device.show({ site: { ...site, origin: elsewhere.origin }, challenge }),
      device.show({ ...saying, isVerified: false }),
      { ...another.show(saying), id: device.id, rawId: device.id },
      device.make(saying),
      null,
    ])
      expect(await shown(wrong)).toBeNull()
  })
})

describe('whoever shows a passkey', () => {
  let store: Store
  let gate: Gate
  beforeAll(async () => {
    store = await emptyHubs()
    gate = gateOf(store, sealWith(Buffer.alloc(32, 1)))
  })
  afterAll(() => store.destroy())

  it('comes in as its person, and no more once they are disabled; the log tells of both', async () => {
    const device = authenticator()
    const person = { hubId, name: 'Ada', role: 'adviser', organisation: null, assigned: [] } as const
    const { id, secret } = await invite(store, person, 'by')
    const made = (await madePasskey(site, challenge, device.make(saying))) ?? { id: '', body: '' }
    const accepted = await gate.accept(secret, [{ ...made, kind: 'passkey' }], 'Firefox')
    expect(accepted?.person.id).toBe(id)
    const entered = await gate.letPasskeyIn(site, challenge, device.show({ ...saying, counter: 3 }), 'Firefox')
    expect(entered?.person).toMatchObject({ id, name: 'Ada' })
    expect(await findLoginSession(store, entered?.secret ?? '', new Date())).toMatchObject({ way: 'passkey' })
    const [kept] = await store.selectFrom('credential').selectAll().execute()
    expect(JSON.parse(kept?.body ?? '{}')).toMatchObject({ counter: 3 })
    expect(kept?.usedAt).toMatch(/^\d{4}-/)
    expect(await gate.letPasskeyIn(site, 'YW5vdGhlcg', device.show(saying), 'Firefox')).toBeNull()
    const stranger = authenticator()
    expect(await gate.letPasskeyIn(site, challenge, stranger.show(saying), 'Firefox')).toBeNull()
    expect(await gate.letPasskeyIn(site, challenge, { ...device.show(saying), id: 7 }, 'Firefox')).toBeNull()
    await disable(store, { id, hubId }, 'by')
    expect(await gate.letPasskeyIn(site, challenge, device.show({ ...saying, counter: 9 }), 'Firefox')).toBeNull()
    const refused = { action: 'sign-in refused', hubId: null, way: 'passkey' }
    expect((await logOf(store)).slice(2)).toEqual([
      { action: 'signed in', personId: id, hubId, way: 'passkey' },
      { ...refused, personId: id },
      { ...refused, personId: 'unknown' },
      { ...refused, personId: 'unknown' },
      { action: 'disabled a person', personId: 'by', hubId, person: id, ended: 2 },
      { ...refused, personId: id },
    ])
  })
})
