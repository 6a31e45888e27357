import type { Day } from '../../analytics/framework/day.ts'
import { problemOf, type Problem } from '../problem.ts'
import { schoolsCalled } from './called.ts'
import { candidatesFor } from './candidates.ts'
import { recordedUrn, schoolNote, type Candidate, type Match, type Matching } from './matching.ts'
import { matchNumber, numberOf, type NumberGiven } from './match-number.ts'
import { foldNaming, namingKey, type FoldedNaming, type Naming } from './naming.ts'
import type { School } from './schools.ts'

export { meetingKey, type Candidate, type Matching } from './matching.ts'

const withoutNumber = (folded: FoldedNaming): FoldedNaming => ({ ...folded, number: '' })

/** A row that names its school by a name: the name as it stands, all of its naming folded, and its day. */
interface Told {
  readonly name: string
  readonly folded: FoldedNaming
  readonly day: Day | null
  readonly matching: Matching
}

/** What a person settled for a naming, recorded under the URN that speaks for that school on the day. */
function settled(folded: FoldedNaming, day: Day | null, matching: Matching): Match | null {
  const decision = matching.decisions.get(namingKey(folded))
  if (decision === undefined || !matching.schools.byUrn.has(decision.urn)) return null
  const text = `settled on ${decision.decidedAt.slice(0, 10)} as the school of URN ${decision.urn}`
  return { urn: recordedUrn(matching.schools.schoolOf(decision.urn), day, matching), notes: schoolNote(text) }
}

/** What to do with a doubtful row: give the URN, or settle it as one of the candidates. */
function doubtful(column: Problem['column'], found: string, candidates: readonly Candidate[]): Match {
  const shown = candidates.map(({ urn, name, why }) => `${urn} ${name} (${why})`).join('; ')
  const accepted = `give the URN of the school that is meant, or settle it: ${shown}`
  return { problem: problemOf('doubtful-school', found, { column, accepted }), candidates }
}

function matchName({ name, folded, day, matching }: Told): Match {
  const decided = settled(withoutNumber(folded), day, matching)
  if (decided !== null) return decided
  const { sure, isInPlace } = schoolsCalled(name, folded, day, matching)
  const elsewhere = 'the one school of this name is in another place than the row says'
  if (sure !== null) return { urn: recordedUrn(sure, day, matching), notes: isInPlace ? [] : schoolNote(elsewhere) }
  const candidates = candidatesFor(name, folded, day, matching)
  if (candidates.length > 0) return doubtful('School', name, candidates)
  const accepted = 'use a name that the register has or had, give the URN, or settle it'
  return { problem: problemOf('unknown-school', name, { column: 'School', accepted }), candidates }
}

/** A number that is sure beside a name: doubtful where the name is that of another school. */
function withName({ name, folded, day, matching }: Told, urn: number, column: string): Match {
  const { schools } = matching
  const school = schools.schoolOf(urn)
  const decided = settled(withoutNumber(folded), day, matching)
  const called = schoolsCalled(name, folded, day, matching)
  const sure = decided !== null && 'urn' in decided ? schools.schoolOf(decided.urn) : called.sure
  if (sure === null ? called.schools.includes(school) : sure === school) return { urn, notes: [] }
  if (sure === null && called.schools.length === 0)
    return { urn, notes: schoolNote(`not a name that the register has for the school of this ${column}`) }
  const holder = { urn, name: schools.byUrn.get(urn)?.name ?? '', why: `has the ${column} given` }
  const others = candidatesFor(name, folded, day, matching).filter((other) => schools.schoolOf(other.urn) !== school)
  return doubtful('School', name, [holder, ...others.slice(0, 4)])
}

/** A number that is not sure: a name may tell which of the schools that have had it is meant. */
function helpedByName({ name, folded, day, matching }: Told, match: Match, holders: readonly School[]): Match {
  const { schools } = matching
  const { sure } = schoolsCalled(name, folded, day, matching)
  const isHolder = sure !== null && holders.some(({ urn }) => schools.schoolOf(urn) === sure)
  if (isHolder) return { urn: recordedUrn(sure, day, matching), notes: [] }
  if ('urn' in match || match.candidates.length > 0) return match
  return { ...match, candidates: candidatesFor(name, folded, day, matching) }
}

function matchBoth(naming: Naming, number: NumberGiven, day: Day | null, matching: Matching): Match {
  const { school: name, town, postcode, district } = naming
  const { column, holders } = number
  const byNumber = matchNumber(number, day, matching)
  const isSure = 'urn' in byNumber
  // Most rows give the very name that the register has, and need no more looking.
  const isPlaced = (town ?? postcode ?? district) != null
  if (isSure && (name == null || (!isPlaced && holders.some((holder) => holder.name === name)))) return byNumber
  const folded = foldNaming(naming)
  const told = name == null ? null : { name, folded, day, matching }
  const match =
    told === null ? byNumber : isSure ? withName(told, byNumber.urn, column) : helpedByName(told, byNumber, holders)
  return 'urn' in match ? match : (settled(folded, day, matching) ?? match)
}

const noSchool = { accepted: 'give the URN, LAESTAB, UKPRN or name of the school' }

/**
 * The school of a row: by its URN, else its LAESTAB, else its UKPRN, else its name and place. What a person settled
 * stands for a row that is so named; never is a school guessed.
 */
export function matchSchool(naming: Naming, day: Day | null, matching: Matching): Match {
  const { school: name } = naming
  const number = numberOf(naming, matching.schools)
  if (number !== null) return matchBoth(naming, number, day, matching)
  if (name == null) return { problem: problemOf('no-school', '', noSchool), candidates: [] }
  return matchName({ name, folded: foldNaming(naming), day, matching })
}
