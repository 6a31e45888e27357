import type { Evidence } from '../evidence/evidence.ts'
import { academicYearText, lastDayOf, type AcademicYear } from '../framework/academic-year.ts'
import type { Day } from '../framework/day.ts'
import { coverage } from '../measures/coverage.ts'
import { roundHalfUp } from '../measures/percent.ts'
import { provisionFigures } from '../measures/provision-figures.ts'
import { ask } from '../measures/ask.ts'
import { contradictionsIn } from './contradictions.ts'
import type { ReturnFigure } from './figures.ts'
import type { Indicator, ReturnProfile } from './profile.ts'

/** What a check found: an error keeps a return from being approved, a warning advises. */
export interface Finding {
  readonly severity: 'error' | 'warning'
  /** One word for the kind of finding. */
  readonly code: string
  /** The indicator or narrative it is about; null where it is about the return. */
  readonly at: string | null
  readonly said: string
  /** The schools it is about, by name: for the hub alone. */
  readonly schools?: readonly string[]
}

/** A return as it is checked. */
export interface Draft {
  readonly profile: ReturnProfile
  readonly year: AcademicYear
  readonly evidence: Evidence
  readonly figures: readonly ReturnFigure[]
  /** What is written for each narrative, by its id. */
  readonly texts: ReadonlyMap<string, string>
  readonly today: Day
  /** The figures of the return for the year before, with the profile it was made by; null where none was frozen. */
  readonly lastYear: { readonly profile: ReturnProfile; readonly figures: readonly ReturnFigure[] } | null
}

/** Everything to be said of a draft, errors first. */
export function checkReturn(draft: Draft): readonly Finding[] {
  const found = [
    ...wholeReturn(draft),
    ...missingSchools(draft),
    ...notAvailable(draft),
    ...draft.profile.indicators.flatMap((indicator) => indicatorFindings(draft, indicator)),
    ...overlapping(draft),
    ...narratives(draft),
    ...contradictions(draft),
  ]
  const rank = ({ severity }: Finding): number => (severity === 'error' ? 0 : 1)
  return found.toSorted((a, b) => rank(a) - rank(b))
}

const error = (code: string, at: string | null, said: string): Finding => ({ severity: 'error', code, at, said })
const warning = (code: string, at: string | null, said: string): Finding => ({ severity: 'warning', code, at, said })

function wholeReturn({ profile, year, evidence, today }: Draft): readonly Finding[] {
  const { academicYear, template } = profile
  return [
    ...(evidence.extractOn === null
      ? [
          error(
            'no-register',
            null,
            'No school register is loaded, so there is nothing to be a percentage of. Load one.',
          ),
        ]
      : []),
    ...(academicYear !== null && academicYear !== year
      ? [
          error(
            'another-year',
            null,
            `The profile is for ${academicYearText(academicYear)}, not ${academicYearText(year)}.`,
          ),
        ]
      : []),
    ...(lastDayOf(year) >= today
      ? [
          warning(
            'year-not-over',
            null,
            `The academic year ${academicYearText(year)} is not over: figures will still move.`,
          ),
        ]
      : []),
    ...(evidence.extractOn !== null && evidence.extractOn < lastDayOf(year)
      ? [
          warning(
            'old-register',
            null,
            `The school register is of ${evidence.extractOn}, before the last day of the year.`,
          ),
        ]
      : []),
    ...(template.isConfirmed
      ? []
      : [warning('template-not-confirmed', null, `Hold the profile against the template first: ${template.note}`)]),
  ]
}

/** How many schools sent no data form, and how many nobody met. */
function missingSchools({ profile, year, evidence }: Draft): readonly Finding[] {
  const measures = new Set(profile.indicators.map(({ numerator }) => numerator.measure))
  const asked = { asOf: lastDayOf(year), during: year, where: {} }
  const [row] = ask(coverage, evidence, asked).rows
  const [population, never] = [row?.population ?? 0, row?.neverEngaged ?? 0]
  const { totals } = ask(provisionFigures, evidence, asked)
  const missing = population - totals.forms
  return [
    ...(measures.has('provision-figures') && missing > 0
      ? [
          warning(
            'missing-forms',
            null,
            `${totals.forms} of ${population} schools sent a data form: figures of pupils and groups say nothing of the other ${missing}.`,
          ),
        ]
      : []),
    ...(never > 0
      ? [warning('missing-schools', null, `${never} of ${population} schools had no contact with the hub in the year.`)]
      : []),
  ]
}

const named = (indicators: readonly Indicator[]): string =>
  indicators.map(({ id, title }) => `${id} (${title})`).join(', ')

/** That some indicators have no figure: said once, for one thing that is not known may leave many without. */
function notAvailable({ profile, figures }: Draft): readonly Finding[] {
  const isKnown = (id: string): boolean =>
    figures.some((figure) => figure.indicator === id && figure.of === '' && typeof figure.number === 'number')
  const missing = profile.indicators.filter(({ id }) => !isKnown(id))
  if (missing.length === 0) return []
  return [
    warning('not-available', null, `There is no figure of these; each is told as not available: ${named(missing)}.`),
  ]
}

function indicatorFindings(draft: Draft, indicator: Indicator): readonly Finding[] {
  const { id, title, sums = [] } = indicator
  const mine = draft.figures.filter((figure) => figure.indicator === id)
  const whole = mine.find(({ of }) => of === '')
  const numbers = new Map(draft.figures.map((each) => [`${each.indicator} ${each.of}`, each.number]))
  const sum = sums.reduce((total, other) => total + Number(numbers.get(`${other} `)), 0)
  return [
    ...mine.flatMap(({ of, number, denominator }) =>
      typeof number === 'number' && typeof denominator === 'number' && number > denominator
        ? [
            error(
              'more-than-all',
              id,
              `${title}${of === '' ? '' : `, ${of}`}: ${number} is more than the ${denominator} it is of.`,
            ),
          ]
        : [],
    ),
    ...(sums.length > 0 && typeof whole?.number === 'number' && sum !== whole.number
      ? [error('does-not-add', id, `${title}: its parts add up to ${sum}, not ${whole.number}.`)]
      : []),
    ...changeOf(draft, indicator, whole),
  ]
}

/** Whether an indicator moved by more than is expected since last year, where both count the same. */
function changeOf(
  { lastYear, year }: Draft,
  indicator: Indicator,
  whole: ReturnFigure | undefined,
): readonly Finding[] {
  const { id, title, expectedChangePercent } = indicator
  const [before, then] = [
    lastYear?.figures.find((figure) => figure.indicator === id && figure.of === '')?.number,
    lastYear?.profile.indicators.find((other) => other.id === id),
  ]
  const now = whole?.number
  if (typeof before !== 'number' || typeof now !== 'number' || then === undefined) return []
  const last = academicYearText(year - 1)
  if (JSON.stringify([then.numerator, then.population]) !== JSON.stringify([indicator.numerator, indicator.population]))
    return [
      warning('other-basis', id, `${title} counted otherwise in ${last}, and is not compared with ${before} then.`),
    ]
  const percent = before === 0 ? (now === 0 ? 0 : Infinity) : roundHalfUp((Math.abs(now - before) * 100) / before, 1)
  if (percent <= expectedChangePercent) return []
  const by = before === 0 ? 'from nothing' : `by ${percent} per cent`
  return [
    warning(
      'large-change',
      id,
      `${title} moved ${by} since ${last}, from ${before} to ${now}: more than ${expectedChangePercent} per cent. Say why.`,
    ),
  ]
}

/** That some figures may count the same pupils or schools: a reader adds up whatever stands in one column. */
function overlapping({ profile }: Draft): readonly Finding[] {
  const found = profile.indicators.filter(({ overlaps }) => overlaps.length > 0)
  if (found.length === 0) return []
  return [
    warning('overlap', null, `These may count the same pupils or schools, and must not be added: ${named(found)}.`),
  ]
}

function narratives({ profile, texts }: Draft): readonly Finding[] {
  return profile.narratives.flatMap(({ id, question, isRequired, mostCharacters }): readonly Finding[] => {
    const length = Array.from(texts.get(id) ?? '').length
    if (length > mostCharacters)
      return [error('too-long', id, `${question} has ${length} characters, of ${mostCharacters} at most.`)]
    return isRequired && length === 0 ? [error('not-answered', id, `${question} is not answered.`)] : []
  })
}

function contradictions({ profile, evidence, year }: Draft): readonly Finding[] {
  if (profile.indicators.every(({ numerator }) => numerator.measure !== 'provision-figures')) return []
  const found = contradictionsIn(evidence, year)
  if (found.length === 0) return []
  const schools = found.map(({ name, urn, said }) => `${name} (${urn}): ${said}`)
  const said = `${found.length === 1 ? 'One data form says' : `Data forms say ${found.length} times`} what cannot be so.`
  return [{ ...warning('contradiction', null, said), schools }]
}
