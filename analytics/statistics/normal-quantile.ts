type Coefficients = readonly [number, number, number, number, number, number, number, number]

const middleTop: Coefficients = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
  33430.57558358813, 2509.0809287301227,
]
const middleBottom: Coefficients = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
  5226.495278852854,
]
const nearTop: Coefficients = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
]
const nearBottom: Coefficients = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
]
const farTop: Coefficients = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
]
const farBottom: Coefficients = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548,
  1.421511758316446e-7, 2.0442631033899397e-15,
]

const polynomial = (coefficients: Coefficients, x: number): number =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0)

const ratio = (top: Coefficients, bottom: Coefficients, x: number): number => polynomial(top, x) / polynomial(bottom, x)

/**
 * The z below which that part of the standard normal distribution lies, to about 16 figures; minus infinity for 0 and
 * infinity for 1. For example, `normalQuantile(0.975)` is 1.959963984540054.
 *
 * Source: Wichura, Algorithm AS 241: the percentage points of the normal distribution, Applied Statistics 37 (1988),
 * 477-484, PPND16.
 */
export const normalQuantile = (part: number): number => (part === usual.part ? usual.quantile : quantileAt(part))

function quantileAt(part: number): number {
  const middle = part - 0.5
  if (Math.abs(middle) <= 0.425) return middle * ratio(middleTop, middleBottom, 0.180625 - middle * middle)
  const tail = Math.min(part, 1 - part)
  if (tail === 0) return Math.sign(middle) * Infinity
  const r = Math.sqrt(-Math.log(tail))
  return Math.sign(middle) * (r <= 5 ? ratio(nearTop, nearBottom, r - 1.6) : ratio(farTop, farBottom, r - 5))
}

/** That of a 95% interval: a thousand rows ask for it a thousand times. */
const usual = { part: 0.975, quantile: quantileAt(0.975) }
