/**
 * Keeps what is worked out of things, under names of any kind: worked out the first time only, and kept as long as the
 * thing is. Names made anew at each asking, such as joined texts, take longer to look up than much of what is kept.
 */
export function keeper() {
  const all = new WeakMap<object, Map<unknown, unknown>>()
  return <T>(thing: object, name: unknown, workOut: () => T): T => {
    let known = all.get(thing)
    if (known === undefined) all.set(thing, (known = new Map()))
    const found = known.get(name)
    if (found !== undefined || known.has(name)) return found as T
    const made = workOut()
    known.set(name, made)
    return made
  }
}

export const kept = keeper()

/** The same, but of each thing only what was worked out last under a few names: the oldest makes room. */
export function lastKeeper(most: number) {
  const ofThing = keeper()
  return <T>(thing: object, name: unknown, workOut: () => T): T => {
    const known = ofThing(thing, lastKeeper, () => new Map<unknown, T>())
    const found = known.get(name)
    if (found !== undefined) return found
    for (const oldest of known.keys()) if (known.size >= most) known.delete(oldest)
    const made = workOut()
    known.set(name, made)
    return made
  }
}
