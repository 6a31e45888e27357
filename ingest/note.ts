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

/** The notes as sentences, in the order they were first made; those that differ only by row are one sentence. */
export function noteLines(notes: readonly Note[]): readonly string[] {
  const rowsOf = new Map<string, { readonly note: Note; readonly rows: Set<number> }>()
  for (const note of notes) {
    const key = JSON.stringify([note.sheet ?? null, note.column, note.text])
    const known = rowsOf.get(key) ?? { note, rows: new Set<number>() }
    if (note.row !== null) known.rows.add(note.row)
    rowsOf.set(key, known)
  }
  return [...rowsOf.values()].map(({ note, rows }) =>
    noteLine(
      note,
      [...rows].toSorted((a, b) => a - b),
    ),
  )
}
