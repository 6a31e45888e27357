import { parseHTML } from 'linkedom'

type Node = ReturnType<typeof parseHTML>['document']['documentElement']

/** A line of a table twin: the words that name it, and its figures by what stands over them. */
interface Line {
  readonly names: readonly string[]
  readonly figures: ReadonlyMap<string, string>
}

/** What a picture says of some numbers: what they are about, from the widest on, and the numbers in their words. */
interface Claim {
  readonly about: readonly string[]
  readonly says: string
}

const plain = (text: string | null): string => (text ?? '').replaceAll(/\s+/g, ' ').trim()

/** The first figure of a cell, or its mark; a percentage beside a count stands after it. */
const figureIn = (text: string): string => /^[+-]?[\d,]*\d(\.\d+)?%?|^\[\w+\]/.exec(text)?.[0] ?? ''

/** All numbers of a text, without their signs and units. */
const numbersIn = (text: string): readonly string[] => text.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? []

/** Columns of numbers that name a line. */
const naming = new Set(['Month', 'Years since', 'Number', 'Day'])

/** The lines of a table twin; one that is turned has a line a figure, named by it. */
function linesOf(table: Node): readonly Line[] {
  const heads = [...table.querySelectorAll('thead tr > *')].map(({ textContent }) => plain(textContent))
  const isTurned = heads[0] === ''
  return [...table.querySelectorAll('tbody tr')].map((row) => {
    const cells = [...row.children].map((cell, at) => ({
      head: heads[at] ?? '',
      text: plain(cell.textContent),
      isName: !cell.classList.contains('govuk-table__cell--numeric') || naming.has(heads[at] ?? ''),
    }))
    // What a name explains of itself stands within it.
    const note = plain(row.querySelector('.figures__note')?.textContent ?? null)
    const named = cells.filter(({ isName }) => isName).map(({ text }) => text)
    const name = plain((named[0] ?? '').slice(0, note === '' ? undefined : -note.length))
    if (isTurned)
      return {
        names: [name],
        figures: new Map(cells.slice(1).map(({ text }, at) => [at === 0 ? name : 'Percent', text])),
      }
    return { names: named, figures: new Map(cells.flatMap(({ head, text, isName }) => (isName ? [] : [[head, text]]))) }
  })
}

/** What the marks of a picture say, and its description: each number right behind what it is called. */
function claimsIn(picture: Node): readonly Claim[] {
  const marks = [...picture.querySelectorAll('rect > title')].map(({ textContent }) => plain(textContent))
  const sentences = plain(picture.querySelector('desc')?.textContent ?? null).split(/\.(?: |$)/)
  return [
    ...[...marks, ...sentences].flatMap((text) => {
      const [, about = '', says = ''] = /^(.+?): ((?:[\d[]|Value |Reflection)[^:]*)$/.exec(text) ?? []
      return about === '' ? [] : [{ about: about.split(/, |: /), says }]
    }),
    ...sentences.flatMap((text) => {
      const at = text.lastIndexOf(': ')
      const named = text.slice(at + 2).matchAll(/(?:^|, )([A-Z][^,]*?) ((?:[\d,]*\d(?:\.\d+)?%?|\[\w+\]))(?=,|$)/g)
      const about = text.slice(0, Math.max(at, 0)).split(/, |: /)
      return at < 0 ? [] : [...named].map(([, column = '', says = '']) => ({ about: [...about, column], says }))
    }),
  ]
}

const isNamed = (names: readonly string[], part: string): boolean =>
  names.some((name) => {
    const [a, b] = [name.toLowerCase(), part.toLowerCase()]
    return [a, `after ${a} months`, `at ${a}`, `first ${a}`, `${a} cohort`, `compared with ${a}`, `day ${a}`].includes(
      b,
    )
  })

const numberOf = (text: string): number => Number(figureIn(text).replaceAll(/[,%+]/g, ''))

/** What is wrong with a claim where a column and lines of the table are those it is about; null where none are. */
function wrongInColumn(lines: readonly Line[], { about, says }: Claim): string | null {
  const found = lines
    .filter(({ names }) => about.slice(0, -1).every((part) => isNamed(names, part)) || about.length === 1)
    .flatMap(({ figures }) => figures.get(about.at(-1) ?? '') ?? [])
  const [only, another] = found
  if (only === undefined) return null
  // A picture may draw what several lines add up to.
  const sum = found.reduce((total, text) => total + (numberOf(text) || 0), 0)
  const isEach = found.every((text) => figureIn(text) === figureIn(says))
  const isBorneOut = isEach || (another !== undefined && numberOf(says) === sum)
  return isBorneOut ? '' : `the table has ${found.join(' + ')}`
}

/** The same where lines alone are: all its numbers are theirs, or those of the lines they are compared with. */
function wrongInLines(lines: readonly Line[], { about, says }: Claim): string | null {
  const all = lines.filter(({ names }) => about.every((part) => isNamed(names, part)))
  // What a line means may be said beside its name.
  const found = all.length > 0 ? all : lines.filter(({ names }) => isNamed(names.slice(0, 1), about[0] ?? ''))
  if (found.length === 0) return null
  const beside = lines.filter(({ names }) => isNamed(names, about[0] ?? ''))
  const known = new Set(
    [...found, ...beside].flatMap(({ names, figures }) => numbersIn([...names, ...figures.values()].join(' '))),
  )
  const unknown = numbersIn(says.replace('95% interval', '')).filter((number) => !known.has(number))
  return unknown.length === 0 ? '' : `the table has no ${unknown.join(', ')} there`
}

/**
 * A figure held against its table twin: whether it has one, how many of the claims of its pictures were found in it, and
 * what is said or drawn that it does not bear out.
 */
export function heldAgainstTable(figure: Node) {
  const table = figure.querySelector('details table')
  const lines = table === null ? [] : linesOf(table)
  const told = new Set(
    [...figure.querySelectorAll('details td, details th, details li')].flatMap(({ textContent }) =>
      numbersIn(plain(textContent)),
    ),
  )
  const wrong: string[] = []
  let held = 0
  for (const picture of figure.querySelectorAll('.figure__wide > svg, .figure__narrow > svg')) {
    // A map names its districts by the number of their line.
    const borneOut = new Set([...told, ...(figure.id.endsWith('-map') ? lines.map((_, at) => String(at + 1)) : [])])
    for (const claim of claimsIn(picture)) {
      const fault = wrongInColumn(lines, claim) ?? wrongInLines(lines, claim)
      if (fault !== null) held += 1
      if (fault === '') for (const number of numbersIn(claim.says)) borneOut.add(number)
      if (fault !== null && fault !== '') wrong.push(`${claim.about.join(', ')}: ${claim.says}; ${fault}`)
    }
    const drawn = [...picture.querySelectorAll('text')].map(({ textContent }) => plain(textContent))
    for (const number of drawn.filter((text) => /^[\d,]+$/.test(text)))
      if (!borneOut.has(number)) wrong.push(`${number} is drawn, and stands nowhere in the table`)
  }
  return { hasTable: table !== null, held, wrong }
}

/** The figures of a page. */
export const figuresOn = (html: string): readonly Node[] => [
  ...parseHTML(html).document.querySelectorAll('figure.figure'),
]
