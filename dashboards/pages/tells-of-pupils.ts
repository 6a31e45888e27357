import type { Findings } from './import-view.ts'

/** Whether a file would say who a pupil is. Of such a file only its problems are kept. */
export const tellsOfPupils = ({ problems }: Pick<Findings, 'problems'>): boolean =>
  problems.some(({ code }) => code === 'pupil-data')
