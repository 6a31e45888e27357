import type { ImportState } from './import-view.ts'

/** What is next for a file, as the text of a link to its page. */
export const nextStep: Readonly<Record<ImportState, string>> = {
  arriving: 'Coming in',
  checking: 'Being checked',
  asking: 'Say what it holds',
  doubtful: 'Settle its schools',
  problems: 'See what to mend',
  ready: 'Review and load',
  known: 'Nothing new in it',
  loading: 'Being loaded',
  loaded: 'Loaded',
  'left out': 'Left out',
  stopped: 'Put aside: see why',
}

/** Whether a file is being worked on, so that its page has something new to say soon. */
export const isWorking = (state: ImportState): boolean => state === 'checking' || state === 'loading'
