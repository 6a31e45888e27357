/** What JSON says, as far as one can ask it: the fields of objects, the items of lists, and nothing of other things. */

export const fieldOf = (told: unknown, name: string): unknown =>
  typeof told === 'object' && told !== null && Object.hasOwn(told, name)
    ? (told as Readonly<Record<string, unknown>>)[name]
    : undefined

export const itemsOf = (told: unknown): readonly unknown[] => (Array.isArray(told) ? (told as readonly unknown[]) : [])
