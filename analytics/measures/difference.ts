/** A figure with all that must be the same before another is taken from it. */
export interface Figured {
  readonly value: number
  /** What it counts, of whom: two figures of one basis count the same thing. */
  readonly basis: string
  /** The frameworks that it rests on, if any. */
  readonly frameworks?: ReadonlySet<string>
}

/** How much one figure is more than another, or why that may not be said. */
export type Difference = { readonly difference: number } | { readonly refused: string }

/**
 * The first figure less the second, refused in words where the two do not count the same thing, or rest on frameworks
 * of which not all can be compared with each other, those of one figure included.
 *
 * For example, of 583,783 and 531,422 pupils of Years 1 to 9 it is 52,361; from 596,820 pupils of all years the latter
 * is not taken.
 */
export function differenceOf(
  a: Figured,
  b: Figured,
  comparable: (framework: string, other: string) => boolean = (framework, other) => framework === other,
): Difference {
  if (a.basis !== b.basis)
    return { refused: `figures on different bases are not subtracted: ${a.basis}, and ${b.basis}` }
  const frameworks = [...(a.frameworks ?? []), ...(b.frameworks ?? [])]
  for (const framework of frameworks)
    for (const other of frameworks)
      if (!comparable(framework, other))
        return { refused: `levels under ${named(framework)} and ${named(other)} cannot be compared` }
  return { difference: a.value - b.value }
}

const named = (framework: string): string => framework || 'a framework that is not known'
