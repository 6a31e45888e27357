import { median } from './measure-race.ts'

/** One line of the table: a question, and the milliseconds of Crescendo and of each engine. */
export interface Line {
  readonly question: string
  readonly crescendo: number
  readonly engines: readonly number[]
  /** False where the figures are of different work, so that there is no ratio. */
  readonly isRace?: false
}

const milliseconds = (value: number): string => (value < 10 ? value.toFixed(3) : value.toFixed(0))

/** How many times faster Crescendo was than the fastest engine. */
const timesFaster = ({ crescendo, engines }: Line): number => Math.min(...engines) / crescendo

/** A ratio as people write it: `6.3x`, `12x`. */
export function ratioText(times: number): string {
  return `${times < 10 ? times.toFixed(1) : times.toFixed(0)}x`
}

/** The lines as a Markdown table, its columns padded to read well in a terminal, and under it what the ratios come to. */
export function linesOf(engines: readonly string[], lines: readonly Line[]): readonly string[] {
  const heading = ['question', 'Crescendo ms', ...engines.map((name) => `${name} ms`), 'fastest SQL / Crescendo']
  const cells = lines.map((line) => [
    line.question,
    milliseconds(line.crescendo),
    ...line.engines.map(milliseconds),
    line.isRace === false ? '-' : ratioText(timesFaster(line)),
  ])
  const widths = heading.map((text, at) => Math.max(...[heading, ...cells].map((row) => row[at]!.length), text.length))
  const lineOf = (row: readonly string[]): string =>
    `| ${row.map((text, at) => (at === 0 ? text.padEnd(widths[at]!) : text.padStart(widths[at]!))).join(' | ')} |`
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [lineOf(heading), rule, ...cells.map(lineOf), '', ...summaryOf(lines)]
}

/** What the ratios of the measures, and those of parts of the hub, come to. */
function summaryOf(lines: readonly Line[]): readonly string[] {
  const raced = lines.filter(({ isRace }) => isRace !== false)
  const isPart = ({ question }: Line): boolean => question.includes(':')
  return [
    ['of the whole hub', raced.filter((line) => !isPart(line))] as const,
    ['of parts of it', raced.filter(isPart)] as const,
  ].flatMap(([name, of]) => {
    const ratios = of.map(timesFaster)
    return of.length === 0
      ? []
      : [`${name}: median ${ratioText(median(ratios))}, least ${ratioText(Math.min(...ratios))}`]
  })
}
