import type { Disclosed } from '../../analytics/disclosure/disclose.ts'
import { academicYearText } from '../../analytics/framework/academic-year.ts'
import { unknown } from '../../analytics/framework/band.ts'
import type { Phase } from '../../analytics/framework/phase.ts'
import { dayText } from './day.ts'
import type { Frame, PageWhere } from './frame.ts'
import { countText } from './number.ts'

const kinds: Readonly<Record<Phase, string>> = {
  Nursery: 'nursery',
  Primary: 'primary',
  Secondary: 'secondary',
  '16 plus': '16 plus',
  'All-through': 'all-through',
  Special: 'special',
}

/** The council's name, or its code where nobody has named it. */
export const councilName = ({ councils }: Frame['choices'], code: string): string =>
  councils.find((council) => council.code === code)?.name ?? code

const placeOf = ({ council, district }: PageWhere, choices: Frame['choices']): string =>
  [district, council === undefined ? undefined : councilName(choices, council)]
    .filter((name) => name !== undefined)
    .join(', ')

/** Which schools a page is about, as its heading: `All schools`, `Primary schools in Charnwood`. */
export function scopeTitle(where: PageWhere, choices: Frame['choices']): string {
  const [kind, place] = [where.phase === undefined ? 'All' : where.phase, placeOf(where, choices)]
  return place === '' ? `${kind} schools` : `${kind} schools in ${place}`
}

/** Which schools and how many: `1,234 state-funded primary schools in Charnwood, Leicestershire`. */
export function scopeText(population: number, where: PageWhere, choices: Frame['choices']): string {
  const [kind, place] = [where.phase === undefined ? '' : `${kinds[where.phase]} `, placeOf(where, choices)]
  const which = [`${countText(population, `state-funded ${kind}school`)}${place === '' ? '' : ` in ${place}`}`]
  return [...which, ...likeOf(where)].join(', ')
}

const atStart = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`

/** What the schools are like, in words: `with 101 to 210 pupils`, `rural`. */
export function likeOf({ size, fsm, rural, deprivation, framework, adviser }: PageWhere): readonly string[] {
  return [
    size && (size === unknown ? 'with a number of pupils that is not known' : `with ${atStart(size)} pupils`),
    fsm &&
      (fsm === unknown
        ? 'with free school meals that are not known'
        : `with ${atStart(fsm)} of pupils on free school meals`),
    rural && (rural === unknown ? 'not known to be rural or urban' : rural.toLowerCase()),
    deprivation &&
      (deprivation === unknown
        ? 'in neighbourhoods of which no deprivation is known'
        : `in the ${atStart(deprivation)} of neighbourhoods`),
    framework &&
      (framework === unknown ? 'last audited under a framework that is not known' : `last audited under ${framework}`),
    adviser && (adviser === unknown ? 'last audited by an adviser who is not named' : `last audited by ${adviser}`),
  ].filter((words) => words !== undefined)
}

/** What a picture or table shows: the measure, the strand or award, the schools, the place and the day. */
export function subtitleOf(answer: Disclosed<object, object>, choices: Frame['choices']): string {
  const { title, where, population, asOf, during } = answer
  const about = [title, where.strand, where.award].filter((part) => part !== undefined).join(', ')
  const when = during === null ? `on ${dayText(asOf)}` : `in ${academicYearText(during)}`
  return `${about}. ${scopeText(population, where, choices)}, ${when}.`
}

/** Where an answer's numbers come from. */
export function sourceOf(
  { population, totals, extractOn, dataVersion }: Disclosed<object, object>,
  hub: string,
): string {
  // A measure may be of fewer than the population: then its totals have an n of their own.
  const n: unknown = Reflect.get(totals, 'n') ?? population
  const register = extractOn === null ? '' : ` and the national register of ${dayText(extractOn)}`
  return `n = ${countText(typeof n === 'number' ? n : population, 'school')}. Source: records of ${hub}${register}; data version ${dataVersion}.`
}
