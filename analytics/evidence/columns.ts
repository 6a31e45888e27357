import {
  Dictionary,
  Uint32,
  Utf8,
  makeData,
  makeVector,
  type DataType,
  type Table,
  type TypeMap,
  type Vector,
} from 'apache-arrow'
import { keeper } from './kept.ts'

const [keptNumbers, keptCodes, keptWords] = [keeper(), keeper(), keeper()]

/** A column of words, each held once and pointed at by number. */
export type Words = Dictionary<Utf8, Uint32>

function vectorOf<T extends TypeMap, K extends keyof T & string>(table: Table<T>, name: K): Vector<T[K]> {
  const vector = table.getChild(name)
  if (vector === null) throw new RangeError(`unknown column: ${name}`)
  return vector
}

/**
 * The numbers of a column, as the typed array that holds them: nothing is copied. Columns are kept as they were first
 * read: Arrow makes a new vector at every reading, and decodes words again.
 */
export const numbersOf = <T extends TypeMap, K extends keyof T & string>(table: Table<T>, name: K): T[K]['TArray'] =>
  keptNumbers(table, name, () => vectorOf(table, name).toArray())

/** The numbers by which a column of words points into its dictionary; nothing is copied. */
export const codesOf = <T extends Record<string, DataType>>(table: Table<T>, name: keyof T & string): Uint32Array =>
  keptCodes(table, name, () => vectorOf(table, name).data[0]?.values ?? new Uint32Array())

/** The dictionary of a column of words, by code. The first word is always the blank one. */
export const wordsOf = <T extends Record<string, DataType>>(
  table: Table<T>,
  name: keyof T & string,
): readonly string[] =>
  keptWords(table, name, () => [...(vectorOf(table, name).data[0]?.dictionary ?? [''])].map(String))

/** A column of words; null becomes the blank word, whose code is 0. */
export function wordColumn(values: readonly (string | null)[]): Vector<Words> {
  const codes = new Map<string, number>([['', 0]])
  const data = Uint32Array.from(values, (value) => {
    const word = value ?? ''
    const known = codes.get(word)
    if (known !== undefined) return known
    codes.set(word, codes.size)
    return codes.size - 1
  })
  const type = new Dictionary(new Utf8(), new Uint32())
  return makeVector(makeData({ type, data, dictionary: textVector([...codes.keys()]) }))
}

/** Texts as a vector, made of their bytes: a builder of Arrow's takes longer to start than a small hub to read. */
function textVector(texts: readonly string[]): Vector<Utf8> {
  const bytes = texts.map(utf8)
  const valueOffsets = new Int32Array(texts.length + 1)
  bytes.forEach(({ length }, at) => (valueOffsets[at + 1] = valueOffsets[at]! + length))
  return makeVector(makeData({ type: new Utf8(), valueOffsets, data: Uint8Array.from(bytes.flat()) }))
}

/** The bytes of a text in UTF-8: a character is one to four, the leading one saying how many follow. */
const utf8 = (text: string): number[] =>
  Array.from(text.toWellFormed()).flatMap((character) => {
    const code = character.codePointAt(0) ?? 0
    const [lead, following] = code < 0x80 ? [0, 0] : code < 0x800 ? [0xc0, 1] : code < 0x10000 ? [0xe0, 2] : [0xf0, 3]
    const rest = Array.from({ length: following }, (_, at) => 0x80 | ((code >> (6 * (following - 1 - at))) & 0x3f))
    return [lead | (code >> (6 * following)), ...rest]
  })
