import type { Note } from '../note.ts'
import { optional } from '../recognise/column.ts'
import { decile, percent, writtenCount } from '../recognise/number.ts'
import { text } from '../recognise/reading.ts'
import { fsmBasis } from '../recognise/word.ts'
import { fsmFact } from './characteristics-fsm.ts'
import { factOf } from './fact.ts'
import type { SheetRow } from './sheet.ts'
import { yearSheet } from './school-year.ts'

/** A percentage of free school meals without its basis counts as of today. */
function withoutBasis(rows: readonly SheetRow[]): readonly Note[] {
  const isUnsaid = ({ textUnder }: SheetRow): boolean =>
    textUnder('FSM percent') !== '' && textUnder('FSM basis') === ''
  const text = 'a percentage without a basis ("FSM basis": current, ever 6 or pupil premium) was read as current'
  return rows.some(isUnsaid) ? [{ row: null, column: 'FSM percent', text }] : []
}

/** What is known of schools for an academic year, in the hub's own layout. */
export const characteristics = yearSheet({
  kind: 'characteristics',
  columns: {
    pupils: optional('Pupils', writtenCount, ['Number of pupils']),
    fsmPercent: optional('FSM percent', percent, ['FSM percentage', 'PercentageFSM']),
    fsmBasis: optional('FSM basis', fsmBasis),
    sendPercent: optional('SEND percent', percent, ['SEND percentage']),
    ealPercent: optional('EAL percent', percent, ['EAL percentage']),
    deprivationDecile: optional('Deprivation decile', decile),
    ruralUrban: optional('Rural urban', text),
    district: optional('District', text),
  },
  never: ['Figure', 'Value', 'Meeting date', 'Date of meeting', 'Audit date', 'Date of audit'],
  writes: ['schoolYear', 'schoolFsm'],
  facts: (schoolYear, { fsmPercent, fsmBasis, ...content }) => {
    const fsm = { percent: fsmPercent, eligible: undefined, pupils: undefined }
    const told = fsmPercent === undefined ? [] : [fsmFact(schoolYear, fsmBasis ?? 'current', fsm)]
    const isTold = Object.values(content).some((value) => value !== undefined)
    return [...(isTold ? [factOf('schoolYear', schoolYear, content)] : []), ...told]
  },
  survey: withoutBasis,
})
