import type { Position } from './outline.ts'

/** An ellipsoid by its half axes, in metres, and the square of its eccentricity. */
const ellipsoid = (a: number, b: number) => ({ a, b, e2: 1 - (b * b) / (a * a) })
const airy = ellipsoid(6_377_563.396, 6_356_256.909)
const wgs84 = ellipsoid(6_378_137, 6_356_752.314_245)

/** The grid: its scale, its true origin in radians, and the easting and northing given to that. */
const [scale, phi0, lambda0, east0, north0] = [
  0.999_601_271_7,
  (49 * Math.PI) / 180,
  (-2 * Math.PI) / 180,
  400_000,
  -100_000,
]

/** The length of the meridian from the origin's latitude to another, in metres. */
function meridian(phi: number): number {
  const n = (airy.a - airy.b) / (airy.a + airy.b)
  const [less, more] = [phi - phi0, phi + phi0]
  return (
    airy.b *
    scale *
    ((1 + n + 1.25 * n ** 2 + 1.25 * n ** 3) * less -
      (3 * n + 3 * n ** 2 + 2.625 * n ** 3) * Math.sin(less) * Math.cos(more) +
      1.875 * (n ** 2 + n ** 3) * Math.sin(2 * less) * Math.cos(2 * more) -
      (35 / 24) * n ** 3 * Math.sin(3 * less) * Math.cos(3 * more))
  )
}

/** Latitude and longitude on the grid's own ellipsoid, in radians. */
function onAiry(easting: number, northing: number): readonly [phi: number, lambda: number] {
  let phi = phi0
  for (let turn = 0; turn < 8; turn++) phi += (northing - north0 - meridian(phi)) / (airy.a * scale)
  const [tan, sec] = [Math.tan(phi), 1 / Math.cos(phi)]
  const bend = 1 - airy.e2 * Math.sin(phi) ** 2
  const nu = (airy.a * scale) / Math.sqrt(bend)
  const rho = (nu * (1 - airy.e2)) / bend
  const eta2 = nu / rho - 1
  const dE = easting - east0
  return [
    phi -
      (tan / (2 * rho * nu)) * dE ** 2 +
      (tan / (24 * rho * nu ** 3)) * (5 + 3 * tan ** 2 + eta2 - 9 * tan ** 2 * eta2) * dE ** 4 -
      (tan / (720 * rho * nu ** 5)) * (61 + 90 * tan ** 2 + 45 * tan ** 4) * dE ** 6,
    lambda0 +
      (sec / nu) * dE -
      (sec / (6 * nu ** 3)) * (nu / rho + 2 * tan ** 2) * dE ** 3 +
      (sec / (120 * nu ** 5)) * (5 + 28 * tan ** 2 + 24 * tan ** 4) * dE ** 5 -
      (sec / (5040 * nu ** 7)) * (61 + 662 * tan ** 2 + 1320 * tan ** 4 + 720 * tan ** 6) * dE ** 7,
  ]
}

const second = Math.PI / 648_000

/** From the grid's datum to that of longitudes and latitudes: a move in metres, turns, and a change of scale. */
const move = { x: 446.448, y: -125.157, z: 542.06, rx: 0.1502 * second, ry: 0.247 * second, rz: 0.8421 * second }
const stretch = 1 - 20.4894e-6

/**
 * The place of an easting and a northing of the British National Grid, in metres, to within about five metres. For
 * example, 651409.903 east and 313177.27 north is 1.7161 degrees east and 52.6580 north.
 *
 * Source: Ordnance Survey, A guide to coordinate systems in Great Britain, annexes B and C.
 */
export function placeOnGrid(easting: number, northing: number): Position {
  const [phi, lambda] = onAiry(easting, northing)
  const nu = airy.a / Math.sqrt(1 - airy.e2 * Math.sin(phi) ** 2)
  const [x, y, z] = [
    nu * Math.cos(phi) * Math.cos(lambda),
    nu * Math.cos(phi) * Math.sin(lambda),
    nu * (1 - airy.e2) * Math.sin(phi),
  ]
  const [east, north, up] = [
    move.x + stretch * x - move.rz * y + move.ry * z,
    move.y + move.rz * x + stretch * y - move.rx * z,
    move.z - move.ry * x + move.rx * y + stretch * z,
  ]
  const flat = Math.hypot(east, north)
  let latitude = Math.atan2(up, flat * (1 - wgs84.e2))
  for (let turn = 0; turn < 5; turn++) {
    const sin = Math.sin(latitude)
    latitude = Math.atan2(up + (wgs84.e2 * wgs84.a * sin) / Math.sqrt(1 - wgs84.e2 * sin ** 2), flat)
  }
  return [(Math.atan2(north, east) * 180) / Math.PI, (latitude * 180) / Math.PI]
}
