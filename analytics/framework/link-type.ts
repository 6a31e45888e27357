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

/**
 * How a register link of a type is followed: from the URN to the link URN (`forward`), the other way (`backward`),
 * from whichever closed first (`first closed`: amalgamations, and all whose type begins with `Merged - `); null for
 * types never followed (splits, sixth forms, expansions, closures, other).
 */
export function followingOf(linkType: string): Following | null {
  const type = linkType.trim().replaceAll(/\s+/g, ' ').toLowerCase()
  return type.startsWith('merged - ') ? 'first closed' : (following[type] ?? null)
}
