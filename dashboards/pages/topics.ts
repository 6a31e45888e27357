import { awards, type Award } from '../../analytics/framework/award.ts'
import type { MeasureId } from '../../analytics/measures/index.ts'

/** A figure of a page: a measure, asked for an award where it must be. */
export interface TopicPart {
  readonly measure: MeasureId
  readonly award?: Award
}

/** A page that puts figures of one subject together. */
export interface Topic {
  /** Its path, without the slash. */
  readonly slug: string
  readonly title: string
  /** What it is for, in a sentence. */
  readonly lead: string
  /** Whether its figures are of one strand, which is chosen on the page. */
  readonly ofStrand?: true
  readonly parts: readonly TopicPart[]
}

/** The pages that put the figures of one subject together. */
export const topics: readonly Topic[] = [
  {
    slug: 'cohorts',
    title: 'Cohorts',
    lead: 'Schools by the year of their first audit: how many have come to Establishing or above, and how soon.',
    ofStrand: true,
    parts: [{ measure: 'cohort-progress' }],
  },
  {
    slug: 'awards',
    title: 'Awards',
    lead: 'Which awards schools hold now, and how long it takes to reach one. Awards are decided by people, never worked out.',
    parts: [
      { measure: 'award-ladder' },
      ...awards.slice(1).map((award): TopicPart => ({ measure: 'time-to-award', award })),
    ],
  },
  {
    slug: 'goals',
    title: 'Goals',
    lead: 'Each goal of the Music Education Plan: where it stands, where it should be by now, and what it would take.',
    parts: [{ measure: 'goal-attainment' }],
  },
  {
    slug: 'reflections',
    title: 'Reflections',
    lead: 'Which reflection sheets are due and came back, what schools say they achieved, and what the next audit found.',
    parts: [{ measure: 'reflections-due' }, { measure: 'reflection-outcomes' }, { measure: 'claim-and-evidence' }],
  },
  {
    slug: 'priorities',
    title: 'Priorities and support',
    lead: 'What schools chose to work on at their latest audit, by theme.',
    parts: [{ measure: 'priority-themes' }],
  },
  {
    slug: 'equity',
    title: 'Kinds of school',
    lead: 'Whether schools in deprived, rural, small or other places reach Establishing as often as others, with how sure one can be.',
    ofStrand: true,
    parts: [{ measure: 'equity-gap' }],
  },
  {
    slug: 'districts',
    title: 'Districts',
    lead: 'Each district against what so few schools would show by chance alone. Districts are in the order of their names; none is ranked.',
    ofStrand: true,
    parts: [{ measure: 'district-funnel' }],
  },
  {
    slug: 'provision',
    title: 'Provision',
    lead: 'What schools give in their data forms. A school without a form is not counted as nothing.',
    parts: [{ measure: 'provision-figures' }],
  },
  {
    slug: 'advisers',
    title: 'Advisers',
    lead: 'Whether advisers rate alike in schools of one phase: for moderation, and for nothing else.',
    ofStrand: true,
    parts: [{ measure: 'adviser-consistency' }],
  },
]
