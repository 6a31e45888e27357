import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../../../analytics/evidence/build.ts'
import { ask } from '../../../analytics/measures/ask.ts'
import { districtFunnel } from '../../../analytics/measures/district-funnel.ts'
import { audit, school } from '../../../fixtures/story.ts'
import { facts } from '../facts.ts'

/** Districts by name, how many schools each has and how many of them are at Establishing. */
const districts = [
  ['East', 60, 57],
  ['Middle', 100, 43],
  ['North', 9, 9],
  [null, 31, 11],
  ['West', 40, 0],
] as const

const schools = districts.flatMap(([district, count, reached]) =>
  Array.from({ length: count }, (_, at) => ({ district, isReached: at < reached })),
)

const known = facts({
  register: schools.map(({ district }, at) => school(900001 + at, { district })),
  audits: schools.map(({ isReached }, at) => audit(900001 + at, '2023-01-10', isReached ? 'En F F F' : 'D - F F')),
})

const funnel = (strand: 'Curriculum music' | 'Co-curricular') =>
  ask(districtFunnel, buildEvidence(known), { asOf: '2026-06-30', where: { strand } })

describe('district-funnel', () => {
  it('has the districts by name, those not known last, and says where each stands against chance', () => {
    const { rows, totals } = funnel('Curriculum music')
    expect(rows.map(({ district, n, atOrAbove, standing }) => [district, n, atOrAbove, standing])).toEqual([
      ['East', 60, 57, 'above'],
      ['Middle', 100, 43, 'as expected'],
      ['North', 9, 9, 'too few to say'],
      ['West', 40, 0, 'below'],
      ['Unknown', 31, 11, 'as expected'],
    ])
    expect(totals).toEqual({ n: 240, atOrAbove: 120, centre: 50 })
  })

  it('has limits around the share of all, wider the fewer schools there are', () => {
    // Around one half with n of 100: 0.4020 to 0.5980 and 0.3455 to 0.6545.
    expect(funnel('Curriculum music').rows[1]).toMatchObject({
      lower95: 40.2,
      upper95: 59.8,
      lower998: 34.5,
      upper998: 65.5,
    })
    expect(funnel('Curriculum music').rows[2]).toMatchObject({ share: 100, upper998: 100 })
  })

  it('has no share and no limits where no school of a district is rated', () => {
    expect(funnel('Co-curricular').rows[3]).toMatchObject({
      district: 'West',
      schools: 40,
      n: 0,
      share: 'z',
      lower95: 'z',
    })
  })
})
