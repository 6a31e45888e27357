import { schoolsTraced, type Lineage } from '../../dashboards/pages/lineage-view.ts'

/** A figure's lineage as the API gives it. */
export function lineageJson({ answer, column, found, page, ...lineage }: Lineage) {
  const { measure, question, asOf, during, where, audience, dataVersion } = answer
  const { key, label, unit } = column
  return {
    measure,
    question,
    asOf,
    during,
    where,
    audience,
    dataVersion,
    ...lineage,
    column: { key, label, unit },
    schoolsFound: found,
    page,
    pages: Math.max(1, Math.ceil(found / schoolsTraced)),
  }
}
