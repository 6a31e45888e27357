import { listed, type Note } from '../note.ts'
import { problemOf } from '../problem.ts'
import { optional, required } from '../recognise/column.ts'
import { goalMeasure, population, wanted, wantedBy } from '../recognise/goal-word.ts'
import { academicYear, percent } from '../recognise/number.ts'
import { text } from '../recognise/reading.ts'
import { strand } from '../recognise/word.ts'
import { factOf } from './fact.ts'
import type { Known } from './known.ts'
import { nothingFound, sheet } from './sheet.ts'

/** A goal for a council elsewhere counts no school, until that council is in the hub's area. */
function outsideArea(population: string | null | undefined, { area }: Known): readonly Note[] {
  if (population == null || !/^\d{3}$/.test(population) || area.has(population)) return []
  const text = `LA ${population} is not in the hub's area (${listed([...area])}), so the goal counts no school`
  return [{ row: null, column: 'Population', text }]
}

/** The aims of the Music Education Plan. A blank population means all schools. */
export const goals = sheet({
  kind: 'goals',
  columns: {
    goal: required('Goal', text),
    title: required('Title', text),
    function: optional('Function', text),
    measure: required('Measure', goalMeasure),
    wanted: required('Wanted', wanted),
    strand: optional('Strand', strand),
    population: optional('Population', population),
    baselinePercent: optional('Baseline percent', percent),
    baselineYear: optional('Baseline year', academicYear),
    targetPercent: required('Target percent', percent),
    targetYear: required('Target year', academicYear),
  },
  writes: ['goal'],
  check: ({ measure, wanted, population }, known) => {
    const notes = outsideArea(population, known)
    const words = measure == null ? undefined : wantedBy[measure]
    if (words === undefined || wanted == null || words.includes(wanted)) return { ...nothingFound, notes }
    const accepted = `use what ${measure} counts: ${listed(words)}`
    return { ...nothingFound, notes, problems: [problemOf('unknown-wanted', wanted, { column: 'Wanted', accepted })] }
  },
  facts: ({ goal, population, ...content }) => [
    factOf('goal', { goal }, { ...content, population: population === null ? 'All' : population }),
  ],
})
