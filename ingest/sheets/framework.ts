import { optional, required } from '../recognise/column.ts'
import { day } from '../recognise/day.ts'
import { whole } from '../recognise/number.ts'
import { text } from '../recognise/reading.ts'
import { level, strand } from '../recognise/word.ts'
import { factOf } from './fact.ts'
import { nothingFound, sheet } from './sheet.ts'

/** The audit tool in one version: one row a criterion. */
export const framework = sheet({
  kind: 'framework',
  columns: {
    framework: required('Framework', text),
    strand: required('Strand', strand),
    theme: required('Theme', text),
    level: required('Level', level),
    number: required('Number', whole),
    criterion: required('Criterion', text),
    phases: optional('Phases', text),
    alignedTo: optional('Aligned to', text),
    inUseFrom: optional('In use from', day),
    comparableWith: optional('Comparable with', text),
  },
  never: ['Judgement'],
  writes: ['criterion'],
  check: () => nothingFound,
  facts: ({ framework, strand, theme, level, number, ...content }) => [
    factOf('criterion', { framework, strand, theme, level, number }, content),
  ],
})
