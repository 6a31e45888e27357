import type { Day } from '../../analytics/framework/day.ts'
import { followingOf } from '../../analytics/framework/link-type.ts'
import type { RegisterLinkTable } from '../../migrations/tables.ts'
import { wordsOf } from './fold.ts'
import type { Schools } from './schools.ts'

/** A name that a URN had: by what day it no longer had it, where that is known. */
export interface FormerName {
  readonly urn: number
  readonly name: string
  readonly until: Day | null
}

/** One name of a school: today's, or a former one. */
export interface SchoolName {
  readonly school: number
  readonly name: string
  readonly words: readonly string[]
  /** The words as one text: names are equal when these are. */
  readonly key: string
  readonly isFormer: boolean
  readonly until: Day | null
}

type Link = Readonly<Pick<RegisterLinkTable, 'urn' | 'linkUrn' | 'linkType' | 'linkName' | 'establishedOn'>>

/** From a URN to the one that goes on, as a link tells it; null for the types that are not followed. */
function stepOf({ urn, linkUrn, linkType }: Link): readonly [from: number, to: number] | null {
  const way = followingOf(linkType)
  return way === 'forward' ? [urn, linkUrn] : way === 'backward' ? [linkUrn, urn] : null
}

/** Where URNs that the register does not have went on to: all the URNs that links name after each. */
function successors(links: readonly Link[], schools: Schools): ReadonlyMap<number, ReadonlySet<number>> {
  const next = new Map<number, Set<number>>()
  for (const link of links) {
    const [from, to] = stepOf(link) ?? []
    if (from === undefined || to === undefined || schools.byUrn.has(from)) continue
    next.set(from, (next.get(from) ?? new Set()).add(to))
  }
  return next
}

/**
 * The names that links give to the URNs they lead to. A predecessor that the register does not have lends its name to
 * the one URN that went on from it; one that was split lends it to none.
 */
export function linkedNames(links: readonly Link[], schools: Schools): readonly FormerName[] {
  const next = successors(links, schools)
  return links.flatMap((link): readonly FormerName[] => {
    const { urn, linkUrn, linkType, linkName, establishedOn } = link
    if (linkName === null) return []
    if (schools.byUrn.has(linkUrn)) return [{ urn: linkUrn, name: linkName, until: null }]
    const isOnly = followingOf(linkType) === 'backward' && next.get(linkUrn)?.size === 1
    return isOnly && schools.byUrn.has(urn) ? [{ urn, name: linkName, until: establishedOn }] : []
  })
}

/** Every name of every school of the register, each name of a school once: today's, else the last it had. */
export function namesOf(schools: Schools, former: readonly FormerName[]): readonly SchoolName[] {
  const registered = Array.from(schools.byUrn.values(), ({ urn, name, closeOn }) => ({ urn, name, until: closeOn }))
  const found = new Map<string, SchoolName>()
  const add = ({ urn, name, until }: FormerName, isFormer: boolean): void => {
    const [school, words] = [schools.schoolOf(urn), wordsOf(name)]
    const key = words.join('')
    const known = found.get(`${school} ${key}`)
    if (key === '' || known?.isFormer === false) return
    if (known === undefined || !isFormer || (until ?? '') > (known.until ?? ''))
      found.set(`${school} ${key}`, { school, name, words, key, isFormer, until: isFormer ? until : null })
  }
  const isToday = ({ urn }: FormerName): boolean => schools.schoolOf(urn) === urn
  for (const each of registered) if (isToday(each)) add(each, false)
  for (const each of registered) if (!isToday(each)) add(each, true)
  for (const each of former) add(each, true)
  return [...found.values()]
}
