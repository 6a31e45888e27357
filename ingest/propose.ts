import type { AcademicYear } from '../analytics/framework/academic-year.ts'
import type { Store } from '../migrations/open.ts'
import type { Proposal } from './mapping/proposal.ts'
import { proposeTab } from './mapping/propose-tab.ts'
import { listMappings } from './mapping/remember.ts'
import { readGrids } from './readers/grids.ts'
import type { SheetKind } from './sheets/sheet.ts'

/** A file to be looked at for a hub; `kind` where a person says what it holds. */
export interface ProposalRequest {
  readonly hub: string
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly kind?: SheetKind
  readonly year?: AcademicYear
}

/**
 * How each tab of a file may be read: the kinds of sheet it may be, and for each what its columns may mean, how sure
 * that is and why. Nothing is stored: a person confirms a mapping with `rememberMapping`, or loads with it.
 */
export async function proposeMapping(store: Store, request: ProposalRequest): Promise<Proposal> {
  const { hub, fileName, bytes, kind, year } = request
  const remembered = await listMappings(store, hub)
  const { grids, problems } = await readGrids(bytes)
  return { file: fileName, problems, tabs: grids.map((grid) => proposeTab(grid, { kind, year, remembered })) }
}
