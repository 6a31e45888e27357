import { writeFile } from 'node:fs/promises'
import type { Mapping } from '../../ingest/mapping/mapping.ts'
import type { ColumnProposal, KindProposal, Proposal, TabProposal } from '../../ingest/mapping/proposal.ts'
import { problemLine } from '../../ingest/problem.ts'

const columnLine = ({ number, heading, samples, means, ticked, confidence, why }: ColumnProposal): string => {
  const name = heading === '' ? `column ${number}` : `"${heading}"`
  const what = means === null ? 'not read' : `${means}${ticked === null ? '' : `, ticked for ${ticked}`}`
  const seen = samples.length === 0 ? 'blank' : samples.map((sample) => `"${sample.slice(0, 40)}"`).join(', ')
  return `    ${name}: ${what}${confidence === null ? '' : ` (${confidence}: ${why})`}; holds ${seen}`
}

const nameOf = ({ kind, layout }: KindProposal): string => (layout === null ? kind : `${kind} (${layout})`)

function kindLines(kinds: readonly KindProposal[]): readonly string[] {
  const [best, ...others] = kinds
  if (best === undefined) return ['    it is like no sheet']
  const words = best.words.map(({ found, means }) => `"${found}"${means === null ? '' : ` may be ${means}`}`)
  return [
    `    ${best.confidence}: ${nameOf(best)}; ${best.reasons.join('; ')}`,
    ...best.columns.map(columnLine),
    ...(words.length === 0 ? [] : [`    a person must say what these words stand for: ${words.join(', ')}`]),
    ...(others.length === 0 ? [] : [`    it could also be ${others.map(nameOf).join(', ')}: say so with --kind`]),
  ]
}

function tabLines(file: string, tab: TabProposal): readonly string[] {
  const [first, last] = tab.headingRows ?? [null, null]
  const rows =
    first === null ? 'no headings' : `headings in ${first === last ? `row ${first}` : `rows ${first} and ${last}`}`
  const remembered = tab.remembered === null ? '' : `; remembered as "${tab.remembered.name}"`
  const known = tab.isRecognised ? '; its headings say what they mean' : ''
  return [
    `  ${tab.tab === null ? 'the file' : `sheet "${tab.tab}"`}: ${rows}${remembered}${known}`,
    ...kindLines(tab.kinds),
    ...tab.problems.map((problem) => `    as it is: ${problemLine(file, problem)}`),
  ]
}

/** What is proposed for a file, in plain lines. */
export const proposalText = ({ file, tabs, problems }: Proposal): string =>
  [
    `${file}: what it may hold (nothing was loaded)`,
    ...problems.map((problem) => `  ${problemLine(file, problem)}`),
    ...tabs.flatMap((tab) => tabLines(file, tab)),
  ].join('\n')

/** The best proposal of each shape that needs a mapping, words that want a meaning left blank for a person to fill. */
const drafts = ({ tabs }: Proposal): readonly Mapping[] => {
  const isAsked = ({ isRecognised, kinds: [best] }: TabProposal): boolean => !isRecognised || best?.words.length !== 0
  const byShape = new Map(tabs.filter(isAsked).map(({ shape, kinds }) => [shape, kinds[0]]))
  return [...byShape.values()].flatMap((kind) => {
    if (kind === undefined) return []
    const values = Object.fromEntries(kind.words.map(({ found, means }) => [found, means ?? '']))
    return [kind.words.length === 0 ? kind.mapping : { ...kind.mapping, values }]
  })
}

/** Writes what is proposed as a mapping file to look over and change; returns how many mappings it holds. */
export async function writeDraft(proposals: readonly Proposal[], file: string): Promise<number> {
  const mappings = proposals.flatMap(drafts)
  const [only] = mappings
  await writeFile(file, `${JSON.stringify(mappings.length === 1 ? only : mappings, null, 2)}\n`)
  return mappings.length
}
