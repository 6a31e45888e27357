import { codesOf, numbersOf, wordsOf } from '../evidence/columns.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { everyone } from '../evidence/ledger.ts'
import { phases } from '../framework/phase.ts'
import type { Cohort } from './cohort.ts'
import { openSchools } from './open-schools.ts'
import { cohortWhere } from './population.ts'

/** The schools of a cohort that a goal counts: `All`, those of a phase, or those of a council by its LA code. */
export function partOf(evidence: Evidence, cohort: Cohort, population: string): Cohort {
  if (population === 'All') return cohort
  const { urns } = evidence
  const [phase, council] = [numbersOf(urns, 'phase'), codesOf(urns, 'la')]
  const wantedPhase = phases.findIndex((name) => name === population)
  const named = phases[wantedPhase]
  if (cohort.whole?.grouping === everyone)
    return openSchools(evidence, cohort.whole.asOf, named === undefined ? { council: population } : { phase: named })
  const wantedCouncil = wordsOf(urns, 'la').indexOf(population)
  return cohortWhere(cohort, (_, speaker) =>
    wantedPhase === -1 ? council[speaker] === wantedCouncil : phase[speaker] === wantedPhase,
  )
}
