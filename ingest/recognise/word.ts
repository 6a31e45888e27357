import { achievements, type Achieved } from '../../analytics/framework/achieved.ts'
import { awards, type Award } from '../../analytics/framework/award.ts'
import { dataFormFigures, type DataFormFigure } from '../../analytics/framework/data-form-figure.ts'
import { fsmBases, type FsmBasis } from '../../analytics/framework/fsm-basis.ts'
import { judgements, type Judgement } from '../../analytics/framework/judgement.ts'
import { levels, type Level } from '../../analytics/framework/level.ts'
import { strands, type Strand } from '../../analytics/framework/strand.ts'
import type { ProblemCode } from '../problem.ts'
import { foldHeading } from './heading.ts'
import { isOneLetterOff } from './one-letter.ts'
import type { ReadCell, Reading } from './reading.ts'

/** A reader of one of the words of a list, however spaced and cased, and of their short forms with a note. */
function wordOf<Word extends string>(
  words: readonly Word[],
  shortForms: Readonly<Record<string, Word>>,
  problem: ProblemCode,
): ReadCell<Word> {
  const exact = new Map(words.map((word) => [foldHeading(word), word]))
  const short = new Map(Object.entries(shortForms))
  const read = (text: string): Reading<Word> => {
    const folded = foldHeading(text)
    const value = exact.get(folded)
    if (value !== undefined) return { value }
    const meant = short.get(folded)
    return meant === undefined ? { problem } : { value: meant, note: `"${text}" was read as ${meant}` }
  }
  return Object.assign(read, { words: new Map([...exact, ...short]) })
}

/** Another reader of the words that a first one reads. */
const readerOf = <Value>(read: (text: string) => Reading<Value>, { words }: ReadCell<unknown>): ReadCell<Value> =>
  Object.assign(read, words === undefined ? {} : { words })

const exactLevel = wordOf<Level>(
  levels,
  { foc: 'Focusing', dev: 'Developing', est: 'Establishing', enh: 'Enhancing' },
  'level-outside-scale',
)

const ofNumbers =
  'use Focusing, Developing, Establishing or Enhancing, or say with --mapping which level each number stands for'

/** A level by its name, its short form, or a spelling one letter off. */
export const level: ReadCell<Level> = readerOf((text) => {
  const reading = exactLevel(text)
  if ('value' in reading) return reading
  const meant = levels.filter((word) => isOneLetterOff(word.toLowerCase(), text.toLowerCase()))
  const [value] = meant
  if (value !== undefined && meant.length === 1) return { value, note: `"${text}" was read as ${value}` }
  return /^\d$/.test(text) ? { ...reading, accepted: ofNumbers } : reading
}, exactLevel)

/** A level, or null for words that say there is none. */
export const rating: ReadCell<Level | null> = Object.assign(
  readerOf<Level | null>((text) => (foldHeading(text) === 'notrated' ? { value: null } : level(text)), exactLevel),
  { none: 'Not rated' },
)

export const award = wordOf<Award>(
  awards,
  { wt: 'Working towards Bronze', workingtowards: 'Working towards Bronze', b: 'Bronze', s: 'Silver', g: 'Gold' },
  'unknown-award',
)

export const strand = wordOf<Strand>(
  strands,
  {
    curriculum: 'Curriculum music',
    cocurricularmusic: 'Co-curricular',
    leadership: 'Leadership and Management',
    community: 'Community and partnerships',
    communityandpartnership: 'Community and partnerships',
  },
  'unknown-strand',
)

export const achieved = wordOf<Achieved>(achievements, {}, 'unknown-achieved')

export const judgement = wordOf<Judgement>(
  judgements,
  { partiallymet: 'Partly met', partmet: 'Partly met', unmet: 'Not met' },
  'unknown-judgement',
)

export const fsmBasis = wordOf<FsmBasis>(fsmBases, { fsm6: 'ever 6', pp: 'pupil premium' }, 'unknown-basis')

const figure = wordOf<DataFormFigure>(dataFormFigures, {}, 'unknown-figure')

/** A figure of a data form. */
export const dataFormFigure: ReadCell<DataFormFigure> = readerOf((text) => {
  const reading = figure(text)
  return 'value' in reading ? reading : { ...reading, accepted: `use one of ${dataFormFigures.join(', ')}` }
}, figure)

const answer = wordOf(['Yes', 'No'], { y: 'Yes', n: 'No' }, 'unknown-answer')

/** 1 for yes, 0 for no. */
export const yesNo: ReadCell<number> = (text) => {
  const reading = answer(text)
  return 'value' in reading ? { ...reading, value: reading.value === 'Yes' ? 1 : 0 } : reading
}
