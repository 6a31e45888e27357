/**
 * How a register link of a type is followed: from the URN to the link URN (`forward`), the other way (`backward`),
 * from whichever closed first (`first closed`). A type not named here is never followed (splits, sixth forms,
 * expansions, closures, other).
 */
export const followedLinkTypes: Readonly<Record<string, 'forward' | 'backward' | 'first closed'>> = {
  Successor: 'forward',
  'Successor - merged': 'forward',
  'Successor - amalgamated': 'forward',
  Predecessor: 'backward',
  'Predecessor - merged': 'backward',
  'Predecessor - amalgamated': 'backward',
  'Result of Amalgamation': 'first closed',
  'Merged - expansion of school capacity': 'first closed',
  'Merged - change in age range': 'first closed',
  'Merged - expansion in school capacity and changer in age range': 'first closed',
}
