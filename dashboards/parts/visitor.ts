import type { Role } from '../../analytics/framework/role.ts'
import { strands, strandSlug, type Strand } from '../../analytics/framework/strand.ts'
import { buttonForm } from './form.ts'
import { html, type Html } from './html.ts'

/** Who looks at a page. */
export interface Visitor {
  readonly name: string
  readonly role: Role
  /** The path of the page they begin at. */
  readonly home: string
  /** Tells the server that a form is of their pages. */
  readonly token: string
}

/** A page that is led to from every other: whether it keeps the schools and day of the page it is led to from. */
export interface PageLink {
  readonly text: string
  readonly path: string
  readonly keeps: boolean
  /** The paths of further pages that belong to it. */
  readonly about?: RegExp
}

/** The path of a strand's page. */
export const strandPath = (strand: string): string => `/strands/${strandSlug(strand as Strand)}`

const ofHub: readonly PageLink[] = [
  { text: 'County', path: '/', keeps: true },
  ...strands.map((strand): PageLink => ({ text: strand, path: strandPath(strand), keeps: true })),
  { text: 'Schools', path: '/schools', keeps: true, about: /^\/schools\// },
]

const files: PageLink = { text: 'Load files', path: '/import', keeps: false, about: /^\/(import\/|receipts|mappings)/ }

const ownHub: PageLink = {
  text: 'Your hub',
  path: '/hub',
  keeps: false,
  about: /^\/(hub\/|people|contacts|held|retention|council-reports|audit-log)/,
}

const pages: Readonly<Record<Role, (home: string) => readonly PageLink[]>> = {
  'hub leader': () => ofHub,
  adviser: () => ofHub,
  'data steward': () => [...ofHub, files, ownHub],
  'council officer': (path) => [{ text: 'Council report', path, keeps: false }],
  'school user': (path) => [{ text: 'Your school', path, keeps: false }],
  'trust user': (path) => [{ text: 'Your schools', path, keeps: false, about: /^\/schools\// }],
}

/** The pages that somebody is led to from everywhere. */
export const pagesOf = ({ role, home }: Visitor): readonly PageLink[] => pages[role](home)

/** Whether somebody is of the hub itself, and so led to figures and other schools. */
export const isOfHub = ({ role }: Visitor): boolean =>
  role === 'hub leader' || role === 'adviser' || role === 'data steward'

/** Whether somebody loads files, and so is led to them and to what was loaded. */
export const loadsFiles = ({ role }: Visitor): boolean => role === 'data steward'

/** Who is signed in, with the ways to their sign-ins and out. */
export const visitorLine = ({ name, role, token }: Visitor): Html => html`
  <div class="visitor">
    <p class="visitor__name">${name}, ${role}</p>
    <a class="visitor__link" href="/account">Your sign-ins</a>
    ${buttonForm('/sign-out', token, { text: 'Sign out', classes: 'visitor__out' })}
  </div>
`
