const shift = 607 / 128

const coefficients: readonly number[] = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  0.00003399464998481189, 0.00004652362892704858, -0.00009837447530487956, 0.0001580887032249125,
  -0.00021026444172410488, 0.00021743961811521265, -0.0001643181065367639, 0.00008441822398385275,
  -0.000026190838401581408, 0.0000036899182659531625,
]

/**
 * The natural logarithm of the gamma function of a number above nothing, to about 15 figures. For example,
 * `logGamma(5)` is log(24), 3.178054.
 *
 * Source: Lanczos, A precision approximation of the gamma function, SIAM Journal on Numerical Analysis B 1 (1964),
 * 86-96, with the coefficients that Godfrey published in 2001.
 */
export function logGamma(x: number): number {
  const sum = coefficients.reduce((sum, coefficient, k) => sum + (k === 0 ? coefficient : coefficient / (x + k)), 0)
  const t = x + shift + 0.5
  return (x + 0.5) * Math.log(t) - t + Math.log((Math.sqrt(2 * Math.PI) * sum) / x)
}
