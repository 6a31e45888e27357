/** Something worth saying about a file that does not stop it. `row` is null where it is about the whole sheet or file. */
export interface Note {
  /** The tab of a workbook; left out where it is about a file. */
  readonly sheet?: string | null
  readonly row: number | null
  readonly column: string | null
  readonly text: string
}

const shown = 10

/** A list in English, cut after ten: `2, 3 and 7`. */
export function listed(items: readonly (string | number)[]): string {
  const first = items.slice(0, items.length > shown ? shown : Math.max(items.length - 1, 1))
  const rest = items.slice(first.length)
  if (rest.length === 0) return first.join(', ')
  return `${first.join(', ')} and ${rest.length === 1 ? rest[0] : `${rest.length} more`}`
}

function noteLine({ sheet, column, text }: Note, rows: readonly number[]): string {
  const place = [
    ...(sheet == null ? [] : [`Sheet "${sheet}"`]),
    ...(rows.length === 0 ? [] : [`${sheet == null ? 'R' : 'r'}${rows.length === 1 ? 'ow' : 'ows'} ${listed(rows)}`]),
    ...(column === null ? [] : [`"${column}"`]),
  ]
  const sentence = place.length === 0 ? text : `${place.join(', ')}: ${text}`
  return sentence.endsWith('.') ? sentence : `${sentence}.`
}

/** So many sentences are kept of a file: more than anyone reads, and no more than memory holds. */
const most = 10_000

/** Where a note stands among the others: those of a stage together, by their first place in it. */
interface Standing {
  readonly stage: number
  readonly place: number
}

interface Tallied extends Standing {
  readonly note: Note
  readonly rows: readonly number[]
  place: number
}

const inOrder = (a: Standing, b: Standing): number => a.stage - b.stage || a.place - b.place

const distinct = (rows: readonly number[]): readonly number[] =>
  [...Int32Array.from(rows).toSorted()].filter((row, index, sorted) => row !== sorted[index - 1])

/**
 * Takes in notes in any order and gives them as sentences in theirs; those that differ only by row are one sentence.
 * Of a row no more is kept than its number.
 */
export function tallyNotes() {
  const tallied = new Map<string, Tallied & { readonly rows: number[] }>()
  /** Where the last note stands that is kept, once there were more: what comes after it never will be. */
  let bound: Standing | null = null
  const cut = (): void => {
    const sorted = [...tallied].toSorted(([, a], [, b]) => inOrder(a, b))
    for (const [key] of sorted.slice(most)) tallied.delete(key)
    const { stage, place } = sorted[most - 1]![1]
    bound = { stage, place }
  }
  return {
    add: (note: Note, { stage, place }: Standing): void => {
      const key = `${note.sheet ?? ''}\n${note.column ?? ''}\n${note.text}`
      const known = tallied.get(key)
      if (known === undefined && bound !== null && inOrder({ stage, place }, bound) > 0) return
      const rows = known?.rows ?? []
      if (note.row !== null) rows.push(note.row)
      if (known === undefined) tallied.set(key, { note, rows, stage, place })
      else if (known.stage === stage) known.place = Math.min(known.place, place)
      if (tallied.size > 2 * most) cut()
    },
    lines: (): readonly string[] => {
      if (tallied.size > most) cut()
      const lines = [...tallied.values()].toSorted(inOrder).map(({ note, rows }) => noteLine(note, distinct(rows)))
      return bound !== null ? [...lines, `There are more notes than these ${most.toLocaleString('en-GB')}.`] : lines
    },
  }
}

/** The notes as sentences, in the order they were first made; those that differ only by row are one sentence. */
export function noteLines(notes: Iterable<Note>): readonly string[] {
  const { add, lines } = tallyNotes()
  for (const [place, note] of Iterator.from(notes).map((note, place) => [place, note] as const))
    add(note, { stage: 0, place })
  return lines()
}
