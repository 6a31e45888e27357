import type { Criterion } from '../../../analytics/evidence/facts.ts'
import type { SchoolView } from '../../../dashboards/pages/school-view.ts'

export const criteria: readonly Criterion[] = [
  {
    framework: 'First',
    strand: 'Co-curricular',
    theme: 'Singing',
    level: 'Focusing',
    number: 1,
    criterion: 'Some pupils sing together, and there are plans for more of them to do so.',
  },
]

export const identity: SchoolView['school'] = {
  urn: 100_001,
  name: 'Ashby & St Mary’s Primary School',
  council: '991',
  district: null,
  town: null,
  phase: 'Primary',
  trust: null,
  pupils: 210,
  openOn: null,
  closedOn: null,
  formerly: [{ urn: 99_001, name: 'Ashby Infant School', openOn: null, closedOn: '2019-08-31' }],
}

/** A school's journey: none, or one with all there is. */
export const journey = (isEmpty: boolean): Omit<SchoolView, 'frame'> => ({
  freeText: true,
  years: [],
  school: identity,
  audits: isEmpty
    ? []
    : [
        {
          urn: 100_001,
          heldOn: '2024-03-17',
          adviser: null,
          framework: 'First',
          levels: ['Focusing', null, 'Developing', 'Enhancing'],
          comparable: false,
        },
      ],
  awards: isEmpty
    ? []
    : [
        {
          heldOn: '2024-03-17',
          award: 'Bronze',
          awardOn: '2024-04-17',
          validUntil: '2027-04-17',
          musicMarkNominated: null,
          followUpOn: null,
        },
      ],
  priorities: isEmpty
    ? []
    : [1, 2].map((priority) => ({
        heldOn: '2024-03-17',
        priority,
        strand: 'Co-curricular' as const,
        theme: null,
        what: '=1+1 Start a choir that meets once a week at lunch time and sings to the whole school at the end of term',
        why: 'Few of us sing',
        target: 'A choir of 30',
        byWhen: 'July 2025',
        how: null,
        needs: '',
        support: null,
      })),
  reflections: isEmpty
    ? []
    : [
        {
          heldOn: '2024-03-17',
          month: 12,
          dueOn: '2025-03-17',
          sentOn: '2025-03-01',
          returnedOn: '2025-03-20',
          withdrawnOn: null,
          answers: [
            { priority: 1, achieved: 'Started', comment: '+44 pupils came' },
            { priority: 0, achieved: null, comment: null },
          ],
        },
        {
          heldOn: '2024-03-17',
          month: 24,
          dueOn: '2026-03-17',
          sentOn: null,
          returnedOn: null,
          withdrawnOn: null,
          answers: [],
        },
      ],
})
