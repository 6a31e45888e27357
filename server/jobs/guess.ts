import type { Guess } from '../../dashboards/pages/import-view.ts'
import { proposeMapping, type ProposalRequest } from '../../ingest/propose.ts'
import type { Mapping } from '../../ingest/mapping/mapping.ts'
import type { ColumnProposal } from '../../ingest/mapping/proposal.ts'
import type { Store } from '../../migrations/open.ts'

const textShown = 60

/** How a file that does not say itself what it holds may be read; null where it is like no sheet. */
export async function guessOf(
  store: Store,
  file: ProposalRequest & { readonly mappings?: readonly Mapping[] },
): Promise<Guess | null> {
  const { tabs } = await proposeMapping(store, file)
  const tab = tabs.find(({ isRecognised, kinds }) => !isRecognised && kinds.length > 0)
  const [best] = tab?.kinds ?? []
  if (tab === undefined || best === undefined) return null
  // What a person has said already stands, where it did not suffice.
  const told = file.mappings?.find(({ kind }) => kind === best.kind)
  return {
    tab: tab.tab,
    kind: best.kind,
    layout: best.layout,
    columns: best.columns.map((column) => ({
      ...column,
      ...saidOf(told, column),
      samples: column.samples.map((sample) => (sample.length > textShown ? `${sample.slice(0, textShown)} …` : sample)),
    })),
    missing: best.missing,
    words: best.words,
    choices: best.choices,
    mapping: best.mapping,
  }
}

function saidOf(told: Mapping | undefined, { heading, number }: ColumnProposal) {
  const said = told?.columns.find((column) => column.heading === heading && (column.number ?? number) === number)
  return said === undefined ? {} : { means: said.means, ticked: said.ticked ?? null }
}
