import { foldName } from './fold.ts'
import { namesOf, type FormerName, type SchoolName } from './names.ts'
import { nearNames, type FindNear } from './near.ts'
import type { Schools } from './schools.ts'

/** The names of the register as they are looked up. */
export interface NameIndex {
  /** The names equal to one, each of another school. */
  readonly called: (name: string) => readonly SchoolName[]
  /** The names near one; rows of one file that ask the same, as `asked` says, are answered once. */
  readonly near: (asked: string, ...how: Parameters<FindNear>) => ReturnType<FindNear>
}

/** Makes a value when it is first asked for: files that name schools by number need no names. */
function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => (made ??= { value: make() }).value
}

export function nameIndex(schools: Schools, former: () => readonly FormerName[]): NameIndex {
  const names = lazily(() => namesOf(schools, former()))
  const byKey = lazily(() => Map.groupBy(names(), ({ key }) => key))
  const near = lazily(() => nearNames(names()))
  const answers = new Map<string, ReturnType<FindNear>>()
  return {
    called: (name) => byKey().get(foldName(name)) ?? [],
    near: (asked, name, favour) => {
      const found = answers.get(asked) ?? near()(name, favour)
      answers.set(asked, found)
      return found
    },
  }
}
