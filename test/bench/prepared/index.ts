import type { Evidence } from '../../../analytics/evidence/evidence.ts'
import { audits } from './audits.ts'
import { awards } from './awards.ts'
import { dues } from './dues.ts'
import { figures, forms } from './forms.ts'
import { judgements } from './judgements.ts'
import { outcomes } from './outcomes.ts'
import { placeIn } from './place.ts'
import { priorities } from './priorities.ts'
import { speakers } from './speakers.ts'
import type { Prepared } from './table.ts'
import { auditedTable, traitTable } from './traits.ts'
import { waits } from './waits.ts'

/** Makes a table by its name. */
type Layout = Readonly<Record<string, () => Prepared>>

/**
 * All that the SQL engines are spared to derive, and more than evidence prepares for itself: which school a row belongs
 * to, on which days it is counted and where, until when an audit or award is the latest, and what came of it.
 */
export function layoutOf(evidence: Evidence, years: readonly number[]): Layout {
  const place = placeIn(evidence)
  const makers = { speaker: speakers, audit: audits, award: awards, wait: waits, due: dues, outcome: outcomes }
  const more = { priority: priorities, form: forms, figure: figures }
  const made = Object.entries({ ...makers, ...more }).map(
    ([name, make]) => [name, () => make(evidence, place)] as const,
  )
  return {
    ...Object.fromEntries(made),
    trait: () => traitTable(evidence, years),
    audited: () => auditedTable(evidence, years),
    judgement: () => judgements(evidence),
  }
}

/** The tables of a layout that some statements name. */
export const tablesFor = (layout: Layout, texts: readonly string[]): readonly Prepared[] =>
  Object.entries(layout)
    .filter(([name]) => texts.some((text) => new RegExp(`\\b(?:from|join) ${name}\\b`).test(text)))
    .map(([, make]) => make())
