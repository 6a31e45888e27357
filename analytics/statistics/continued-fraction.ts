const nearNothing = 1e-300
const closeEnough = 2e-15

const notNothing = (value: number): number => (Math.abs(value) < nearNothing ? nearNothing : value)

/**
 * The value of a1 / (b1 + a2 / (b2 + a3 / (b3 + ...))), to about 15 figures, from functions that give the a and the b
 * of each step. For example, with every a and b 1 it is 0.618034, the golden section.
 *
 * Source: Thompson and Barnett, Coulomb and Bessel functions of complex arguments and order, Journal of Computational
 * Physics 64 (1986), 490-509 (the algorithm of Lentz, modified).
 */
export function continuedFraction(a: (step: number) => number, b: (step: number) => number): number {
  let value = nearNothing
  let upper = nearNothing
  let lower = 0
  let factor = 0
  for (let step = 1; Math.abs(factor - 1) > closeEnough; step++) {
    upper = notNothing(b(step) + a(step) / upper)
    lower = 1 / notNothing(b(step) + a(step) * lower)
    factor = upper * lower
    value *= factor
  }
  return value
}
