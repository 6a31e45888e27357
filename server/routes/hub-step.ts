import type { FastifyRequest } from 'fastify'
import type { OpenImport } from '../../dashboards/pages/import-view.ts'
import type { StepView } from '../../dashboards/pages/hub-step.ts'
import { fileSteps, type FileStepName } from '../../dashboards/pages/hub-steps.ts'
import { countText } from '../../dashboards/parts/number.ts'
import { personOf } from '../access/identify.ts'
import type { OwnHub } from '../access/own-hub.ts'
import type { Person } from '../access/person.ts'
import { tokenOf } from '../access/same-origin.ts'
import { doorOf } from './ask.ts'
import { fileFrame } from './file-frame.ts'
import { openImportOf, type FilesContext } from './import.ts'

/** What the routes of a steward's own hub work with. */
export type HubContext = FilesContext & { readonly ownHubFor: (person: Person) => OwnHub }

/** The files that were sent and are not loaded yet. */
export const waitingOf = async (request: FastifyRequest, { filesFor }: HubContext): Promise<readonly OpenImport[]> =>
  (await filesFor(personOf(request)).listOpen()).map(openImportOf)

type Count = readonly [count: number, one: string, many?: string]

/** What the page of a step shows. A file is likely to be sent from it, so all is made ready for that. */
export async function stepOf(request: FastifyRequest, context: HubContext, name: FileStepName): Promise<StepView> {
  context.warm()
  const there = await context.ownHubFor(personOf(request)).setUp()
  const counted: Readonly<Record<FileStepName, readonly Count[]>> = {
    register: [
      [there.schools, 'school of your councils', 'schools of your councils'],
      [there.links, 'link between schools', 'links between schools'],
    ],
    // What there is of these stands in tables of their own.
    framework: [],
    goals: [],
    audits: [
      [there.audits, 'audit'],
      [there.awards, 'award'],
      [there.priorities, 'priority', 'priorities'],
      [there.reflections, 'reflection'],
      [there.dataForms, 'figure of data forms', 'figures of data forms'],
    ],
  }
  return {
    frame: await fileFrame(request, context, fileSteps[name].path),
    token: tokenOf(request),
    step: fileSteps[name],
    there: counted[name].flatMap(([count, one, many]) => (count === 0 ? [] : [`${countText(count, one, many)}.`])),
    open: await waitingOf(request, context),
    receipts: await doorOf(request, context).receipts(),
  }
}
