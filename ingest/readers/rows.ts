/** Items in order, an array or one like it whose items are made when they are asked for. */
export interface Rows<Item> extends Iterable<Item> {
  readonly length: number
  readonly at: (index: number) => Item | undefined
  readonly map: <To>(to: (item: Item) => To) => readonly To[]
}

/** So many items, each made anew whenever it is asked for. */
export function rowsMade<Item>(length: number, make: (index: number) => Item): Rows<Item> {
  function* all(): Generator<Item> {
    for (let index = 0; index < length; index++) yield make(index)
  }
  return {
    length,
    at: (index) => {
      const place = index < 0 ? length + index : index
      return place >= 0 && place < length ? make(place) : undefined
    },
    map: (to) => Array.from(all(), (item) => to(item)),
    [Symbol.iterator]: all,
  }
}
