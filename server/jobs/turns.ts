/** Work that is done one piece at a time, in the order in which it was asked for. */
export interface Turns {
  readonly take: <T>(work: () => Promise<T>) => Promise<T>
  /** Settles when all that was asked for is done. */
  readonly done: () => Promise<void>
}

/** Turns that nobody has taken yet. A piece of work that fails does not hold up the next. */
export function newTurns(): Turns {
  let last: Promise<void> = Promise.resolve()
  return {
    take: async (work) => {
      const [before, { promise, resolve }] = [last, Promise.withResolvers<void>()]
      last = promise
      await before
      try {
        return await work()
      } finally {
        resolve()
      }
    },
    done: () => last,
  }
}
