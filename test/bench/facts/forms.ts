import type { DataForm, FormFigure, RegisterSchool } from '../../../analytics/evidence/facts.ts'
import { dataFormFigures } from '../../../analytics/framework/data-form-figure.ts'
import { diceOf } from '../../../fixtures/dice.ts'
import { wholeBetween } from '../../../fixtures/draw.ts'

/** From one URN in three, a data form for each of three years. */
export const formsOf = (register: readonly RegisterSchool[]): readonly DataForm[] =>
  register.flatMap(({ urn }) =>
    urn % 3 === 0 ? [0, 1, 2].map((turn) => ({ urn, year: 2016 + (urn % 8) + turn })) : [],
  )

const breakdowns = ['', 'gender=girls', 'pupil premium=yes']

/** Most figures of each form, the first of them broken down too. */
export function formFiguresOf(seed: number, forms: readonly DataForm[]): readonly FormFigure[] {
  const dice = diceOf(seed, 'form figures')
  return forms.flatMap(({ urn, year }) =>
    dataFormFigures.flatMap((figure, turn) =>
      (turn === 0 ? breakdowns : ['']).flatMap((breakdown): readonly FormFigure[] =>
        dice() < 0.1
          ? []
          : [{ urn, year, figure, breakdown, value: wholeBetween(dice, 0, 240), estimated: dice() < 0.2 }],
      ),
    ),
  )
}
