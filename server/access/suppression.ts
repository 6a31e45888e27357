import { scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import type { Store } from '../../migrations/open.ts'

const slowly = promisify<string, string, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)

/** An e-mail address as it is kept and compared: in small letters, without what stands about it. */
export const foldedAddress = (address: string): string => address.normalize('NFC').trim().toLowerCase()

/**
 * The mark of an address: from it the address cannot be read, only tried, and each try is slow. It is the same for the
 * same hub and address on every machine, so that it still holds in a copy that was restored elsewhere.
 *
 * Source: RFC 7914, scrypt with 32 MiB.
 */
export async function markOf(hubId: number, address: string): Promise<string> {
  const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 }
  return (await slowly(foldedAddress(address), `crescendo suppression ${hubId}`, 32, cost)).toString('base64url')
}

/** Marks an address as one not to be written to; once is enough. */
export async function suppress(trx: Store, hubId: number, mark: string): Promise<void> {
  const row = { hubId, mark, madeAt: new Date().toISOString() }
  await trx
    .insertInto('suppression')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes a mark off again, as somebody consents anew; whether there was one. */
export async function lift(trx: Store, hubId: number, mark: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('suppression')
    .where('hubId', '=', hubId)
    .where('mark', '=', mark)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
