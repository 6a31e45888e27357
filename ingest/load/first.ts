/** Takes in items in any order and keeps the first of them by theirs, up to so many; counts them all. */
export function keepFirst<Item>(most: number, inOrder: (a: Item, b: Item) => number) {
  let [kept, count]: [Item[], number] = [[], 0]
  const cut = (): void => {
    kept = kept.toSorted(inOrder).slice(0, most)
  }
  return {
    add: (item: Item): void => {
      count += 1
      if (kept.push(item) >= 2 * most) cut()
    },
    first: (): readonly Item[] => {
      cut()
      return kept
    },
    count: (): number => count,
  }
}
