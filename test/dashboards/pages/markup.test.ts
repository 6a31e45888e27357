import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { comparatorsPage } from '../../../dashboards/pages/comparators.ts'
import { countyHomePage } from '../../../dashboards/pages/county-home.ts'
import { emptyPage } from '../../../dashboards/pages/empty.ts'
import { measurePage } from '../../../dashboards/pages/measure.ts'
import { problemPage } from '../../../dashboards/pages/problem.ts'
import { schoolPage } from '../../../dashboards/pages/school.ts'
import { schoolsPage } from '../../../dashboards/pages/schools.ts'
import { strandPage } from '../../../dashboards/pages/strand.ts'
import { factsOf } from '../../../fixtures/story.ts'
import { few } from '../answers.ts'
import { findMeasure, measureIds } from '../../../analytics/measures/index.ts'
import { importPages } from './import-pages.ts'
import {
  comparatorsView,
  countyView,
  frameAt,
  measureView,
  naughty,
  schoolsView,
  schoolView,
  strandView,
} from '../views.ts'

const forCouncils = measureIds.filter((id) => findMeasure(id)?.hubAlone === undefined)

const pages = {
  county: countyHomePage(countyView()),
  'county of which all is suppressed': countyHomePage(countyView(few, 'council')),
  'county without schools': countyHomePage(countyView(factsOf({}))),
  strand: strandPage(strandView()),
  'strand for a council': strandPage(strandView('Community and partnerships', 'council')),
  ...Object.fromEntries(measureIds.map((id) => [id, measurePage(measureView(id))])),
  ...Object.fromEntries(forCouncils.map((id) => [`${id} for a council`, measurePage(measureView(id, 'council'))])),
  schools: schoolsPage(schoolsView({ q: naughty })),
  'schools on many pages': schoolsPage(schoolsView({ found: 24_000, page: 7, sort: 'audited', order: 'descending' })),
  'no schools found': schoolsPage(schoolsView({ found: 0, schools: [] })),
  school: schoolPage(schoolView()),
  'school never audited': schoolPage(schoolView({ audits: [], awards: [], priorities: [], reflections: [] })),
  comparators: comparatorsPage(comparatorsView()),
  'no comparators': comparatorsPage(comparatorsView({ found: null })),
  'bad request': problemPage({ frame: frameAt('/'), status: 400, detail: naughty }),
  'not found': problemPage({ frame: frameAt('/nothing', { hub: null }), status: 404, detail: null }),
  failure: problemPage({ frame: frameAt('/', { sample: { today: '2026-06-30' } }), status: 500, detail: null }),
  empty: emptyPage({ frame: frameAt('/', { hub: null }) }),
  'empty hub': emptyPage({ frame: frameAt('/') }),
  ...importPages,
} as const

const withoutEnd = new Set(['meta', 'link', 'input', 'br', 'hr', 'img'])

/** What is wrong with the nesting of a page's elements: an end without its beginning, or a beginning without an end. */
function badlyNested(page: string): readonly string[] {
  const open: string[] = []
  const wrong: string[] = []
  for (const [tag, end, name = '', , closed] of page.matchAll(/<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^">])*?)(\/?)>/gi)) {
    if (end === '/') {
      if (open.pop() !== name) wrong.push(tag)
    } else if (closed !== '/' && !withoutEnd.has(name)) open.push(name)
  }
  return [...wrong, ...open]
}

describe.each(Object.entries(pages))('the page: %s', (_name, markup) => {
  const page = String(markup)
  const { document } = parseHTML(page)
  const all = [...document.querySelectorAll('*')]

  it('is nested as it should be, in British English, with one main heading and a title', () => {
    expect(badlyNested(page)).toEqual([])
    expect(page.startsWith('<!doctype html>')).toBe(true)
    expect(document.documentElement.getAttribute('lang')).toBe('en-GB')
    expect(document.querySelectorAll('h1').length).toBe(1)
    expect(document.title).toMatch(/Crescendo$/)
  })

  it('has no style and no script but its files', () => {
    expect(all.filter((element) => element.hasAttribute('style') || element.localName === 'style')).toEqual([])
    expect(all.filter(({ attributes }) => [...attributes].some(({ name }) => name.startsWith('on')))).toEqual([])
    expect(
      [...document.querySelectorAll('script')].map((script) => [script.getAttribute('src'), script.textContent]),
    ).toEqual([['/assets/page.js', '']])
  })

  it('shows text that would break out of it as text', () => {
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('<b style')
  })

  it('has no word left open', () => {
    expect(document.body.textContent).not.toMatch(/undefined|null|NaN|\[object|false/)
  })

  it('has each name once, and everything that is referred to', () => {
    const ids = all.map(({ id }) => id).filter((id) => id !== '')
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    const wanted = all.flatMap((element) =>
      ['aria-labelledby', 'aria-describedby', 'for'].flatMap((name) => element.getAttribute(name)?.split(' ') ?? []),
    )
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
    const anchors = all.map((element) => element.getAttribute('href')).filter((href) => href?.startsWith('#') === true)
    expect(anchors.filter((href) => !ids.includes(href?.slice(1) ?? ''))).toEqual([])
  })
})
