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
  /** Tells the server that a form is of their pages; null on pages that are kept, which hold no form to send. */
  readonly token: string | null
}

/** A page that is led to from every other: whether it keeps the schools and day of the page it is led to from. */
export interface PageLink {
  readonly text: string
  readonly path: string
  readonly keeps: boolean
  /** The paths of further pages that belong to it. */
  readonly about?: RegExp
  /** The pages of the part that it begins, itself first; none where it is the only one. */
  readonly under?: readonly PageLink[]
}

/** The path of a strand's page. */
export const strandPath = (strand: string): string => `/strands/${strandSlug(strand as Strand)}`

const page = (text: string, path: string, about?: RegExp): PageLink =>
  about === undefined ? { text, path, keeps: true } : { text, path, keeps: true, about }

/** A part of several pages, led to by the first of them. */
const part = (text: string, ...under: readonly [PageLink, ...PageLink[]]): PageLink => ({ ...under[0], text, under })

const ofHub = (role: Role): readonly PageLink[] => [
  page('County', '/'),
  part(
    'To do',
    page('Due and overdue', '/pipeline'),
    page('Reflections', '/reflections'),
    page('Priorities', '/priorities'),
  ),
  part(
    'Strands',
    page('All strands', '/strands'),
    ...strands.map((strand) => page(strand, strandPath(strand))),
    page('Cohorts', '/cohorts'),
  ),
  part('Awards and goals', page('Goals', '/goals'), page('Awards', '/awards')),
  part('Fairness', page('Kinds of school', '/equity'), page('Districts', '/districts')),
  page('Schools', '/schools', /^\/schools\//),
  part(
    'About the figures',
    page('Definitions', '/definitions', /^\/measures\//),
    page('Data quality', '/data-quality'),
    page('Explore', '/explore'),
    page('Provision', '/provision'),
    ...(role === 'hub leader' ? [page('Advisers', '/advisers')] : []),
    { text: 'Frozen views', path: '/frozen', keeps: false, about: /^\/frozen\// },
  ),
]

const returns: PageLink = { text: 'Returns', path: '/returns', keeps: false, about: /^\/returns\// }

const files: PageLink = { text: 'Load files', path: '/import', keeps: false, about: /^\/(import\/|receipts|mappings)/ }

const ownHub: PageLink = {
  text: 'Your hub',
  path: '/hub',
  keeps: false,
  about: /^\/(hub\/|people|contacts|held|retention|council-reports|audit-log)/,
}

const pages: Readonly<Record<Role, (home: string) => readonly PageLink[]>> = {
  'hub leader': () => [...ofHub('hub leader'), returns],
  adviser: () => ofHub('adviser'),
  'data steward': () => [...ofHub('data steward'), returns, files, ownHub],
  'council officer': (path) => [{ text: 'Council report', path, keeps: false }],
  'school user': (path) => [{ text: 'Your school', path, keeps: false }],
  'trust user': (path) => [{ text: 'Your schools', path, keeps: false, about: /^\/schools\// }],
}

/** The pages that somebody is led to from everywhere. */
export const pagesOf = ({ role, home }: Visitor): readonly PageLink[] => pages[role](home)

/** What the page at a path is called where it is led to; null where nothing leads to it from everywhere. */
export const pageTitle = (path: string): string | null =>
  ofHub('hub leader')
    .flatMap((link) => link.under ?? [link])
    .find((link) => link.path === path)?.text ?? null

/** Whether a path is that of the page, or of one that belongs to it. */
export const isOf = (path: string, { path: own, about, under = [] }: PageLink): boolean =>
  own === path || about?.test(path) === true || under.some((link) => isOf(path, link))

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
    ${
      token === null
        ? html`<a class="visitor__link" href="/sign-out">Sign out</a>`
        : buttonForm('/sign-out', token, { text: 'Sign out', classes: 'visitor__out' })
    }
  </div>
`
