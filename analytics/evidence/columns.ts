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
import { growing, type Growing } from './growing.ts'
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

/**
 * A column of words from codes that point into a list of them. It has those that it points at, after the blank one, by
 * codes in the order in which it comes to them.
 */
export function wordVector(codes: Uint32Array, list: readonly string[]): Vector<Words> {
  const codeOf = new Uint32Array(list.length)
  const met = [0]
  const data = codes.map((code) => {
    if (code > 0 && codeOf[code] === 0) {
      codeOf[code] = met.length
      met.push(code)
    }
    return codeOf[code]!
  })
  const type = new Dictionary(new Utf8(), new Uint32())
  return makeVector(makeData({ type, data, dictionary: textVector(met.map((code) => list[code] ?? '')) }))
}

/** Texts as a vector, made of their bytes: a builder of Arrow's takes longer to start than a small hub to read. */
function textVector(texts: readonly string[]): Vector<Utf8> {
  const bytes = growing(Uint8Array)
  const valueOffsets = new Int32Array(texts.length + 1)
  texts.forEach((text, at) => {
    for (const character of text.toWellFormed()) addCharacter(bytes, character.codePointAt(0) ?? 0)
    valueOffsets[at + 1] = bytes.length()
  })
  return makeVector(makeData({ type: new Utf8(), valueOffsets, data: bytes.take() }))
}

/** A character in UTF-8: one to four bytes, the leading one saying how many follow. */
function addCharacter({ push }: Growing<Uint8Array>, code: number): void {
  const [lead, following] = code < 0x80 ? [0, 0] : code < 0x800 ? [0xc0, 1] : code < 0x10000 ? [0xe0, 2] : [0xf0, 3]
  push(lead | (code >> (6 * following)))
  for (let left = following - 1; left >= 0; left--) push(0x80 | ((code >> (6 * left)) & 0x3f))
}
