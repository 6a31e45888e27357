import { daysKept } from '../jobs/days-kept.ts'

/** How long something is kept after a day; null for as long as the hub has its records. */
export type Period = { readonly days: number } | { readonly months: number } | null

/** One line of the retention schedule. */
export interface Rule {
  readonly what: string
  readonly period: Period
  /** The day from which the period runs, as a sentence goes on after "12 months after"; what it is kept with, where there is no period. */
  readonly from: string
  readonly why: string
  /** The lawful basis in the UK GDPR, as the hub would say it. */
  readonly basis: string
  /** What happens when the period has passed. */
  readonly ending: string
}

/** The retention schedule: what is kept about people, for how long, why, on which basis, and what happens then. */
export const schedule = {
  'withdrawn-contacts': {
    what: 'Name, role and address of a contact who withdrew consent',
    period: { days: 28 },
    from: 'consent was withdrawn',
    why: 'So that the hub can answer a last question. Nobody is written to meanwhile',
    basis: 'Legal obligation (articles 7(3) and 17 of the UK GDPR)',
    ending: 'Erased. A scrambled mark of the address stays, by which it is known if it is sent again',
  },
  contacts: {
    what: 'Name, role and address of a school’s contact',
    period: { months: 36 },
    from: 'consent was last given',
    why: 'To arrange the meeting, the reflections after 12 and 24 months and the invitation after three years',
    basis: 'Consent',
    ending: 'Erased',
  },
  'suppression-marks': {
    what: 'Scrambled marks of the addresses of those who withdrew consent',
    period: null,
    from: 'the hub’s records',
    why: 'So that nobody who withdrew is written to again, even if their address is sent again',
    basis: 'Legal obligation',
    ending: 'Taken off when that person consents anew',
  },
  'people-disabled': {
    what: 'Name, role and sign-in name of somebody who may not sign in any more',
    period: { months: 12 },
    from: 'they were disabled',
    why: 'So that the audit log can say who did what',
    basis: 'Legitimate interests: security',
    ending: 'Forgotten. The audit log keeps an id that stands for nobody',
  },
  'sign-ins': {
    what: 'Sign-ins that have ended: when, and the kind of browser',
    period: { days: 1 },
    from: 'they ended',
    why: 'While a sign-in holds, so that people can tell one that is not theirs',
    basis: 'Legitimate interests: security',
    ending: 'Deleted',
  },
  invitations: {
    what: 'Invitations that were used or have ended',
    period: { days: 90 },
    from: 'they ended',
    why: 'So that a question about an invitation can be answered',
    basis: 'Legitimate interests: security',
    ending: 'Deleted',
  },
  'files-sent': {
    what: 'Files that were sent and not loaded',
    period: { days: daysKept },
    from: 'they were sent',
    why: 'So that they can be mended and loaded',
    basis: 'Public task',
    ending: 'Deleted',
  },
  words: {
    what: 'What was agreed and answered in words: priorities, and comments on them',
    period: { months: 72 },
    from: 'the meeting',
    why: 'To follow up with the school what was agreed, until its next award but one',
    basis: 'Public task',
    ending:
      'Emptied, in every version; strand, theme and how far it was achieved stay. A person’s name is taken out of it before, when they ask',
  },
  'remarks-and-returns': {
    what: 'Remarks on figures, what is written in returns, and frozen views',
    period: null,
    from: 'the return or the report',
    why: 'To show what was told to whom',
    basis: 'Public task',
    ending: 'A person’s name is taken out of remarks and drafts when they ask; what is frozen is re-issued',
  },
  advisers: {
    what: 'Names of advisers at audits',
    period: null,
    from: 'the school’s record',
    why: 'So that levels given by one adviser can be compared with those of others',
    basis: 'Public task',
    ending: 'Taken out when they ask',
  },
  'shut-out-marks': {
    what: 'Scrambled marks of how a provider knew somebody who was disabled and then forgotten',
    period: null,
    from: 'the hub’s records',
    why: 'So that who was shut out does not come back by the provider unnoticed',
    basis: 'Legitimate interests: security',
    ending: 'Nothing: nobody can be read from them',
  },
  records: {
    what: 'Levels, criteria, awards and data forms, which are about schools',
    period: null,
    from: 'the hub’s records',
    why: 'To show how music in schools has come on',
    basis: 'Public task',
    ending: 'Nothing: they name nobody',
  },
  'audit-log': {
    what: 'The audit log: who did what and when, by an id',
    period: null,
    from: 'the hub’s records',
    why: 'To show what was done with the data, and that nobody changed the log',
    basis: 'Legitimate interests: security',
    ending: 'Nothing: it holds ids, which stand for nobody once a person is forgotten',
  },
} as const satisfies Readonly<Record<string, Rule>>

export type RuleId = keyof typeof schedule
