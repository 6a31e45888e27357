import type { Measure } from '../../analytics/measures/measure.ts'
import type { Store } from '../../migrations/open.ts'
import { tablesOf } from './fact-tables.ts'
import { listVersions } from './source-rows.ts'

/** A data version at which a figure changed; null where there was no such figure. */
export interface FigureMove<Figure> {
  readonly dataVersion: number
  readonly before: Figure | null
  readonly after: Figure | null
}

/** How a figure stood at earlier data versions. */
export interface FigureMoves<Figure> {
  readonly moves: readonly FigureMove<Figure>[]
  /** How many of the newest loads that could have moved it were looked at, and how many there are. */
  readonly looked: number
  readonly loads: number
}

/** How many loads are looked at: for each the hub's evidence of that time is built again. */
const mostLooked = 8

/** What moved a figure, the newest first: the same question, put to what was known after each load it rests on. */
export async function findMoves<Figure>(
  store: Store,
  hubId: number,
  { from }: Pick<Measure<object, object>, 'from'>,
  figureAt: (version: number) => Promise<Figure | null>,
): Promise<FigureMoves<Figure>> {
  const versions = await listVersions(
    store,
    hubId,
    from.flatMap((kind) => tablesOf[kind]),
  )
  const newest = versions.slice(0, mostLooked)
  const figures: (Figure | null)[] = []
  for (const version of [...newest, versions[mostLooked] ?? 0]) figures.push(await figureAt(version))
  return {
    moves: newest.flatMap((dataVersion, at) => {
      const [after = null, before = null] = [figures[at], figures[at + 1]]
      return after === before ? [] : [{ dataVersion, before, after }]
    }),
    looked: newest.length,
    loads: versions.length,
  }
}
