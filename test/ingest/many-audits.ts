import { register } from './story.ts'

const strands = ['Curriculum music', 'Co-curricular', 'Leadership and Management', 'Community and partnerships']
const levels = ['Focusing', 'Developing', 'Establishing', 'Enhancing']

/** Numbers from 0 up to 1 that follow from a seed. */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** A register of so many open schools of LA 901, from URN 100000 on. */
export const manySchools = (count: number): string =>
  [
    register.split('\n')[0],
    ...Array.from(
      { length: count },
      (_, index) => `${100000 + index},901,${1000 + (index % 9000)},School ${index},1,1,2,,,`,
    ),
    '',
  ].join('\n')

/** Audits in the long layout, of each school one in a year: four rows each, drawn from a seed. */
export function* manyAudits(schools: number, years: readonly number[], seed: number): Generator<string> {
  const next = dice(seed)
  const any = (count: number): number => Math.floor(next() * count)
  yield 'URN,Meeting date,Adviser,Framework,Strand,Level\n'
  for (const year of years)
    for (let school = 0; school < schools; school++) {
      const day = `${year}-${String(1 + any(12)).padStart(2, '0')}-${String(1 + any(28)).padStart(2, '0')}`
      const adviser = `A${any(200)}`
      yield strands.map((strand) => `${100000 + school},${day},${adviser},,${strand},${levels[any(4)]}\n`).join('')
    }
}
