import type { FastifyInstance } from 'fastify'
import { roles, type Role } from '../../analytics/framework/role.ts'
import type { Store } from '../../migrations/open.ts'
import { signedIn } from './signed-in.ts'

/** A page as it was sent: where it is, and its HTML. */
export interface LinkedPage {
  readonly url: string
  readonly html: string
}

/** Every route that gives a page, each with the form of its addresses; of two that fit, the one that names more first. */
export function routesOfPages(app: FastifyInstance): ReadonlyMap<string, RegExp> {
  const urls = app.routeTable.filter(({ method }) => method === 'GET').map(({ url }) => url)
  const left = (url: string): number => url.split(':').length
  const pages = urls.filter(isPage).toSorted((one, other) => left(one) - left(other))
  return new Map(pages.map((url) => [url, formOf(url)]))
}

/** Somebody of every role in the sample county, the data steward, who sees most, first. */
export async function everybody(store: Store): Promise<readonly { readonly role: Role; readonly cookie: string }[]> {
  const trust = await store
    .selectFrom('registerSchool')
    .select('trustCode')
    .where('trustCode', 'is not', null)
    .executeTakeFirst()
  const organisations: Readonly<Partial<Record<Role, string | null>>> = {
    'council officer': '990',
    'school user': '900001',
    'trust user': trust?.trustCode ?? null,
  }
  const first: Role = 'data steward'
  const people = []
  for (const role of [first, ...roles.filter((each) => each !== first)]) {
    const { cookie } = await signedIn(store, { role, organisation: organisations[role] ?? null })
    people.push({ role, cookie })
  }
  return people
}

/** Every page that links lead somebody to from where they begin and from some other addresses, one for each route. */
export async function pagesFor(
  app: FastifyInstance,
  cookie: string,
  forms: ReadonlyMap<string, RegExp>,
  also: readonly string[],
): Promise<ReadonlyMap<string, LinkedPage>> {
  const whole = [...forms.keys()].filter((url) => !url.includes(':'))
  const [found, seen, waiting] = [new Map<string, LinkedPage>(), new Set<string>(), ['/', ...also, ...whole]]
  const tries = new Map<string, number>()
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    const path = url.split(/[?#]/)[0] ?? ''
    const [route] = [...forms].find(([each, form]) => each === path || form.test(path)) ?? []
    if (route === undefined || seen.has(url) || (tries.get(route) ?? 0) >= 3) continue
    seen.add(url)
    tries.set(route, (tries.get(route) ?? 0) + 1)
    const { statusCode, headers, body } = await app.inject({ url, headers: { host: '127.0.0.1', cookie } })
    const isHtml = String(headers['content-type']).startsWith('text/html')
    if (statusCode === 200 && isHtml && !found.has(route)) found.set(route, { url, html: body })
    const links = [...body.matchAll(/href="(\/[^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
    waiting.push(...links, ...(headers.location === undefined ? [] : [headers.location]))
  }
  return found
}

/** Routes of files and of answers for programs give no page. */
const isPage = (url: string): boolean =>
  !/^\/(api|assets|health)\/|\/(files|examples)\/|\.[a-z]+$|\/progress$/.test(url)

const formOf = (url: string): RegExp => new RegExp(`^${url.replaceAll(/:\w+/g, '[^/]+').replaceAll('.', '\\.')}$`)
