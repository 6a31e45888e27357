import { levels } from '../../../analytics/framework/level.ts'
import type { Outcome } from '../../../ingest/load.ts'
import { trimmed } from '../../../ingest/recognise/reading.ts'
import type { Store } from '../../../migrations/open.ts'
import { book, packed, row, text, worksheet } from '../readers/made-workbook.ts'
import { emptyHub, facts, loadFile, register } from '../story.ts'
import type { StringsSent } from './document.ts'
import { asCellText, asCsv } from './naughty-strings.ts'

type Rows = readonly (readonly string[])[]

const asWorkbook = (rows: Rows): Uint8Array =>
  packed(book([['Sheet1', worksheet(rows.map((cells) => row(cells.map((cell) => text(asCellText(cell))))))]]))

/** The two kinds of file in which every string is sent. */
const kinds = { CSV: asCsv, XLSX: asWorkbook } as const

const [registerHead = ''] = register.split('\n')
const firstUrn = 200_001

/** A school of each name. Establishment numbers and URNs count up. */
const schoolsNamed = (names: readonly string[]): Rows => [
  registerHead.split(','),
  ...names.map((name, index) => [
    String(firstUrn + index),
    '901',
    String(2001 + index),
    name,
    '1',
    '1',
    '2',
    '',
    '',
    '',
  ]),
]

/** What stands in the store for each string, and what came of the load. */
interface Kept {
  readonly outcome: Outcome
  readonly kept: readonly (string | null)[]
}

async function inHub<Answer>(use: (store: Store) => Promise<Answer>): Promise<Answer> {
  const store = await emptyHub()
  try {
    return await use(store)
  } finally {
    await store.destroy()
  }
}

/** The strings as names of schools in a register. Blank ones are problems of their rows; the others load alone. */
const asNames = (strings: readonly string[], pack: (rows: Rows) => Uint8Array): Promise<Kept> =>
  inHub(async (store) => {
    const outcome = await loadFile(store, 'register', pack(schoolsNamed(strings)))
    const wrong = new Set(outcome.problems.map(({ row }) => row))
    const right = strings.map((name, index) => (wrong.has(index + 2) ? 'A name' : name))
    await loadFile(store, 'register', pack(schoolsNamed(right)))
    const names = new Map((await facts(store, 'registerSchool')).map(({ urn, name }) => [urn, String(name)]))
    return {
      outcome,
      kept: strings.map((_, index) => (wrong.has(index + 2) ? null : (names.get(firstUrn + index) ?? ''))),
    }
  })

const days = (index: number): string => `2020-01-${String(1 + (index % 28)).padStart(2, '0')}`

/** The strings as comments of reflections, each of a school and meeting of its own. */
const asComments = (strings: readonly string[], pack: (rows: Rows) => Uint8Array): Promise<Kept> =>
  inHub(async (store) => {
    await loadFile(store, 'register', asCsv(schoolsNamed(strings.map((_, index) => `School ${index}`))))
    const meetings = strings.map((_, index) => [String(firstUrn + index), days(index)])
    await loadFile(
      store,
      'audits',
      asCsv([
        ['URN', 'Meeting date', 'Strand', 'Level'],
        ...meetings.map((meeting) => [...meeting, 'Co-curricular', levels[0]]),
      ]),
    )
    const rows = meetings.map((meeting, index) => [...meeting, '12', '1', strings[index] ?? ''])
    const outcome = await loadFile(
      store,
      'comments',
      pack([['URN', 'Meeting date', 'Month', 'Priority', 'Comment'], ...rows]),
    )
    const comments = new Map((await facts(store, 'reflectionPriority')).map(({ urn, comment }) => [urn, comment]))
    return { outcome, kept: strings.map((_, index) => (comments.get(firstUrn + index) ?? null) as string | null) }
  })

/** The strings as the names by which audits name their schools, of a register that has them all. */
const asNaming = (strings: readonly string[], pack: (rows: Rows) => Uint8Array) =>
  inHub(async (store) => {
    const names = strings.filter((name) => trimmed(name) !== '')
    await loadFile(store, 'register', asCsv(schoolsNamed(names)))
    const rows = names.map((name, index) => [name, days(index), 'Co-curricular', 'Focusing'])
    const outcome = await loadFile(store, 'audits', pack([['School', 'Meeting date', 'Strand', 'Level'], ...rows]))
    const wrong = Array.from(outcome.rows).filter(({ row, urn }) => urn !== null && urn !== firstUrn + row - 2)
    return { outcome, wrong: wrong.map(({ row }) => names[row - 2]) }
  })

/** A string as it must stand in the store; null where it says nothing. */
export const meant = (text: string): string | null => {
  const told = trimmed(text)
  return ['', '-', 'n/a', 'na'].includes(told.toLowerCase()) ? null : told
}

/** What came of all strings in every place and kind of file. */
export interface StringsFound {
  readonly sent: readonly StringsSent[]
  /** Strings that stand in the store otherwise than they were sent, and schools taken for others: each a sentence. */
  readonly faults: readonly string[]
}

const places = { 'the name of a school': asNames, 'the comment of a reflection': asComments } as const

export async function sendStrings(strings: readonly string[]): Promise<StringsFound> {
  const [sent, faults]: [StringsSent[], string[]] = [[], []]
  for (const [kind, pack] of Object.entries(kinds)) {
    for (const [place, send] of Object.entries(places)) {
      const { outcome, kept } = await send(strings, pack)
      const spoilt = strings.filter((text, index) => kept[index] !== meant(text))
      faults.push(
        ...spoilt.map(
          (text) => `${place}, ${kind}: ${JSON.stringify(text)} is ${JSON.stringify(kept[strings.indexOf(text)])}`,
        ),
      )
      faults.push(
        ...outcome.problems
          .filter(({ code }) => code !== 'missing-value')
          .map(({ code }) => `${place}, ${kind}: ${code}`),
      )
      const blank = kept.filter((each) => each === null).length
      const words = outcome.problems.length > 0 ? 'refused as blank, each in its row' : 'blank, so nothing is kept'
      sent.push({ place: `${place}, ${kind}`, counts: { 'kept as they are': strings.length - blank, [words]: blank } })
    }
    const { outcome, wrong } = await asNaming(strings, pack)
    faults.push(...wrong.map((name) => `${kind}: ${JSON.stringify(name)} names another school`))
    const named = Array.from(outcome.rows).filter(({ urn }) => urn !== null).length
    const codes = Map.groupBy(outcome.problems, ({ code }) => code)
    const counts = {
      'find their school': named,
      ...Object.fromEntries([...codes].map(([code, found]) => [`refused (${code})`, found.length])),
    }
    sent.push({ place: `the name by which an audit names its school, ${kind}`, counts })
  }
  return { sent, faults }
}
