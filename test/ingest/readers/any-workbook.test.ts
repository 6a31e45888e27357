import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readUntrusted } from '../../../ingest/readers/workbook/read.ts'
import { runs } from '../../runs.ts'
import { book, packed, row, sharedStrings, styles, text, value, worksheet, type Parts } from './made-workbook.ts'

const whole = book(
  [
    [
      'Audits',
      worksheet(
        [
          row([text('URN', 'r="A1"'), value(0, 't="s"')], 'r="1" hidden="0"'),
          row([value(100_001), value(45_356.5, 's="1"'), '<c t="str"><f>A1</f><v>x</v></c>', value('#N/A', 't="e"')]),
        ],
        '<cols><col min="3" max="3" hidden="1"/></cols>',
        '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
      ),
    ],
    ['Hidden', worksheet([]), 'state="hidden"'],
  ],
  { ...styles(0, 14, 'dd/mm/yyyy', '0%'), ...sharedStrings('<t>Level</t>', '<r><t>a</t></r>') },
  'date1904="1"',
)

const scraps = [
  '',
  '<',
  '>',
  '"',
  '&',
  '-1',
  '1e99',
  '99999999999',
  'NaN',
  '<row>',
  '</c>',
  '<c r="B2">',
  'r="A1048577"',
  'A1:XFD1048576',
  'http:',
  '\u0000',
  '\uFFFE',
  '..',
  '%zz',
  '_x',
]

/** A cut of a part, by where it is in thousandths of it, and what is put in its place. */
const change = fc.record({
  part: fc.constantFrom(...Object.keys(whole)),
  at: fc.nat({ max: 1000 }),
  length: fc.nat({ max: 30 }),
  scrap: fc.oneof(fc.constantFrom(...scraps), fc.string({ maxLength: 4 })),
})

const changed = (
  parts: Parts,
  { part, at, length, scrap }: { part: string; at: number; length: number; scrap: string },
): Parts => {
  const content = String(parts[part])
  const from = Math.floor((content.length * at) / 1000)
  return { ...parts, [part]: content.slice(0, from) + scrap + content.slice(from + length) }
}

/** Whether what is read is worth handing on: cells within the limits, and words for every problem. */
async function isAnswered(bytes: Uint8Array): Promise<boolean> {
  const { grids, problems } = await readUntrusted(bytes)
  const isWithin = grids.every(({ rows }) => rows.every(({ row, cells }) => row >= 1 && cells.length <= 300))
  return isWithin && problems.every(({ found, accepted }) => found !== '' && accepted !== '')
}

describe('any workbook', () => {
  it('with some of its text put for other text ends in values or a plain problem', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        expect(await isAnswered(packed(changes.reduce(changed, whole), 0))).toBe(true)
      }),
      { numRuns: runs(100) },
    )
  })

  it('with some of its bytes put for other bytes ends in values or a plain problem', async () => {
    const bytes = packed(whole)
    const flips = fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), {
      minLength: 1,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(flips, async (flips) => {
        const other = Uint8Array.from(bytes)
        for (const [at, byte] of flips) other[at] = byte
        expect(await isAnswered(other)).toBe(true)
      }),
      { numRuns: runs(100) },
    )
  })
})
