/** How many of the changes of a file the tests found, of those that can be found. */
export interface Score {
  readonly file: string
  readonly found: number
  readonly changes: number
  readonly percent: number
}

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>
}

const count = (mutants: readonly { readonly status: string }[], statuses: readonly string[]): number =>
  mutants.filter(({ status }) => statuses.includes(status)).length

const percentOf = (found: number, changes: number): number => (changes === 0 ? 100 : (100 * found) / changes)

/** The score of each file in a report of Stryker, as Stryker itself counts it; none of files that nothing was changed in. */
export const scoresIn = (report: string): readonly Score[] =>
  Object.entries((JSON.parse(report) as Report).files).flatMap(([file, { mutants }]) => {
    const found = count(mutants, ['Killed', 'Timeout'])
    const changes = found + count(mutants, ['Survived', 'NoCoverage'])
    return changes === 0 ? [] : [{ file, found, changes, percent: percentOf(found, changes) }]
  })

/** The scores as lines of text, with those of the folders and of all together. */
export function inWords(scores: readonly Score[], least: number): string {
  if (scores.length === 0) return 'No file was gone through to its end in the time there was: nothing is shown.'
  const line = (name: string, of: readonly Score[]): string => {
    const sum = (part: 'found' | 'changes'): number => of.reduce((total, score) => total + score[part], 0)
    const percent = percentOf(sum('found'), sum('changes'))
    const isFew = of.length === 1 && percent < least
    return `${percent.toFixed(1)} %  ${name}: ${sum('found')} of ${sum('changes')} changes were found${isFew ? ', too few' : ''}`
  }
  const folders = ['analytics/disclosure', 'server/access'].flatMap((folder) => {
    const of = scores.filter(({ file }) => file.startsWith(folder))
    return of.length === 0 ? [] : [line(folder, of)]
  })
  return [...scores.map((score) => line(score.file, [score])), ...folders, line('all together', scores)].join('\n')
}
