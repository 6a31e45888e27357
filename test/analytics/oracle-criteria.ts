/** A second, plain reading of criteria-gaps, from docs/measures.md. */
import type { Audit, CriterionPlace, Facts } from '../../analytics/evidence/facts.ts'
import { frameworkOf, latestOf } from './oracle-audits.ts'
import { byName, levelWords, namesInOrder, percentOf, strandWords } from './oracle-numbers.ts'
import { plainPopulation, type PlainWhere } from './oracle-population.ts'

const placeText = ({ strand, theme, level, number }: CriterionPlace): string =>
  JSON.stringify([strand, theme, level, number])

const inOrder = (a: CriterionPlace, b: CriterionPlace): number =>
  strandWords.indexOf(a.strand) - strandWords.indexOf(b.strand) ||
  byName(a.theme, b.theme) ||
  levelWords.indexOf(a.level) - levelWords.indexOf(b.level) ||
  a.number - b.number

export function plainCriteriaGaps(facts: Facts, day: string, where: PlainWhere & { readonly strand?: string }) {
  const isWanted = ({ strand }: CriterionPlace): boolean => where.strand === undefined || where.strand === strand
  const latest = plainPopulation(facts, day, where)
    .map((school) => latestOf(facts, school, day))
    .filter((audit) => audit !== undefined)
  const judgedAt = ({ urn, heldOn }: Audit) =>
    facts.criterionRatings.filter((row) => row.urn === urn && row.heldOn === heldOn && isWanted(row.place))
  const nameOf = (audit: Audit): string => frameworkOf(facts, audit) ?? 'No framework'

  const rows = namesInOrder(latest.map(nameOf), 'No framework').flatMap((framework) => {
    const audits = latest.filter((audit) => nameOf(audit) === framework)
    const loaded = facts.criteria.filter((row) => row.framework === framework && isWanted(row))
    const judged = audits.flatMap(judgedAt)
    const places = new Map([...loaded, ...judged.map(({ place }) => place)].map((one) => [placeText(one), one]))
    return [...places.values()].toSorted(inOrder).map((place) => {
      const found = judged.filter((row) => placeText(row.place) === placeText(place)).map(({ judgement }) => judgement)
      const count = (wanted: string): number => found.filter((judgement) => judgement === wanted).length
      return {
        framework,
        strand: place.strand,
        theme: place.theme,
        level: place.level,
        number: place.number,
        criterion: loaded.find((row) => placeText(row) === placeText(place))?.criterion ?? 'Wording not loaded',
        schools: audits.length,
        met: count('Met'),
        partlyMet: count('Partly met'),
        notMet: count('Not met'),
        notJudged: audits.length - found.length,
        metPercent: percentOf(count('Met'), found.length),
      }
    })
  })
  return {
    rows,
    totals: { audited: latest.length, judged: latest.filter((audit) => judgedAt(audit).length > 0).length },
  }
}
