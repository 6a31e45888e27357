import type { CriterionPlace, DataForm, Reflection, SchoolFacts } from '../../analytics/evidence/facts.ts'
import type { Level } from '../../analytics/framework/level.ts'
import { strands } from '../../analytics/framework/strand.ts'
import type { Store } from '../../migrations/open.ts'
import type { FactTable, Tables } from '../../migrations/tables.ts'
import { readHolding, type Held } from './holding.ts'

const keyOf = (...parts: readonly (string | number)[]): string => parts.join(' ')

/** Sorts what a priority says into a theme. */
type ThemeOf = (text: string) => string | null

/** What a hub knew of its schools at a data version, of all or of some URNs, without any free text. */
export async function readSchoolFacts(store: Store, held: Held, themeOf: ThemeOf): Promise<SchoolFacts> {
  const read = <T extends FactTable, Column extends keyof Tables[T] & string>(
    table: T,
    ...columns: readonly Column[]
  ): Promise<readonly Pick<Tables[T], Column>[]> => readHolding(store, held, table, columns)

  const levels = levelsOf(await read('rating', 'urn', 'heldOn', 'strand', 'level'))
  const figures = await read('dataFormFigure', 'urn', 'academicYear', 'figure', 'breakdown', 'value', 'estimated')
  return {
    schoolYears: (await read('schoolYear', 'urn', 'academicYear', ...yearColumns)).map(ofYear),
    schoolFsm: (await read('schoolFsm', 'urn', 'academicYear', 'basis', 'percent')).map(ofYear),
    audits: (await read('audit', 'urn', 'heldOn', 'adviser', 'framework')).map((audit) => ({
      ...audit,
      levels: levels.get(keyOf(audit.urn, audit.heldOn)) ?? strands.map(() => null),
    })),
    criterionRatings: withPlaces(await read('criterionRating', 'urn', 'heldOn', ...placeColumns, 'judgement')),
    awards: (await read('award', 'urn', 'heldOn', 'award', 'awardOn', 'musicMarkNominated', 'followUpOn')).map(
      ({ musicMarkNominated, ...award }) => ({ ...award, musicMarkNominated: yesOrNo(musicMarkNominated) }),
    ),
    priorities: (
      await read('priority', 'urn', 'heldOn', 'priority', 'strand', 'theme', 'what', 'target', 'needs', 'support')
    ).map(({ what, target, needs, support, ...row }) => ({
      ...row,
      sorted: row.theme === null ? (themeOf(what) ?? themeOf(`${what} ${target ?? ''}`)) : null,
      needs: needs !== null,
      offered: support !== null,
    })),
    reflections: reflectionsOf(
      await read('reflection', 'urn', 'heldOn', 'month', 'sentOn', 'returnedOn', 'withdrawnOn'),
      await read('reflectionPriority', 'urn', 'heldOn', 'month', 'priority', 'achieved'),
    ),
    dataForms: dataFormsOf(figures),
    formFigures: figures.map(({ estimated, ...figure }) => ({ ...ofYear(figure), estimated: yesOrNo(estimated) })),
  }
}

const placeColumns = ['strand', 'theme', 'level', 'number'] as const
const yearColumns = ['pupils', 'sendPercent', 'deprivationDecile', 'ruralUrban'] as const

const yesOrNo = (told: number | null): boolean | null => (told === null ? null : told === 1)

const ofYear = <Row extends { readonly academicYear: number }>({ academicYear, ...row }: Row) => ({
  ...row,
  year: academicYear,
})

/** The levels of each meeting, in the order of the strands. */
function levelsOf(
  ratings: readonly Pick<Tables['rating'], 'urn' | 'heldOn' | 'strand' | 'level'>[],
): ReadonlyMap<string, readonly (Level | null)[]> {
  const found = new Map<string, (Level | null)[]>()
  for (const { urn, heldOn, strand, level } of ratings) {
    const key = keyOf(urn, heldOn)
    const levels = found.get(key) ?? strands.map(() => null)
    levels[strands.indexOf(strand)] = level
    found.set(key, levels)
  }
  return found
}

/** Ratings of one criterion share the object that says its place. */
function withPlaces(
  rows: readonly Pick<Tables['criterionRating'], 'urn' | 'heldOn' | 'judgement' | keyof CriterionPlace>[],
): SchoolFacts['criterionRatings'] {
  const places = new Map<string, CriterionPlace>()
  return rows.map(({ urn, heldOn, judgement, strand, theme, level, number }) => {
    const name = `${strand}\n${theme}\n${level}\n${number}`
    const place = places.get(name) ?? { strand, theme, level, number }
    places.set(name, place)
    return { urn, heldOn, judgement, place }
  })
}

function reflectionsOf(
  sheets: readonly Omit<Reflection, 'achieved'>[],
  answers: readonly Pick<Tables['reflectionPriority'], 'urn' | 'heldOn' | 'month' | 'priority' | 'achieved'>[],
): readonly Reflection[] {
  const achieved = new Map(answers.map((row) => [keyOf(row.urn, row.heldOn, row.month, row.priority), row.achieved]))
  return sheets.map(({ urn, heldOn, month, sentOn, returnedOn, withdrawnOn }) => ({
    urn,
    heldOn,
    month,
    sentOn,
    returnedOn,
    withdrawnOn,
    achieved: [1, 2, 3].map((priority) => achieved.get(keyOf(urn, heldOn, month, priority)) ?? null),
  }))
}

/** The data forms, one a URN and academic year, whatever figures they give. */
function dataFormsOf(figures: readonly Pick<Tables['dataFormFigure'], 'urn' | 'academicYear'>[]): readonly DataForm[] {
  const forms = new Map(figures.map(({ urn, academicYear }) => [keyOf(urn, academicYear), { urn, year: academicYear }]))
  return [...forms.values()]
}
