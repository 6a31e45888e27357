import { codesOf, numbersOf } from '../evidence/columns.ts'
import { never } from '../evidence/endless.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { academicYearOf } from '../framework/academic-year.ts'
import { unknown } from '../framework/band.ts'
import { addMonths, dayNumber, type Day } from '../framework/day.ts'
import { bandCodesOn, type Characteristic } from './band-codes.ts'
import { latestAuditOn, none } from './latest-audits.ts'
import { cohortWhere, populationOf, type Scope } from './population.ts'

/** Something that is missing, stale or contradictory, and how to find the schools of which it is so. */
interface Kind {
  readonly name: string
  readonly about: 'missing' | 'stale' | 'contradictory'
  /** What to do about it. */
  readonly remedy: string
  readonly test: (evidence: Evidence, asOf: Day) => (school: number, urn: number) => boolean
}

/** How many schools of a population have a gap. */
export interface DataGap extends Omit<Kind, 'test'> {
  readonly key: string
  readonly schools: number
}

const isUnknown =
  (characteristic: Characteristic): Kind['test'] =>
  (evidence, asOf) => {
    const { names, codes } = bandCodesOn(evidence, asOf, characteristic)
    const code = names.indexOf(unknown)
    return (_, urn) => codes[urn] === code
  }

/** Finds schools by their latest audit; those without one never. */
const latestAuditIs =
  (test: (evidence: Evidence, asOf: Day) => (audit: number, school: number) => boolean): Kind['test'] =>
  (evidence, asOf) => {
    const [latest, is] = [latestAuditOn(evidence, asOf), test(evidence, asOf)]
    return (school) => {
      const audit = latest(school)
      return audit !== none && is(audit, school)
    }
  }

const lacksWord = (column: 'adviser' | 'framework') =>
  latestAuditIs(({ audits }) => {
    const codes = codesOf(audits, column)
    return (audit) => codes[audit] === 0
  })

const staleMonths = 36

/** What is looked for, by its key. A school may have several. */
const kinds = {
  pupils: {
    name: 'Number of pupils not known',
    about: 'missing',
    remedy: 'Load characteristics, or a register with NumberOfPupils.',
    test: isUnknown('size'),
  },
  fsm: {
    name: 'Free school meals not known',
    about: 'missing',
    remedy: 'Load characteristics with one basis for one year.',
    test: isUnknown('fsm'),
  },
  send: {
    name: 'SEND not known',
    about: 'missing',
    remedy: 'Load characteristics with SEND percent.',
    test: isUnknown('send'),
  },
  deprivation: {
    name: 'Deprivation not known',
    about: 'missing',
    remedy: 'Load characteristics with Deprivation decile.',
    test: isUnknown('deprivation'),
  },
  district: {
    name: 'District not known',
    about: 'missing',
    remedy: 'Load a register with DistrictAdministrative.',
    test: ({ urns }) => {
      const codes = codesOf(urns, 'district')
      return (_, urn) => codes[urn] === 0
    },
  },
  rating: {
    name: 'Latest audit leaves a strand unrated',
    about: 'missing',
    remedy: 'Ask the adviser, and load the audit again.',
    test: latestAuditIs(({ audits }) => {
      const levels = (['level0', 'level1', 'level2', 'level3'] as const).map((column) => numbersOf(audits, column))
      return (audit) => levels.some((level) => level[audit] === 0)
    }),
  },
  adviser: {
    name: 'Latest audit names no adviser',
    about: 'missing',
    remedy: 'Load the audit again with its adviser.',
    test: lacksWord('adviser'),
  },
  framework: {
    name: 'Framework of the latest audit not known',
    about: 'missing',
    remedy: 'Load the framework in use then, or name it on the audit.',
    test: lacksWord('framework'),
  },
  priorities: {
    name: 'No priority recorded for the latest audit',
    about: 'missing',
    remedy: 'Load the priorities agreed.',
    test: latestAuditIs(({ audits, priorities, starts }) => {
      const [heldOn, agreedOn] = [numbersOf(audits, 'heldOn'), numbersOf(priorities, 'heldOn')]
      return (audit, school) => {
        for (let row = starts.priorities[school]!; row < starts.priorities[school + 1]!; row++)
          if (agreedOn[row] === heldOn[audit]) return false
        return true
      }
    }),
  },
  award: {
    name: 'No award recorded since the latest audit',
    about: 'missing',
    remedy: 'Load the award, or Working towards Bronze.',
    test: latestAuditIs(({ audits, awards, starts }, asOf) => {
      const [heldOn, awardOn, day] = [numbersOf(audits, 'heldOn'), numbersOf(awards, 'awardOn'), dayNumber(asOf)]
      return (audit, school) => {
        for (let row = starts.awards[school]!; row < starts.awards[school + 1]!; row++)
          if (awardOn[row]! >= heldOn[audit]! && awardOn[row]! <= day) return false
        return true
      }
    }),
  },
  form: {
    name: 'No data form for this academic year',
    about: 'missing',
    remedy: 'Ask the school for its data form.',
    test: ({ dataForms, starts }, asOf) => {
      const [year, now] = [numbersOf(dataForms, 'year'), academicYearOf(asOf)]
      return (school) => {
        for (let row = starts.dataForms[school]!; row < starts.dataForms[school + 1]!; row++)
          if (year[row] === now) return false
        return true
      }
    },
  },
  old: {
    name: 'Latest audit more than three years old',
    about: 'stale',
    remedy: 'Invite the school again.',
    test: latestAuditIs(({ audits }, asOf) => {
      const [heldOn, since] = [numbersOf(audits, 'heldOn'), dayNumber(addMonths(asOf, -staleMonths))]
      return (audit) => heldOn[audit]! < since
    }),
  },
  closed: {
    name: 'Latest audit held when its URN was closed',
    about: 'contradictory',
    remedy: 'Check the day and the URN of the audit.',
    test: latestAuditIs(({ audits, urns }) => {
      const [heldOn, of] = [numbersOf(audits, 'heldOn'), numbersOf(audits, 'urn')]
      const [urn, until] = [numbersOf(urns, 'urn'), numbersOf(urns, 'openUntil')]
      const endOf = new Map(Array.from(urn, (each, row) => [each, until[row]!]))
      return (audit) => heldOn[audit]! > (endOf.get(of[audit]!) ?? Infinity)
    }),
  },
  early: {
    name: 'A reflection returned before it was sent',
    about: 'contradictory',
    remedy: 'Check the days of the reflection.',
    test: ({ reflections, starts }) => {
      const [sentOn, returnedOn] = [numbersOf(reflections, 'sentOn'), numbersOf(reflections, 'returnedOn')]
      return (school) => {
        for (let row = starts.reflections[school]!; row < starts.reflections[school + 1]!; row++)
          if (returnedOn[row]! < sentOn[row]! && sentOn[row] !== never) return true
        return false
      }
    },
  },
} as const satisfies Readonly<Record<string, Kind>>

export type DataGapKey = keyof typeof kinds

const keys = Object.keys(kinds) as readonly DataGapKey[]

/** The gap of that key; undefined where there is none. */
export const dataGapNamed = (text: string | undefined): DataGapKey | undefined => keys.find((key) => key === text)

/** What a gap is called. */
export const dataGapName = (key: DataGapKey): string => kinds[key].name

/** The URNs that speak for the schools of a scope that have a gap on a day. */
export function urnsWithGap(evidence: Evidence, asOf: Day, scope: Scope, key: DataGapKey): ReadonlySet<number> {
  const urn = numbersOf(evidence.urns, 'urn')
  const { urns } = cohortWhere(populationOf(evidence, asOf, scope), kinds[key].test(evidence, asOf))
  return new Set(Array.from(urns, (row) => urn[row]!))
}

/** Everything that is missing, stale or contradictory among the schools of a scope on a day, none left out. */
export function dataGaps(evidence: Evidence, asOf: Day, scope: Scope): readonly DataGap[] {
  const population = populationOf(evidence, asOf, scope)
  return keys.map((key) => {
    const { name, about, remedy, test } = kinds[key]
    return { key, name, about, remedy, schools: cohortWhere(population, test(evidence, asOf)).size }
  })
}
