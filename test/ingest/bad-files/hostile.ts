import { randomBytes } from 'node:crypto'
import type { ProblemCode } from '../../../ingest/problem.ts'
import {
  book,
  packed,
  row,
  sharedStrings,
  table,
  text,
  value,
  worksheet,
  type Parts,
} from '../readers/made-workbook.ts'
import { both, first, firstFact, long, second, textFile, type BadFile, type Expected } from './bad-file.ts'

const head = row(long.split(',').map((heading) => text(heading)))
const audit = row(first.split(',').map((cell) => text(cell)))

/** Bytes that do not pack, so that the rest may be packed as tightly as it will. */
const filling = (size = 1_300_000): Parts => ({ 'xl/media/image1.png': new Uint8Array(randomBytes(size)) })

const bomb = (name: string, wrong: string, make: () => Parts, expected: Expected, level?: 6): BadFile => ({
  name,
  wrong,
  make: () => packed(make(), level),
  expected,
})

const small = (): Parts => book([['Audits', worksheet([head, audit])]])
const refused = (says: string): Expected => ({ refused: ['unreadable-file'], says })
const right: Expected = { gives: [firstFact] }

const spaced = (count: number): string => `a${' '.repeat(count)}b`

const codesOfRow: readonly ProblemCode[] = ['malformed-urn', 'unreadable-day', 'unknown-strand', 'level-outside-scale']

const withAdviser = (adviser: string): string => `${long},Adviser\n${first},${adviser}\n`

/** Zip files within zip files, each of many copies of the next. */
function nested(depth: number): Uint8Array {
  const inner = depth === 0 ? new Uint8Array(1_000_000) : nested(depth - 1)
  return packed(Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`${index}.zip`, inner])))
}

/** Files made to take all of a machine's memory or time. They are loaded in a process of its own, which is measured. */
export const hostile: readonly BadFile[] = [
  bomb(
    'all-merged.xlsx',
    'all cells of a worksheet merged into one',
    () =>
      book([
        ['Audits', worksheet([head, audit], '', '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>')],
      ]),
    { refused: ['unknown-kind'] },
  ),
  bomb(
    'many-merges.xlsx',
    'a hundred thousand merged cells',
    () => ({
      ...book([
        [
          'Audits',
          worksheet([head, audit], '', `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(100_000)}</mergeCells>`),
        ],
      ]),
      ...filling(),
    }),
    right,
  ),
  bomb(
    'spaces.xlsx',
    '40 MB of spaces between cells',
    () => ({ ...book([['Audits', worksheet([' '.repeat(40e6)])]]), ...filling() }),
    refused('characters at a stretch'),
  ),
  bomb(
    'packed-spaces.xlsx',
    '60 MB of spaces packed into next to nothing',
    () => book([['Audits', worksheet([' '.repeat(60e6)])]]),
    refused('times its size'),
    // How tightly is told, and packed well it is the same everywhere.
    6,
  ),
  bomb(
    'empty-rows.xlsx',
    'more rows than a worksheet has',
    () => ({ ...book([['Audits', worksheet(['<row/>'.repeat(1_100_000)])]]), ...filling() }),
    refused('more rows than a worksheet can have'),
  ),
  bomb(
    'far-cell.xlsx',
    'a cell in the last corner of a worksheet',
    () => book([['Audits', worksheet([head, audit, row([text('z', 'r="XFD1048576"')], 'r="1048576"')])]]),
    refused('column XFD'),
  ),
  bomb(
    'far-row.xlsx',
    'a cell in the last row of a worksheet',
    () => book([['Audits', worksheet([head, audit, row([text('Total', 'r="A1048576"')], 'r="1048576"')])]]),
    { ...right, notes: ['totals'] },
  ),
  bomb(
    'entities.xlsx',
    'entities that grow as they are read',
    () => ({
      ...small(),
      'xl/worksheets/sheet1.xml': `<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]>${worksheet([head])}`,
    }),
    refused('document type'),
  ),
  bomb(
    'foreign-entity.xlsx',
    'an entity that names a file of the machine',
    () => ({
      ...small(),
      'xl/workbook.xml': `<!DOCTYPE a SYSTEM "file:///etc/hostname">${String(small()['xl/workbook.xml'])}`,
    }),
    refused('document type'),
  ),
  bomb(
    'shared-string.xlsx',
    'one long text said 100,000 times over',
    () => ({
      ...book(
        [
          [
            'Audits',
            worksheet(Array.from({ length: 1_000 }, () => row(Array.from({ length: 100 }, () => value(0, 't="s"'))))),
          ],
        ],
        sharedStrings(`<t>${'x'.repeat(32_000)}</t>`),
      ),
      ...filling(),
    }),
    refused('50,000,000 characters'),
  ),
  bomb(
    'many-strings.xlsx',
    'half a million texts that no cell uses',
    () => ({
      ...book([['Audits', worksheet([head, audit])]], sharedStrings(`<t>x</t>${'</si><si><t>x</t>'.repeat(5e5)}`)),
      ...filling(),
    }),
    right,
  ),
  bomb(
    'attributes.xlsx',
    'a million attributes of one row',
    () =>
      book([['Audits', worksheet([`<row ${Array.from({ length: 1e6 }, (_, index) => `a${index}="1"`).join(' ')}/>`])]]),
    refused('characters at a stretch'),
  ),
  bomb(
    'deep.xlsx',
    'elements a thousand deep',
    () => book([['Audits', worksheet([`${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}`])]]),
    refused('elements within elements'),
  ),
  bomb(
    'many-parts.xlsx',
    'three hundred parts',
    () => ({
      ...small(),
      ...Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`xl/media/${index}.png`, 'x'])),
    }),
    refused('200 are the most'),
  ),
  bomb(
    'faults.xlsx',
    'more errors than anybody could mend',
    () =>
      book([['Audits', worksheet([head, ...Array.from({ length: 10_001 }, () => row([value('#REF!', 't="e"')]))])]]),
    refused('cells that cannot be read'),
  ),
  bomb(
    'wide.xlsx',
    'ten thousand columns',
    () =>
      book([
        [
          'Audits',
          table([...long.split(','), ...Array.from({ length: 10_000 }, (_, index) => `c${index}`)], first.split(',')),
        ],
      ]),
    refused('first 300 columns'),
  ),
  bomb(
    'long-cell.xlsx',
    'a cell of 900,000 spaces with a letter at each end',
    () =>
      book(
        [
          [
            'Audits',
            worksheet([
              row([...long.split(','), 'Adviser'].map((cell) => text(cell))),
              row([...first.split(','), spaced(900_000)].map((cell) => text(cell))),
            ]),
          ],
        ],
        filling(),
      ),
    { gives: [`audit 100001 2024-03-05 ${spaced(900_000)}`, firstFact] },
  ),
  {
    name: 'nested.zip',
    wrong: 'zip files within zip files, four deep',
    make: () => nested(3),
    expected: refused('zip file'),
  },
  {
    name: 'large.xlsx',
    wrong: 'a workbook of 21 MB',
    make: () => packed({ ...small(), ...filling(21 * 2 ** 20) }, 0),
    expected: refused('too large'),
  },
  textFile('long-cell.csv', 'a cell of two million characters', withAdviser('x'.repeat(2e6)), {
    gives: [`audit 100001 2024-03-05 ${'x'.repeat(2e6)}`, firstFact],
  }),
  textFile('spaces-within.csv', 'a cell of two million spaces with a letter at each end', withAdviser(spaced(2e6)), {
    gives: [`audit 100001 2024-03-05 ${spaced(2e6)}`, firstFact],
  }),
  textFile(
    'long-name.csv',
    'the name of a school of half a million characters',
    `School,Meeting date,Strand,Level\n${'Ash Primary '.repeat(40_000)},2024-03-05,Co-curricular,Focusing\n`,
    { refused: ['doubtful-school'] },
  ),
  textFile(
    'wide.csv',
    'ten thousand columns',
    `${long},${Array.from({ length: 10_000 }, (_, index) => `c${index}`).join(',')}\n${first}\n${second}\n`,
    both,
  ),
  textFile(
    'blank-lines-below.csv',
    'twenty thousand blank lines below the rows',
    `${long}\n${first}\n${second}\n${'\n'.repeat(2e4)}`,
    { ...both, notes: ['blank'] },
  ),
  textFile('one-line.csv', 'ten million characters in one line', 'x'.repeat(1e7), refused('four million characters')),
  textFile('commas.csv', 'ten million commas in one line', ','.repeat(1e7), refused('16,384 cells')),
  textFile(
    'open-quote.csv',
    'a quotation mark that opens before ten million characters',
    `${long}\n"${'x,\n'.repeat(3e6)}`,
    refused('four million characters'),
  ),
  textFile(
    'deep.geojson',
    'five million lists within each other',
    `{"type":"FeatureCollection","features":${'['.repeat(5e6)}`,
    refused('within each other'),
  ),
  textFile(
    'many-shapes.geojson',
    'two million empty shapes',
    `{"type":"FeatureCollection","features":[${'{},'.repeat(2e6)}{}]}`,
    refused('too large'),
  ),
  textFile('large.geojson', 'a map of 21 MB', `{"type":"${'x'.repeat(21 * 2 ** 20)}"}`, refused('too large')),
  textFile(
    'many-arcs.topojson',
    'one line of a thousand positions, named ten thousand times',
    JSON.stringify({
      type: 'Topology',
      objects: {
        a: {
          type: 'GeometryCollection',
          geometries: [{ type: 'Polygon', arcs: [Array.from({ length: 1e4 }, () => 0)] }],
        },
      },
      arcs: [Array.from({ length: 1000 }, (_, at) => [at / 1000, 52])],
    }),
    refused('10000000 positions'),
  ),
  textFile('problems.csv', 'two thousand rows of which no cell is right', `${long}\n${'1,2,3,4\n'.repeat(2000)}`, {
    refused: Array.from({ length: 2000 }, () => codesOfRow).flat(),
  }),
]
