import type { DataForm, Facts, Reflection } from '../../analytics/evidence/facts.ts'
import type { Day } from '../../analytics/framework/day.ts'
import { strands } from '../../analytics/framework/strand.ts'
import { themeSorter } from '../../analytics/framework/theme-rule.ts'
import { frameworksOf } from '../../ingest/sheets/frameworks-of.ts'
import { undoneBy } from '../../ingest/standing.ts'
import type { Store } from '../../migrations/open.ts'
import type { FactTable, Tables } from '../../migrations/tables.ts'
import { readCriterionRatings } from './criterion-ratings.ts'
import { readHolding } from './holding.ts'
import { findDataVersion } from './hub.ts'
import { readThemeRules } from './theme-rules.ts'

const keyOf = (...parts: readonly (string | number)[]): string => parts.join(' ')

/** What a hub knew at a data version (now, if none is given), without any free text. */
export async function readFacts(store: Store, hub: { id: number; name: string }, at?: number): Promise<Facts> {
  const version = at ?? (await findDataVersion(store, hub.id))
  const read = <T extends FactTable>(table: T) => readHolding(store, table, hub.id, version)
  const area = await store.selectFrom('hubArea').select(['la', 'fromOn', 'toOn']).where('hubId', '=', hub.id).execute()
  const [audits, ratings] = [await read('audit'), await read('rating')]
  const level = new Map(ratings.map((row) => [keyOf(row.urn, row.heldOn, row.strand), row.level]))
  const [criteria, figures, themeOf] = [
    await read('criterion'),
    await read('dataFormFigure'),
    themeSorter(readThemeRules()),
  ]
  const [sheets, answers] = [await read('reflection'), await read('reflectionPriority')]
  return {
    hub: hub.name,
    dataVersion: version,
    area,
    extractOn: await newestExtract(store, hub.id, version),
    register: await read('registerSchool'),
    links: await read('registerLink'),
    schoolYears: (await read('schoolYear')).map(
      ({ urn, academicYear, pupils, sendPercent, deprivationDecile, ruralUrban }) => ({
        urn,
        year: academicYear,
        pupils,
        sendPercent,
        deprivationDecile,
        ruralUrban,
      }),
    ),
    schoolFsm: (await read('schoolFsm')).map(({ urn, academicYear, basis, percent }) => ({
      urn,
      year: academicYear,
      basis,
      percent,
    })),
    frameworks: frameworksOf(criteria),
    criteria: criteria.map(({ framework, strand, theme, level, number, criterion }) => ({
      framework,
      strand,
      theme,
      level,
      number,
      criterion,
    })),
    audits: audits.map(({ urn, heldOn, adviser, framework }) => ({
      urn,
      heldOn,
      adviser,
      framework,
      levels: strands.map((strand) => level.get(keyOf(urn, heldOn, strand)) ?? null),
    })),
    criterionRatings: await readCriterionRatings(store, hub.id, version),
    awards: (await read('award')).map(({ urn, heldOn, award, awardOn, musicMarkNominated, followUpOn }) => ({
      urn,
      heldOn,
      award,
      awardOn,
      musicMarkNominated: musicMarkNominated === null ? null : musicMarkNominated === 1,
      followUpOn,
    })),
    priorities: (await read('priority')).map(({ urn, heldOn, priority, strand, theme, what, target }) => ({
      urn,
      heldOn,
      priority,
      strand,
      theme,
      sorted: theme === null ? (themeOf(what) ?? themeOf(`${what} ${target ?? ''}`)) : null,
    })),
    reflections: reflectionsOf(sheets, answers),
    dataForms: dataFormsOf(figures),
    formFigures: figures.map(({ urn, academicYear, figure, breakdown, value, estimated }) => ({
      urn,
      year: academicYear,
      figure,
      breakdown,
      value,
      estimated: estimated === null ? null : estimated === 1,
    })),
    goals: await read('goal'),
  }
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
  sheets: readonly Tables['reflection'][],
  answers: readonly Tables['reflectionPriority'][],
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
function dataFormsOf(figures: readonly Tables['dataFormFigure'][]): readonly DataForm[] {
  const forms = new Map(figures.map(({ urn, academicYear }) => [keyOf(urn, academicYear), { urn, year: academicYear }]))
  return [...forms.values()]
}
