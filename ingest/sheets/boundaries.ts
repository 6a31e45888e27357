import { foldHeading } from '../recognise/heading.ts'
import { listed, type Note } from '../note.ts'
import { problemOf } from '../problem.ts'
import { optional, present } from '../recognise/column.ts'
import { outline } from '../recognise/outline.ts'
import { text } from '../recognise/reading.ts'
import { factOf } from './fact.ts'
import type { Known } from './known.ts'
import { nothingFound, sheet, type SheetRow } from './sheet.ts'

/** What the Office for National Statistics asks to be said of its boundaries. */
const usualAttribution =
  'Source: Office for National Statistics licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right.'

/** What the Office for National Statistics calls a column of districts: `LAD24CD`, `LTLA21NM`. */
const ofYears = (ending: string): readonly string[] =>
  Array.from({ length: 41 }, (_, year) => String(year + 9).padStart(2, '0')).flatMap((year) =>
    ['lad', 'ltla'].map((level) => `${level}${year}${ending}`),
  )

/** The districts of the hub's schools, by their folded name and by their code. */
interface Districts {
  readonly names: ReadonlyMap<string, string>
  readonly codes: ReadonlyMap<string, string>
}

const found = new WeakMap<Known['current']['registerSchool'], Districts>()

function districtsOf({ current: { registerSchool }, area }: Known): Districts {
  const before = found.get(registerSchool)
  if (before !== undefined) return before
  const [names, codes] = [new Map<string, string>(), new Map<string, string>()]
  for (const { la, district, districtCode } of registerSchool.values()) {
    if (district === null || !area.has(la)) continue
    names.set(foldHeading(district), district)
    if (districtCode !== null) codes.set(districtCode, district)
  }
  const districts = { names, codes }
  found.set(registerSchool, districts)
  return districts
}

/** The district of the hub that a shape is of; none where it lies elsewhere. */
function districtOf(
  code: string | null | undefined,
  name: string | null | undefined,
  known: Known,
): string | undefined {
  const { names, codes } = districtsOf(known)
  return codes.get(code ?? '') ?? names.get(foldHeading(name ?? ''))
}

const noOutline = problemOf('missing-value', '', {
  column: 'Outline',
  accepted: 'give this district a polygon whose positions are all numbers',
})

const fileNote = (text: string): Note => ({ row: null, column: null, text })

const stated = (rows: readonly SheetRow[]): ReadonlySet<unknown> =>
  new Set(rows.flatMap(({ facts }) => facts.map(({ key }) => key['district'])))

/** The districts that are left without an outline, and how many shapes are no district of the hub. */
function survey(rows: readonly SheetRow[], known: Known): readonly Note[] {
  if (districtsOf(known).names.size === 0) return []
  const [told, before] = [
    stated(rows),
    new Set(Array.from(known.current.boundary.values(), ({ district }) => district)),
  ]
  const without = [...districtsOf(known).names.values()].filter((name) => !told.has(name) && !before.has(name))
  const others = rows.filter(({ facts, problems }) => facts.length === 0 && problems.length === 0).length
  const [first] = rows.flatMap(({ facts }) => facts.map(({ content }) => content?.['attribution']))
  return [
    ...(others === 0
      ? []
      : [fileNote(`${others} ${others === 1 ? 'shape is' : 'shapes are'} no district of the hub: left out`)]),
    ...(without.length === 0
      ? []
      : [fileNote(`Districts without an outline, which no map can show: ${listed(without)}`)]),
    ...(first == null ? [] : [fileNote(`Every map will say: ${first}`)]),
  ]
}

/** Where the hub's districts lie, from the shapes of a boundary file. */
export const boundaries = sheet({
  kind: 'boundaries',
  columns: {
    district: optional('District', text, ['name', 'district name', ...ofYears('nm')]),
    code: optional('District code', text, ['code', ...ofYears('cd')]),
    outline: present('Outline', outline),
    attribution: optional('Attribution', text),
  },
  oneOf: ['district', 'code'],
  writes: ['boundary'],
  reads: ['registerSchool'],
  asks: (known) =>
    districtsOf(known).names.size > 0
      ? []
      : [problemOf('unknown-district', 'boundaries before any district is known', {})],
  check: ({ district, code, outline }, known, misread) => {
    const isKnown = districtOf(code, district, known) !== undefined
    const isMissing = isKnown && outline == null && !misread.has('Outline')
    return { ...nothingFound, problems: isMissing ? [noOutline] : [] }
  },
  facts: ({ district, code, outline, attribution }, _, known) => {
    const name = districtOf(code, district, known)
    if (name === undefined || outline === null) return []
    return [
      factOf(
        'boundary',
        { district: name },
        { code, outline, attribution: known.attribution ?? attribution ?? usualAttribution },
      ),
    ]
  },
  lacks: (rows, known) =>
    stated(rows).size > 0 || rows.some(({ problems }) => problems.length > 0) || districtsOf(known).names.size === 0
      ? []
      : [
          problemOf(
            'unknown-district',
            listed(rows.map(({ textUnder }) => textUnder('District') || textUnder('District code'))),
            {
              accepted: `send the outlines of the hub's districts: ${listed([...districtsOf(known).names.values()])}`,
            },
          ),
        ],
  survey,
})
