import fc from 'fast-check'

export const seed = fc.nat({ max: 2 ** 31 - 1 })

/** Numbers from 0 up to 1, and choices, that follow from a seed. Source: Numerical Recipes, the quick generator `ranqd1`. */
export function dice(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  return { next, one: <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)]! }
}
