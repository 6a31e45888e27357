import { kept } from './kept.ts'

/**
 * Keeps what was worked out of a thing for the key that was asked for last, and no other: for what is large, and is
 * asked for again and again in the same way.
 */
export function keptLast<T>(thing: object, name: string, key: string, workOut: () => T): T {
  const slot = kept(thing, name, (): { key: string | null; value: T | null } => ({ key: null, value: null }))
  if (slot.key !== key || slot.value === null) [slot.value, slot.key] = [workOut(), key]
  return slot.value
}
