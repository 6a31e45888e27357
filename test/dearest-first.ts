import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The files that take longest, the longest first: one of them begun last would keep a machine with two cores half idle.
 * The second needs no sample county, so of two workers one makes it and the other finds it made.
 */
const dearest = [
  'pages.browser',
  'bad-files',
  'import.browser',
  'wrapping/workbooks',
  'every-route',
  'roles.browser',
  'matrix',
  'real-names',
  'analytics/measures/agreement',
  'county-report.test',
  'open-data.test',
  'hostile-workbooks',
  'open-workbooks',
  'any-sheet',
  'killed-load',
  'program',
]

const place = ({ moduleId }: TestSpecification): number => {
  const at = dearest.findIndex((name) => moduleId.includes(name))
  return at < 0 ? dearest.length : at
}

/** Vitest's own order, but the dearest files first. On a machine that never ran them it knows only how long they are. */
export class DearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- a sequencer is no array
    const usual = await super.sort(files)
    return usual.toSorted((a, b) => place(a) - place(b))
  }
}
