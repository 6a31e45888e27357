import type { Chart } from '../charts/chart.ts'
import { levelStyles, movementStyles } from '../charts/theme.ts'
import type { Drawn } from './measure-sheet.ts'

const plain = (fill: string): string => fill.replace('#', '')
/** Pale, as what is missing is hatched or white on pages. */
const [untold, absent] = ['E6E6E6', 'FFFFFF']

/** The colours of pages' charts, by the columns of the measures. */
export const levelColours = {
  focusing: plain(levelStyles.focusing.fill),
  developing: plain(levelStyles.developing.fill),
  establishing: plain(levelStyles.establishing.fill),
  enhancing: plain(levelStyles.enhancing.fill),
  notRated: untold,
  notAudited: absent,
} as const

export const movementColours = {
  up: plain(movementStyles.up.fill),
  same: plain(movementStyles.same.fill),
  down: plain(movementStyles.down.fill),
  notYet: 'D2E2F1',
  notComparable: untold,
  notAudited: absent,
} as const

/** The steps of the award from light to dark, as levels are. */
export const awardColours = {
  workingTowardsBronze: levelColours.focusing,
  bronze: levelColours.developing,
  silver: levelColours.establishing,
  gold: levelColours.enhancing,
  lapsed: untold,
  none: absent,
} as const

/** A page's chart as a workbook draws it anew: what it finds, and colours for its columns. */
export const drawnAs = ({ finding, description }: Chart, colours: Drawn['colours']): Drawn => ({
  finding,
  description,
  colours,
})
