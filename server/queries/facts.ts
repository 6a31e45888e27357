import type { DataForm, Facts, Reflection } from '../../analytics/evidence/facts.ts'
import type { Day } from '../../analytics/framework/day.ts'
import type { Level } from '../../analytics/framework/level.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { themeSorter } from '../../analytics/framework/theme-rule.ts'
import { frameworksOf } from '../../ingest/sheets/frameworks-of.ts'
import { undoneBy } from '../../ingest/standing.ts'
import type { Store } from '../../migrations/open.ts'
import type { FactTable, Tables } from '../../migrations/tables.ts'
import { readCriterionRatings } from './criterion-ratings.ts'
import { isOfSchools } from './fact-tables.ts'
import { readHolding } from './holding.ts'
import { findDataVersion, listCouncils } from './hub.ts'
import { readThemeRules } from './theme-rules.ts'

const keyOf = (...parts: readonly (string | number)[]): string => parts.join(' ')

/** Which facts are wanted: those of a data version (now, if none is given), of all schools or of some URNs alone. */
interface Wanted {
  readonly at?: number | undefined
  readonly urns?: readonly number[]
}

/** What a hub knew at a data version (now, if none is given), without any free text. */
export async function readFacts(
  store: Store,
  hub: { id: number; name: string },
  { at, urns }: Wanted = {},
): Promise<Facts> {
  const version = at ?? (await findDataVersion(store, hub.id))
  const read = <T extends FactTable, Column extends keyof Tables[T] & string>(
    table: T,
    ...columns: readonly Column[]
  ): Promise<readonly Pick<Tables[T], Column>[]> =>
    readHolding(
      store,
      { hubId: hub.id, version, ...(urns !== undefined && isOfSchools(table) ? { urns } : {}) },
      table,
      columns,
    )

  const area = await listCouncils(store, hub.id, version)
  const criteria = await read('criterion', 'framework', ...placeColumns, 'criterion', ...editionColumns)
  const figures = await read('dataFormFigure', 'urn', 'academicYear', 'figure', 'breakdown', 'value', 'estimated')
  const levels = levelsOf(await read('rating', 'urn', 'heldOn', 'strand', 'level'))
  const themeOf = themeSorter(readThemeRules())
  return {
    hub: hub.name,
    dataVersion: version,
    area,
    extractOn: await newestExtract(store, hub.id, version),
    register: await read('registerSchool', ...registerColumns),
    links: await read('registerLink', 'urn', 'linkUrn', 'linkType'),
    schoolYears: (await read('schoolYear', 'urn', 'academicYear', ...yearColumns)).map(ofYear),
    schoolFsm: (await read('schoolFsm', 'urn', 'academicYear', 'basis', 'percent')).map(ofYear),
    frameworks: frameworksOf(criteria),
    criteria: criteria.map(({ framework, strand, theme, level, number, criterion }) => ({
      framework,
      strand,
      theme,
      level,
      number,
      criterion,
    })),
    audits: (await read('audit', 'urn', 'heldOn', 'adviser', 'framework')).map(
      ({ urn, heldOn, adviser, framework }) => ({
        urn,
        heldOn,
        adviser,
        framework,
        levels: levels.get(keyOf(urn, heldOn)) ?? strands.map(() => null),
      }),
    ),
    criterionRatings: await readCriterionRatings(store, hub.id, version, urns),
    awards: (await read('award', 'urn', 'heldOn', 'award', 'awardOn', 'musicMarkNominated', 'followUpOn')).map(
      ({ urn, heldOn, award, awardOn, musicMarkNominated, followUpOn }) => ({
        urn,
        heldOn,
        award,
        awardOn,
        musicMarkNominated: musicMarkNominated === null ? null : musicMarkNominated === 1,
        followUpOn,
      }),
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
    formFigures: figures.map(({ urn, academicYear, figure, breakdown, value, estimated }) => ({
      urn,
      year: academicYear,
      figure,
      breakdown,
      value,
      estimated: estimated === null ? null : estimated === 1,
    })),
    goals: urns === undefined ? await read('goal', ...goalColumns) : [],
  }
}

const placeColumns = ['strand', 'theme', 'level', 'number'] as const
const editionColumns = ['phases', 'inUseFrom', 'comparableWith'] as const
const yearColumns = ['pupils', 'sendPercent', 'deprivationDecile', 'ruralUrban'] as const
const registerColumns = [
  'urn',
  'name',
  'la',
  'laName',
  'establishmentNumber',
  'type',
  'status',
  'phase',
  'openOn',
  'closeOn',
  'district',
  'town',
  'trust',
  'pupils',
  'fsmPercent',
  'urbanRural',
] as const
const goalColumns = [
  'goal',
  'title',
  'function',
  'measure',
  'wanted',
  'strand',
  'population',
  'baselinePercent',
  'baselineYear',
  'targetPercent',
  'targetYear',
] as const

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

/** The newest day that a register extract speaks for, of those loaded and not undone by a data version. */
async function newestExtract(store: Store, hubId: number, version: number): Promise<Day | null> {
  const receipts = await store
    .selectFrom('receipt')
    .select(['id', 'undoes', 'extractOn'])
    .where('hubId', '=', hubId)
    .where('dataVersion', '<=', version)
    .execute()
  const undone = undoneBy(receipts)
  const days = receipts.flatMap(({ id, undoes, extractOn }) =>
    extractOn === null || undoes !== null || undone.has(id) ? [] : [extractOn],
  )
  return days.toSorted().at(-1) ?? null
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
