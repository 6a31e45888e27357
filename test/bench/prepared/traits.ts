import { bandsOn } from '../../../analytics/cohorts/bands.ts'
import { numbersOf, codesOf } from '../../../analytics/evidence/columns.ts'
import { always, forever } from '../../../analytics/evidence/endless.ts'
import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import { firstDayOf } from '../../../analytics/framework/academic-year.ts'
import { unknown } from '../../../analytics/framework/band.ts'
import { dayNumber } from '../../../analytics/framework/day.ts'
import { deprivationFifths } from '../../../analytics/framework/deprivation.ts'
import { fsmBands } from '../../../analytics/framework/fsm-band.ts'
import { sendBands } from '../../../analytics/framework/send-band.ts'
import { settlements } from '../../../analytics/framework/settlement.ts'
import { sizes } from '../../../analytics/framework/size.ts'
import { nextDays } from './following.ts'
import { stretchesOf } from './stretches.ts'
import { column, tableOf, type Prepared, type PreparedColumn } from './table.ts'

/** The bands of each characteristic, by their codes in the tables. */
export const bandsOf = {
  fsm: [...fsmBands, unknown],
  deprivation: [...deprivationFifths, unknown],
  send: [...sendBands, unknown],
  size: [...sizes, unknown],
  rural: [...settlements, unknown],
} as const

export type Trait = keyof typeof bandsOf

export const traitNames = Object.keys(bandsOf) as readonly Trait[]

/** A school in an academic year, while one URN speaks for it and one audit (-1 for none) is its latest. */
interface Spell {
  readonly year: number
  readonly school: number
  readonly urn: number
  readonly from: number
  readonly until: number
  readonly audit: number
}

/** What schools are like in each of some academic years, a row a school and URN. */
export const traitTable = (evidence: Evidence, years: readonly number[]): Prepared =>
  tableOf('trait', ['year'], columnsOf(evidence, years, spellsOf(evidence, years)))

/** The same with a row for each audit that is the latest for some days of the year, and one while there is none yet. */
export function auditedTable(evidence: Evidence, years: readonly number[]): Prepared {
  const spells = spellsOf(evidence, years).flatMap(latestWithin(evidence))
  return tableOf('audited', ['year'], [...columnsOf(evidence, years, spells), ...auditColumns(evidence, spells)])
}

function spellsOf(evidence: Evidence, years: readonly number[]): readonly Spell[] {
  const stretches = stretchesOf(evidence)
  return years.flatMap((year) => {
    const [first, last] = [dayNumber(firstDayOf(year)), dayNumber(firstDayOf(year + 1)) - 1]
    return stretches.flatMap((each, school) =>
      each.flatMap(({ urn, from, until }) =>
        from <= last && until >= first
          ? [{ year, school, urn, from: Math.max(from, first), until: Math.min(until, last), audit: -1 }]
          : [],
      ),
    )
  })
}

/** Cuts a spell where another audit becomes the latest. */
function latestWithin({ audits, starts }: Evidence): (spell: Spell) => readonly Spell[] {
  const heldOn = numbersOf(audits, 'heldOn')
  const nextOn = nextDays(numbersOf(audits, 'school'), heldOn)
  return (spell) => {
    const [start, end] = [starts.audits[spell.school]!, starts.audits[spell.school + 1]!]
    const rows = Array.from({ length: end - start }, (_, at) => start + at)
    const before = { audit: -1, from: always, until: start === end ? forever : heldOn[start]! - 1 }
    return [before, ...rows.map((audit) => ({ audit, from: heldOn[audit]!, until: nextOn[audit]! - 1 }))]
      .map(({ audit, from, until }) => ({
        ...spell,
        audit,
        from: Math.max(from, spell.from),
        until: Math.min(until, spell.until),
      }))
      .filter(({ from, until }) => from <= until)
  }
}

function columnsOf(evidence: Evidence, years: readonly number[], spells: readonly Spell[]): readonly PreparedColumn[] {
  const [la, district, phase] = [
    codesOf(evidence.urns, 'la'),
    codesOf(evidence.urns, 'district'),
    numbersOf(evidence.urns, 'phase'),
  ]
  const bandIn = (trait: Trait) => {
    const ofYear = new Map(years.map((year) => [year, bandsOn[trait](evidence, firstDayOf(year))]))
    const names: readonly string[] = bandsOf[trait]
    return ({ year, school, urn }: Spell): number => names.indexOf(ofYear.get(year)?.(school, urn) ?? unknown)
  }
  const of = (value: (spell: Spell) => number): Int32Array => Int32Array.from(spells, value)
  return [
    column(
      'short',
      'year',
      of(({ year }) => year),
    ),
    column(
      'number',
      'from_day',
      of(({ from }) => from),
    ),
    column(
      'number',
      'until_day',
      of(({ until }) => until),
    ),
    column(
      'number',
      'school',
      of(({ school }) => school),
    ),
    column(
      'short',
      'la',
      of(({ urn }) => la[urn]!),
    ),
    column(
      'short',
      'district',
      of(({ urn }) => district[urn]!),
    ),
    column(
      'byte',
      'phase',
      of(({ urn }) => phase[urn]!),
    ),
    ...traitNames.map((trait) => column('byte', trait, of(bandIn(trait)))),
  ]
}

function auditColumns({ audits }: Evidence, spells: readonly Spell[]): readonly PreparedColumn[] {
  const framework = codesOf(audits, 'framework')
  const of = (values: ArrayLike<number>): Int32Array => Int32Array.from(spells, ({ audit }) => values[audit] ?? 0)
  return [
    column('byte', 'framework', of(framework)),
    ...(['level0', 'level1', 'level2', 'level3'] as const).map((name) =>
      column('byte', name, of(numbersOf(audits, name))),
    ),
  ]
}
