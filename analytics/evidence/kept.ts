const all = new WeakMap<object, Map<string, unknown>>()

/** What was worked out of a thing under a name, worked out the first time only and kept as long as the thing is. */
export function kept<T>(thing: object, name: string, workOut: () => T): T {
  const known = all.get(thing) ?? new Map<string, unknown>()
  if (known.size === 0) all.set(thing, known)
  if (!known.has(name)) known.set(name, workOut())
  return known.get(name) as T
}
