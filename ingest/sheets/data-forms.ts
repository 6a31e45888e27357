import { optional, required } from '../recognise/column.ts'
import { breakdown } from '../recognise/breakdown.ts'
import { writtenCount } from '../recognise/number.ts'
import { dataFormFigure, yesNo } from '../recognise/word.ts'
import { factOf } from './fact.ts'
import { yearSheet } from './school-year.ts'

/** The figures of the data forms that schools sent: one row a figure, in all or in one breakdown. */
export const dataForms = yearSheet({
  kind: 'data-forms',
  columns: {
    figure: required('Figure', dataFormFigure),
    breakdown: optional('Breakdown', breakdown),
    value: required('Value', writtenCount),
    estimated: optional('Estimated', yesNo, ['Estimate']),
  },
  writes: ['dataFormFigure'],
  facts: (schoolYear, { figure, breakdown, ...content }) => [
    factOf('dataFormFigure', { ...schoolYear, figure, breakdown: breakdown ?? '' }, content),
  ],
})
