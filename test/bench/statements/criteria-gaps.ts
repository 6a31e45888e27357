import { wordsOf } from '../../../analytics/evidence/columns.ts'
import { judgementIn, placeJudged } from '../../../analytics/evidence/judgements.ts'
import { byNameBut } from '../../../analytics/framework/by-name.ts'
import { percentOf } from '../../../analytics/measures/percent.ts'
import { byPlace } from './places.ts'
import { count, latestAudit, total, type Asking, type Statement } from './statement.ts'

const audited = -1

/** A scan of all judgements; or those of each latest audit, by its number. */
const judged = (asking: Asking): string =>
  asking.scans
    ? `select framework, judged, ${count} from judgement where ${latestAudit(asking)} group by framework, judged`
    : `select framework, judged, ${count} from audit join judgement using (audit)
        where ${latestAudit(asking)} group by framework, judged`

/** All audits of these facts have criteria judged. */
export const criteriaGaps: Statement = {
  text: (asking) => `select framework, ${audited} as judged, ${count} as n from audit
    where ${latestAudit(asking)} group by framework union all ${judged(asking)}`,
  read: (rows, { evidence }) => {
    const names = wordsOf(evidence.audits, 'framework')
    const frameworks = [...Map.groupBy(rows, ({ framework }) => names[framework!]!)]
    const places = byPlace(evidence)
    const found = frameworks
      .toSorted(([a], [b]) => byNameBut('')(a, b))
      .flatMap(([framework, of]) => {
        const schools = total(of, ({ judged }) => judged === audited)
        const tallies = evidence.places.map(() => [0, 0, 0, 0])
        for (const { judged = 0, n = 0 } of of)
          if (judged !== audited) tallies[placeJudged(judged)]![judgementIn(judged)]! += n
        return places.map(({ code, place, criterion }) => {
          const [, notMet = 0, partlyMet = 0, met = 0] = tallies[code]!
          const all = notMet + partlyMet + met
          const counts = { schools, met, partlyMet, notMet, notJudged: schools - all, metPercent: percentOf(met, all) }
          return { framework, ...place, criterion, ...counts }
        })
      })
    const schools = total(rows, ({ judged }) => judged === audited)
    return { rows: found, totals: { audited: schools, judged: schools } }
  },
}
