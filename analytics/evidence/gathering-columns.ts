import { makeVector, type DataType, type Vector } from 'apache-arrow'
import type { Compare } from './by-school.ts'
import { dayNumber, type Day } from '../framework/day.ts'
import { wordVector, type Words } from './columns.ts'
import { never } from './endless.ts'
import { growing, type Numbers } from './growing.ts'
import { textOrder } from './text-order.ts'

/** A column of facts as they are gathered: no more is held of a fact than the column says of it. */
export interface GatheringColumn<Fact, Type extends DataType = DataType> {
  readonly add: (fact: Fact) => void
  /** The number that it holds of a row; of a word its code. */
  readonly at: (row: number) => number
  readonly compare: Compare
  /** The rows in another order; what was gathered is let go. */
  readonly laid: (order: Uint32Array) => Vector<Type>
}

const numbersIn =
  <Held extends Numbers, Type extends DataType>(
    Kind: new (length: number) => Held,
    vectorOf: (numbers: Held) => Vector<Type>,
  ) =>
  <Fact>(numberOf: (fact: Fact) => number): GatheringColumn<Fact, Type> => {
    const numbers = growing(Kind)
    return {
      add: (fact) => numbers.push(numberOf(fact)),
      at: numbers.at,
      compare: (row, other) => numbers.at(row) - numbers.at(other),
      laid: (order) => vectorOf(numbers.takeInOrder(order)),
    }
  }

/** Small whole numbers, 0 to 255. */
export const bytes = numbersIn(Uint8Array, (numbers) => makeVector(numbers))

/** Academic years, by their first calendar year. */
export const years = numbersIn(Uint16Array, (numbers) => makeVector(numbers))

/** Whole numbers from 0, such as URNs. */
export const wholes = numbersIn(Uint32Array, (numbers) => makeVector(numbers))

/** Whole numbers below 0 too, such as day numbers. */
export const integers = numbersIn(Int32Array, (numbers) => makeVector(numbers))

const floats = numbersIn(Float64Array, (numbers) => makeVector(numbers))

/** Any numbers, not a number where there is none. */
export const numbers = <Fact>(numberOf: (fact: Fact) => number | null) =>
  floats((fact: Fact) => numberOf(fact) ?? Number.NaN)

/** Day numbers, `never` where there is no day. */
export const days = <Fact>(dayOf: (fact: Fact) => Day | null) =>
  integers((fact: Fact) => {
    const day = dayOf(fact)
    return day === null ? never : dayNumber(day)
  })

/** Words, each held once; null becomes the blank word. They have their codes in the order in which they are laid. */
export function words<Fact>(wordOf: (fact: Fact) => string | null): GatheringColumn<Fact, Words> {
  const codes = growing(Uint32Array)
  const known = new Map<string, number>([['', 0]])
  const list = ['']
  return {
    add: (fact) => {
      const word = wordOf(fact) ?? ''
      const code = known.get(word) ?? known.size
      if (code === known.size) {
        known.set(word, code)
        list.push(word)
      }
      codes.push(code)
    },
    at: codes.at,
    compare: (row, other) => textOrder(list[codes.at(row)]!, list[codes.at(other)]!),
    laid: (order) => wordVector(codes.takeInOrder(order), list),
  }
}
