/** A step of setting up a hub that is taken by sending files. */
export interface FileStep {
  readonly path: string
  readonly title: string
  /** What it is for, in a sentence. */
  readonly purpose: string
  /** What to send, in words. */
  readonly needed: string
  /** The kinds of sheet it takes, the first of them the one it cannot do without. */
  readonly kinds: readonly string[]
  /** Why it can be left out; null where it cannot. */
  readonly leftOut: string | null
}

/** The steps that are taken by sending files, in the order in which they build on each other. */
export const fileSteps = {
  register: {
    path: '/hub/register',
    title: 'School register',
    purpose:
      'The register says which schools there are: everything else is matched to it, and schools that nobody has reached yet are counted too.',
    needed:
      'The file with all fields of all schools that “Get Information about Schools” publishes, as it comes, or the part of it for your councils. The links file beside it says which school became which academy, and the boundaries of your districts, as GeoJSON or TopoJSON, draw the maps.',
    kinds: ['register', 'register-links', 'characteristics', 'boundaries'],
    leftOut: null,
  },
  framework: {
    path: '/hub/framework',
    title: 'Framework',
    purpose: 'The wording of your audit tool, version by version: what each strand says at each level.',
    needed: 'One row a criterion, with the framework’s name, strand, theme and level.',
    kinds: ['framework'],
    leftOut:
      'You can leave this out: the four strands and the four levels are built in. Load the wording if advisers record which criteria are met, or if you have used more than one version.',
  },
  goals: {
    path: '/hub/goals',
    title: 'Plan and goals',
    purpose: 'The aims of your Music Education Plan: how much is wanted, of whom and by when, and where you began.',
    needed: 'One row a goal, with what it measures, the percentage wanted and the year.',
    kinds: ['goals'],
    leftOut: 'You can leave this out until the plan is agreed, or enter goals one by one.',
  },
  audits: {
    path: '/hub/audits',
    title: 'First audits',
    purpose: 'The meetings you have held, with the levels agreed there: the county’s figures are made of these.',
    needed:
      'One row a meeting, with the school, the day and a level for each strand, from whatever spreadsheet you keep. Awards, priorities, reflections, criteria and data forms can come with it or later.',
    kinds: ['audits', 'awards', 'priorities', 'reflections', 'criteria', 'data-forms'],
    leftOut: null,
  },
} as const satisfies Readonly<Record<string, FileStep>>

export type FileStepName = keyof typeof fileSteps
