/** One line of the table: a question, and the milliseconds of Crescendo and of each engine. */
export interface Line {
  readonly question: string
  readonly crescendo: number
  readonly engines: readonly number[]
  /** What stands in place of the ratio. */
  readonly instead?: string
}

const milliseconds = (value: number): string => (value < 10 ? value.toFixed(3) : value.toFixed(0))

function ratio({ crescendo, engines }: Line): string {
  const times = Math.min(...engines) / crescendo
  return `${times < 10 ? times.toFixed(1) : times.toFixed(0)}x`
}

/** The lines as a Markdown table, its columns padded to read well in a terminal. */
export function tableOf(engines: readonly string[], lines: readonly Line[]): string {
  const heading = ['question', 'Crescendo ms', ...engines.map((name) => `${name} ms`), 'fastest SQL / Crescendo']
  const cells = lines.map((line) => [
    line.question,
    milliseconds(line.crescendo),
    ...line.engines.map(milliseconds),
    line.instead ?? ratio(line),
  ])
  const widths = heading.map((text, at) => Math.max(...[heading, ...cells].map((row) => row[at]!.length), text.length))
  const lineOf = (row: readonly string[]): string =>
    `| ${row.map((text, at) => (at === 0 ? text.padEnd(widths[at]!) : text.padStart(widths[at]!))).join(' | ')} |`
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [lineOf(heading), rule, ...cells.map(lineOf)].join('\n')
}
