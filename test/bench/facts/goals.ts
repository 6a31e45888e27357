import type { Goal } from '../../../analytics/evidence/facts.ts'

const goal = (number: number, told: Pick<Goal, 'measure' | 'wanted' | 'strand' | 'population'>): Goal => ({
  goal: `Goal ${number}`,
  title: `Aim ${number}`,
  function: null,
  baselinePercent: 20,
  baselineYear: 2021,
  targetPercent: 60,
  targetYear: 2027,
  ...told,
})

/** A plan of six aims: levels in one strand and in all, an award, and who is met. */
export const goals: readonly Goal[] = [
  goal(1, { measure: 'strand-profile', wanted: 'Establishing', strand: 'Curriculum music', population: 'All' }),
  goal(2, { measure: 'strand-profile', wanted: 'Developing', strand: null, population: 'Primary' }),
  goal(3, { measure: 'award-ladder', wanted: 'Bronze', strand: null, population: 'All' }),
  goal(4, { measure: 'coverage', wanted: 'Engaged', strand: null, population: 'All' }),
  goal(5, { measure: 'coverage', wanted: 'Re-audited', strand: null, population: 'Secondary' }),
  goal(6, { measure: 'award-ladder', wanted: 'Silver', strand: null, population: '001' }),
]
