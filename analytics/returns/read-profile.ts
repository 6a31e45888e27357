import { Check, Errors } from 'typebox/value'
import { awards } from '../framework/award.ts'
import { strands } from '../framework/strand.ts'
import { findMeasure } from '../measures/index.ts'
import { ReturnProfileSchema, type Counted, type Indicator, type ReturnProfile } from './profile.ts'

/** A return profile that can be used, or in plain words why a value is none. */
export type ProfileRead = { readonly profile: ReturnProfile } | { readonly wrong: readonly string[] }

/** Reads a profile: its form, that what it names is there, and that no figure adds up what overlaps. */
export function readProfile(value: unknown): ProfileRead {
  if (!Check(ReturnProfileSchema, value)) return { wrong: wrongForm(value) }
  const wrong = [
    ...value.indicators.flatMap((indicator) => wrongIndicator(indicator, value)),
    ...repeated([...value.indicators, ...value.narratives].map(({ id }) => id)).map(
      (id) => `two parts have the id ${id}`,
    ),
    ...value.narratives.flatMap(({ id, section }) => wrongSection(id, section, value)),
  ]
  return wrong.length === 0 ? { profile: value } : { wrong }
}

const wrongForm = (value: unknown): readonly string[] =>
  Errors(ReturnProfileSchema, value)
    .slice(0, 10)
    .map(({ instancePath, message }) => `${instancePath.split('/').slice(1).join(' ') || 'the profile'} ${message}`)

const wrongSection = (id: string, section: string, { sections }: ReturnProfile): readonly string[] =>
  sections.includes(section) ? [] : [`${id} is in the section "${section}", which the profile does not list`]

function wrongIndicator(indicator: Indicator, profile: ReturnProfile): readonly string[] {
  const { id, section, numerator, denominator, overlaps, sums = [] } = indicator
  const others = new Map(profile.indicators.map((other) => [other.id, other]))
  const named = [...overlaps, ...sums].filter((other) => !others.has(other) || other === id)
  const overlapping = sums.flatMap((one, at) =>
    sums
      .slice(at + 1)
      .filter((other) => isOverlap(others.get(one), others.get(other)))
      .map((other) => `${id} adds ${one} to ${other}, which may count the same pupils or schools twice`),
  )
  return [
    ...wrongSection(id, section, profile),
    ...named.map((other) => `${id} names the indicator ${other}, which is not another of the profile`),
    ...overlapping,
    ...wrongCounted(`${id}, numerator`, numerator),
    ...(denominator === null ? [] : wrongCounted(`${id}, denominator`, denominator)),
  ]
}

const isOverlap = (one: Indicator | undefined, other: Indicator | undefined): boolean =>
  one !== undefined && other !== undefined && (one.overlaps.includes(other.id) || other.overlaps.includes(one.id))

function wrongCounted(where: string, { measure: id, column, row, date, strand, award }: Counted): readonly string[] {
  const measure = findMeasure(id)
  if (measure === undefined) return [`${where}: there is no measure ${id}`]
  const { columns, totalColumns, needs, takes } = measure
  const described = row === 'totals' ? totalColumns : columns
  const keys = row === undefined || row === 'totals' ? [] : Object.keys(row)
  const told = { strand, award }
  return [
    ...(described.some(({ key }) => key === column) ? [] : [`${where}: ${id} has no column ${column}`]),
    ...keys.flatMap((key) =>
      columns.some((each) => each.key === key) ? [] : [`${where}: no column ${key} names a row`],
    ),
    ...(date === 'in the year' && !takes.includes('during')
      ? [`${where}: ${id} is asked on a day, not in a year`]
      : []),
    ...needs.flatMap((need) => (told[need] === undefined ? [`${where}: ${id} is asked of one ${need}`] : [])),
    ...(strand !== undefined && !strands.some((each) => each === strand) ? [`${where}: no strand ${strand}`] : []),
    ...(award !== undefined && !awards.some((each) => each === award) ? [`${where}: no award ${award}`] : []),
  ]
}

const repeated = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, at) => ids.indexOf(id) !== at)),
]
