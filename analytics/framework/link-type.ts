type Following = 'forward' | 'backward' | 'first closed'

const following: Readonly<Record<string, Following>> = {
  successor: 'forward',
  'successor - merged': 'forward',
  'successor - amalgamated': 'forward',
  predecessor: 'backward',
  'predecessor - merged': 'backward',
  'predecessor - amalgamated': 'backward',
  'result of amalgamation': 'first closed',
}

/** The types of the register that are never followed. */
const notFollowed: ReadonlySet<string> = new Set([
  'successor - split school',
  'predecessor - split school',
  'sixth form centre school',
  'sixth form centre link',
  'expansion',
  'closure',
  'other',
])

const foldType = (linkType: string): string => linkType.trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** Whether a link type is one of the register's own, followed or not. */
export const isLinkType = (linkType: string): boolean =>
  followingOf(linkType) !== null || notFollowed.has(foldType(linkType))

/**
 * How a register link of a type is followed: from the URN to the link URN (`forward`), the other way (`backward`),
 * from whichever closed first (`first closed`: amalgamations, and all whose type begins with `Merged - `); null for
 * types never followed (splits, sixth forms, expansions, closures, other).
 */
export function followingOf(linkType: string): Following | null {
  const type = foldType(linkType)
  return type.startsWith('merged - ') ? 'first closed' : (following[type] ?? null)
}
