import { csvOf } from '../../fixtures/csv-of.ts'
import { sampleCounty } from '../../fixtures/county/index.ts'

type Rows = readonly (readonly string[])[]

/** Schools that were met twice, three times and once; one that became an academy; and one that nobody has met. */
const [met, converted, notMet] = [['900168', '900155', '900199'], ['900005', '900405'], ['900001']]
const schools = new Set([...met, ...converted, ...notMet])

/** The rows of a sheet about the schools, its headings first. */
const ofSchools = (rows: Rows): Rows => rows.filter(([urn = ''], at) => at === 0 || schools.has(urn))

/** The example of each kind of sheet as a file: the sample county's own rows about a few schools. */
export function exampleSheets(): ReadonlyMap<string, Uint8Array> {
  const { sheets, boundaries } = sampleCounty()
  const rowsOf = (kind: string): Rows => sheets.find((sheet) => sheet.kind === kind)?.rows ?? []
  const wide = sheets.filter(({ kind, rows }) => kind === 'audits' && rows[0]?.includes('Co-curricular') === true)
  const audits = [wide[0]?.rows[0] ?? [], ...wide.flatMap(({ rows }) => ofSchools(rows).slice(1))]
  const kinds = [
    'register',
    'register-links',
    'characteristics',
    'awards',
    'priorities',
    'reflections',
    'criteria',
    'data-forms',
  ]
  return new Map<string, Uint8Array>([
    ...kinds.map((kind) => [kind, csvOf(ofSchools(rowsOf(kind)))] as const),
    ['framework', csvOf(rowsOf('framework'))],
    ['audits', csvOf(audits)],
    ['boundaries', boundaries],
    ['goals', csvOf(rowsOf('goals').filter(([goal]) => goal !== 'G2'))],
  ])
}
