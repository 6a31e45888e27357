import { describe, expect, it } from 'vitest'
import { parseMappings, readMapping } from '../../../ingest/mapping/read-mapping.ts'

const columns = [
  { heading: 'School no', means: 'URN' },
  { heading: 'Visit', means: 'Meeting date' },
  { heading: 'Area', means: 'Strand' },
  { heading: 'Grade', means: 'Level' },
]

const wrongOf = (value: unknown) => {
  const read = readMapping(value)
  return 'wrong' in read ? read.wrong : []
}

describe('a mapping', () => {
  it('finds the layout of its kind by the columns it speaks of, unless it says which', () => {
    const read = readMapping({ kind: 'audits', columns })
    expect('sheet' in read && read.sheet.layout).toBe('long')
    expect(wrongOf({ kind: 'audits', layout: 'wide', columns })).toEqual([
      '"Area" means "Strand", which audits have not; they have URN, LAESTAB, UKPRN, School, Town, Postcode, District, Meeting date, Adviser, Framework, Curriculum music, Co-curricular, Leadership and Management, Community and partnerships',
      expect.stringMatching(/^"Grade" means "Level", which audits have not/),
    ])
  })

  it('says in plain words what in it cannot be used', () => {
    expect(wrongOf({ kind: 'audits', columns: [{ heading: '', means: 'URN' }] })).toEqual([
      'a column without a heading needs its number',
    ])
    expect(
      wrongOf({
        kind: 'audits',
        layout: 'long',
        year: 'soon',
        headingRows: [3, 9],
        columns: [
          ...columns,
          { heading: 'E', means: 'Level', ticked: 'Emerging' },
          { heading: 'X', means: 'URN', ticked: 'x' },
        ],
        values: { 1: 'Emerging' },
      }),
    ).toEqual([
      '"E" is ticked for "Emerging"; use Focusing, Developing, Establishing and Enhancing',
      '"X" is ticked, but URN is not told by ticks',
      '"1" stands for "Emerging", which no column of audits knows',
      'the year "soon" is none such as 2023/24',
      'the headings stand in one row, or in two that follow each other',
    ])
    expect(wrongOf({ kind: 'audits', layout: 'tall', columns })).toEqual([
      'audits have no layout "tall"; they have wide and long',
    ])
    expect(wrongOf({ kind: 'audits' }).join()).toContain('columns')
    expect(wrongOf(null)).not.toEqual([])
  })

  it('comes in a file by itself or in a list', () => {
    const mapping = { kind: 'audits', columns }
    expect(parseMappings(JSON.stringify(mapping))).toEqual({ mappings: [mapping] })
    expect(parseMappings(JSON.stringify([mapping, mapping]))).toEqual({ mappings: [mapping, mapping] })
    expect(parseMappings('{')).toEqual({ wrong: ['it is not JSON'] })
    expect(parseMappings('[{"kind":"audits"}]')).toHaveProperty('wrong')
  })
})
