const names: Readonly<Record<string, string>> = {
  register: 'School register',
  'register-links': 'Links of the school register',
  framework: 'Framework',
  audits: 'Audits',
  awards: 'Awards',
  priorities: 'Priorities',
  reflections: 'Reflections',
  goals: 'Goals',
  criteria: 'Criteria',
  characteristics: 'School characteristics',
  'data-forms': 'Data forms',
  boundaries: 'Boundaries of districts',
}

/** What a kind of sheet is called in a sentence's place: `School register`. A kind not known here stands as it is. */
export const kindText = (kind: string): string => names[kind] ?? kind

/** The name of the file that is an example of a kind of sheet. */
export const exampleFile = (kind: string): string => `${kind}.${kind === 'boundaries' ? 'geojson' : 'csv'}`

/** Every kind of sheet with its name, in the order in which they build on each other. */
export const kindChoices: readonly { readonly value: string; readonly text: string }[] = Object.entries(names).map(
  ([value, text]) => ({ value, text }),
)
