import { levels, type Level } from '../../analytics/framework/level.ts'

/** How one criterion was judged. */
interface Judged {
  readonly level: string
  readonly judgement: string | null
}

const criteria = (count: number): string => (count === 1 ? 'criterion' : 'criteria')

/**
 * What is odd about a strand's level beside how its criteria were judged: none met of those judged at it and above, or
 * all met of a level above it, as many as `sizeOf` says that it has; null where nothing is. The lowest level asks for
 * nothing to be met.
 */
export function oddityOf(level: Level, judgements: readonly Judged[], sizeOf: (level: Level) => number): string | null {
  const byLevel = Map.groupBy(judgements, (each) => each.level)
  const count = (each: Level, ...words: readonly string[]): number =>
    (byLevel.get(each) ?? []).filter(({ judgement }) => words.length === 0 || words.includes(judgement ?? '')).length
  const at = levels.indexOf(level)
  const judged = count(level)
  if (at > 0 && judged > 0 && levels.slice(at).every((each) => count(each, 'Met', 'Partly met') === 0))
    return `is rated ${level}, and of the ${judged} ${criteria(judged)} judged at ${level} none was met`
  const isWhole = (each: Level): boolean =>
    count(each) > 0 && count(each, 'Met') === count(each) && count(each) >= sizeOf(each)
  const above = levels.slice(at + 1).findLast(isWhole)
  if (above === undefined) return null
  const met = count(above)
  const said = met === 1 ? 'the 1 criterion judged at' : `all ${met} criteria judged at`
  return `is rated ${level}, and ${said} ${above} ${met === 1 ? 'was' : 'were'} met`
}
