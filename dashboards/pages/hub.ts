import { framed, type Frame } from '../parts/frame.ts'
import { govuk } from '../parts/govuk.ts'
import { html, type Html } from '../parts/html.ts'
import { countText } from '../parts/number.ts'
import { hubPages } from './hub-pages.ts'
import { fileSteps, type FileStep } from './hub-steps.ts'

/** How much of what a hub needs is there. */
export interface HubCounts {
  readonly councils: number
  readonly schools: number
  readonly links: number
  readonly criteria: number
  readonly goals: number
  readonly audits: number
  /** People who may sign in or are invited, the one who looks among them. */
  readonly people: number
}

/** What the page of a steward's own hub shows. */
export interface HubView {
  readonly frame: Frame
  readonly counts: HubCounts
  /** The kinds of the files that were sent and are not loaded yet; null for one of which that is not known. */
  readonly waiting: readonly (string | null)[]
}

type Standing = 'done' | 'waits' | 'to do' | 'optional' | 'later'

const statuses: Readonly<Record<Standing, object>> = {
  done: { text: 'Completed' },
  waits: { tag: { text: 'A file waits', classes: 'govuk-tag--yellow' } },
  'to do': { tag: { text: 'Not yet started', classes: 'govuk-tag--blue' } },
  optional: { text: 'Optional' },
  later: { text: 'Cannot start yet', classes: 'govuk-task-list__status--cannot-start-yet' },
}

interface Task {
  readonly title: string
  readonly hint: string
  readonly path: string
  readonly standing: Standing
}

const isSetUp = ({ councils, schools, audits }: HubCounts): boolean => councils > 0 && schools > 0 && audits > 0

/** A hub as its steward sets it up, and comes back to it: each step with what is there of it. */
export function hubPage(view: HubView): Html {
  const { frame, counts } = view
  const title = isSetUp(counts) ? 'Your hub' : 'Set up your hub'
  const tasks = tasksOf(view)
  const isDone = (standing: Standing): boolean => standing === 'done'
  const main = html`
    <div class="heading">
      <h1 class="govuk-heading-xl heading__title">${title}</h1>
      <p class="heading__scope">
        ${tasks.filter(({ standing }) => isDone(standing)).length} of ${tasks.length} steps completed. Take them in the
        order that suits you, each as soon as it can start; leave when you like, and come back to any of them later.
      </p>
    </div>
    <div class="tasks">
      ${govuk('task-list', {
        items: tasks.map(({ title: name, hint, path, standing }) => ({
          title: { text: name },
          hint: { text: hint },
          ...(standing === 'later' ? {} : { href: path }),
          status: statuses[standing],
        })),
      })}
    </div>
    ${nextOf(counts)} ${hubPages()}
  `
  return framed(frame, title, main)
}

function tasksOf({ counts, waiting }: HubView): readonly Task[] {
  const { councils, schools, links, criteria, goals, audits, people } = counts
  const step = ({ title, path, kinds, leftOut }: FileStep, count: number, hint: string, canStart: boolean): Task => {
    const waits = kinds.some((kind) => waiting.includes(kind))
    const open = leftOut === null ? (canStart ? 'to do' : 'later') : 'optional'
    return { title, path, hint, standing: waits ? 'waits' : count > 0 ? 'done' : open }
  }
  const others = people - 1
  return [
    {
      title: 'Name and councils',
      hint: councils === 0 ? 'What your hub is called, and whose schools it serves' : countText(councils, 'council'),
      path: '/hub/councils',
      standing: councils > 0 ? 'done' : 'to do',
    },
    step(fileSteps.register, schools, registerHint(schools, links), councils > 0),
    step(
      fileSteps.framework,
      criteria,
      criteria === 0 ? 'The four strands and levels are built in' : countText(criteria, 'criterion', 'criteria'),
      true,
    ),
    step(
      fileSteps.goals,
      goals,
      goals === 0 ? 'The aims of your Music Education Plan' : countText(goals, 'goal'),
      true,
    ),
    step(
      fileSteps.audits,
      audits,
      audits === 0 ? 'The meetings you have held, and what was agreed there' : countText(audits, 'audit'),
      schools > 0,
    ),
    {
      title: 'People',
      hint: others <= 0 ? 'Who else may sign in, and as what' : `${countText(others, 'person', 'people')} beside you`,
      path: '/people',
      standing: others > 0 ? 'done' : 'optional',
    },
  ]
}

const registerHint = (schools: number, links: number): string =>
  schools === 0
    ? 'Which schools there are'
    : `${countText(schools, 'school')} of your councils${links === 0 ? '; no links yet between schools that closed and those that followed them' : ''}`

const nextOf = ({ councils, schools, audits }: HubCounts): Html =>
  schools === 0
    ? html`<p class="govuk-body">
        ${councils === 0 ? 'Begin with the name and councils. ' : null}The county’s page shows itself as soon as the
        register is loaded.
      </p>`
    : html`<p class="govuk-body">
        <a class="govuk-link" href="/">See the county</a>${
          audits === 0 ? ': it counts the schools already, and shows levels as soon as audits are loaded.' : '.'
        }
      </p>`
