import { closedStatus } from '../framework/establishment.ts'
import { followingOf } from '../framework/link-type.ts'
import type { RegisterLink, RegisterSchool } from './facts.ts'

/** Which URNs are one school through time. */
export interface Chains {
  /** The last URN of the chain in which a URN stands: the school's identity. */
  readonly lastOf: ReadonlyMap<number, number>
  /** How many links lie between a URN and the end of its chain. */
  readonly linksToEnd: ReadonlyMap<number, number>
  /** Closed URNs with more than one successor: followed to none, ascending. */
  readonly splits: readonly number[]
}

type Register = Pick<RegisterSchool, 'urn' | 'status' | 'closeOn'>

/** A blank day of closing counts as last. */
const closedOrder = (school: Register): string => school.closeOn ?? '9999-99-99'

/** The edge a link stands for, from the URN that ended to the one that goes on; null if it is not followed. */
function edgeOf(link: RegisterLink, register: ReadonlyMap<number, Register>): readonly [number, number] | null {
  const [here, there] = [register.get(link.urn), register.get(link.linkUrn)]
  if (here === undefined || there === undefined || here.urn === there.urn) return null
  switch (followingOf(link.linkType)) {
    case 'forward':
      return [here.urn, there.urn]
    case 'backward':
      return [there.urn, here.urn]
    case 'first closed': {
      const [a, b] = [closedOrder(here), closedOrder(there)]
      return a === b ? null : a < b ? [here.urn, there.urn] : [there.urn, here.urn]
    }
    case null:
    default:
      return null
  }
}

/** The successors each closed URN is linked to. Two links that contradict each other go from the URN closed first. */
function successorsOf(
  register: ReadonlyMap<number, Register>,
  links: readonly RegisterLink[],
): ReadonlyMap<number, ReadonlySet<number>> {
  const successors = new Map<number, Set<number>>()
  for (const link of links) {
    const edge = edgeOf(link, register)
    if (edge === null || register.get(edge[0])?.status !== closedStatus) continue
    const known = successors.get(edge[0])
    if (known === undefined) successors.set(edge[0], new Set([edge[1]]))
    else known.add(edge[1])
  }
  const isContradicted = (urn: number, next: number): boolean => {
    const [here, there] = [register.get(urn), register.get(next)]
    if (here === undefined || there === undefined) return true
    return successors.get(next)?.has(urn) === true && closedOrder(here) >= closedOrder(there)
  }
  return new Map(
    [...successors].map(([urn, nexts]) => [urn, new Set([...nexts].filter((next) => !isContradicted(urn, next)))]),
  )
}

/**
 * The chains of a register: links are followed only from a closed URN to another URN of the register, a URN with
 * more than one successor to none, and a circle of URNs nowhere.
 */
export function chainsOf(schools: readonly Register[], links: readonly RegisterLink[]): Chains {
  const register = new Map(schools.map((school) => [school.urn, school]))
  const successors = successorsOf(register, links)
  const next = new Map<number, number>()
  const splits: number[] = []
  for (const [urn, nexts] of successors) {
    const [only] = nexts
    if (nexts.size > 1) splits.push(urn)
    else if (only !== undefined) next.set(urn, only)
  }
  dropCircles(next)
  const lastOf = new Map<number, number>()
  const linksToEnd = new Map<number, number>()
  for (const { urn } of schools) {
    let [last, links] = [urn, 0]
    for (let to = next.get(last); to !== undefined; to = next.get(last)) [last, links] = [to, links + 1]
    lastOf.set(urn, last)
    linksToEnd.set(urn, links)
  }
  return { lastOf, linksToEnd, splits: splits.toSorted((a, b) => a - b) }
}

/** Takes out of the successors every URN that leads, in the end, back to itself. */
function dropCircles(next: Map<number, number>): void {
  const circling = [...next.keys()].filter((urn) => {
    const seen = new Set<number>()
    for (let to = next.get(urn); to !== undefined && !seen.has(to); to = next.get(to)) {
      if (to === urn) return true
      seen.add(to)
    }
    return false
  })
  for (const urn of circling) next.delete(urn)
}
