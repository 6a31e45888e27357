import type { Judged } from './expect-of.ts'
import type { OpenFile } from './open-files.ts'
import { inWords, shown } from './outcome-of.ts'

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const ours = ({ group, files }: { readonly group: string; readonly files: readonly Judged[] }): string =>
  `### ${group}\n\n${table(
    ['file', 'what is wrong with it', 'what comes of it'],
    files.map(({ file, came }) => [file.name, shown(file.wrong), inWords(file.name, came)]),
  )}`

const held = ({ held }: OpenFile): string =>
  held === null ? 'Cannot be read.' : `Its ${held.cells} cells in ${held.rows} rows are read.`

const open = (file: OpenFile): readonly string[] => [
  shown(file.name),
  shown(file.wrong),
  `${held(file)} ${inWords(file.name.split('/').at(-1) ?? '', file)}`,
]

/** One way in which all naughty strings were sent, and how many came out how. */
export interface StringsSent {
  readonly place: string
  readonly counts: Readonly<Record<string, number>>
}

const counted = (counts: StringsSent['counts']): string =>
  Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ')

/** All that is told in the document. */
export interface Findings {
  readonly ours: readonly { readonly group: string; readonly files: readonly Judged[] }[]
  readonly open: readonly OpenFile[]
  readonly strings: readonly StringsSent[]
}

/** The document of bad files: the same words for the same findings, whenever and wherever it is written. */
export function bookOf({ ours: groups, open: openFiles, strings }: Findings): string {
  const count = groups.reduce((sum, { files }) => sum + files.length, 0)
  return `# Bad files, and what comes of them

Files come from people and from their programs, so they are never quite as they should be. Every file below was loaded
for the writing of this page, into a hub with a few invented schools. Each ends in one of two ways: **right**, its facts
in the store as they were meant, with notes on what was understood; or **refused**, with problems in plain words and
nothing of it kept: the rows of all tables and the data version are then as they were before. None ends in a crash, in
more than 400 MB of memory, or in half a load.

This page is written by \`test/ingest/bad-files.test.ts\`, which fails where it is not so. To write it anew:
\`CRESCENDO_WRITE_DOCS=1 npx vitest run --config test/vitest.config.ts test/ingest/bad-files.test.ts\`.

## Files of our own

${count} files, each made by a few lines of \`test/ingest/bad-files/\` that also say what must come of it.

${groups.map(ours).join('\n\n')}

## Files of others

${openFiles.length} awkward files from public collections (their sources and licences are listed with the open data).
None is a sheet of a hub, so none may load; what their cells hold is read all the same.

${table(['file', 'what it is there for', 'what comes of it'], openFiles.map(open))}

## Strings that programs stumble over

The strings of the big list of naughty strings, each in a row of its own.

${table(
  ['where they stood', 'what came of them'],
  strings.map(({ place, counts }) => [place, counted(counts)]),
)}
`
}
