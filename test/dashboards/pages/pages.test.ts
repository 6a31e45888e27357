import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { strands } from '../../../analytics/framework/strand.ts'
import { comparatorsPage } from '../../../dashboards/pages/comparators.ts'
import { countyHomePage } from '../../../dashboards/pages/county-home.ts'
import { emptyPage } from '../../../dashboards/pages/empty.ts'
import { measurePage } from '../../../dashboards/pages/measure.ts'
import { problemPage } from '../../../dashboards/pages/problem.ts'
import { schoolPage } from '../../../dashboards/pages/school.ts'
import { schoolsPage } from '../../../dashboards/pages/schools.ts'
import { strandPage } from '../../../dashboards/pages/strand.ts'
import type { Html } from '../../../dashboards/parts/html.ts'
import { comparatorsView, countyView, frameAt, measureView, schoolsView, schoolView, strandView } from '../views.ts'

const documentOf = (page: Html) => parseHTML(String(page)).document

const textOf = (page: Html): string =>
  (documentOf(page).querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ')

const hrefsOf = (page: Html, selector = 'main a'): readonly (string | null)[] =>
  [...documentOf(page).querySelectorAll(selector)].map((link) => link.getAttribute('href'))

describe('the page of the county', () => {
  it('has its six figures, coverage first, each with its numbers, its picture and its own address', () => {
    const page = countyHomePage(countyView())
    const figures = [...documentOf(page).querySelectorAll('figure')]
    expect(figures.map(({ id }) => id)).toEqual([
      'coverage',
      'strand-profile',
      'strand-progress',
      'award-ladder',
      'reflections-due',
      'priority-themes',
    ])
    expect(hrefsOf(page, '#coverage .figure__links a')).toEqual([
      '/api/measures/coverage.csv?asOf=2026-06-30',
      '/charts/coverage.svg?asOf=2026-06-30',
      '/?asOf=2026-06-30#coverage',
    ])
    expect(figures.every((figure) => figure.querySelectorAll('svg[role=img]').length === 2)).toBe(true)
    expect(figures.every((figure) => figure.querySelector('table') !== null)).toBe(true)
  })

  it('leads from each strand to its page', () => {
    const hrefs = hrefsOf(countyHomePage(countyView()), '#strand-profile a')
    for (const slug of ['curriculum-music', 'co-curricular', 'leadership-and-management', 'community-and-partnerships'])
      expect(hrefs).toContain(`/strands/${slug}`)
  })

  it('says that a sample county is one', () => {
    const frame = frameAt('/', { sample: { today: '2026-06-30' } })
    expect(String(countyHomePage({ ...countyView(), frame }))).toContain('Sample county')
    expect(String(countyHomePage(countyView()))).not.toContain('Sample county')
  })
})

describe('the page of a strand', () => {
  it('keeps council and day in the address of every other page', () => {
    const frame = frameAt('/strands/co-curricular', { where: { council: '990' }, asOf: '2024-08-31' })
    const hrefs = hrefsOf(strandPage({ ...strandView(), frame }), 'nav a')
    expect(hrefs).toContain('/?council=990&asOf=2024-08-31')
    expect(hrefs).toContain('/schools?council=990&asOf=2024-08-31')
  })

  it('says the moves most schools made in sentences', () => {
    expect(textOf(strandPage(strandView()))).toContain('2 schools moved up from Developing to Establishing.')
  })

  it('makes a sentence of every cell of the matrix, in its table and in a list', () => {
    const { document } = parseHTML(String(strandPage(strandView())))
    const cells = [...document.querySelectorAll('#transition-matrix td')].map(({ textContent }) =>
      textContent.replaceAll(/\s+/g, ' ').trim(),
    )
    expect(cells).toHaveLength(20)
    for (const cell of cells)
      expect(cell).toMatch(
        /^\d+ (of \d+ schools? first at \w+ and audited again (moved|is|are)|schools? at \w+ in (its|their) only audit) /,
      )
    const list = [...document.querySelectorAll('#transition-matrix ul.govuk-list li')].map(
      ({ textContent }) => textContent,
    )
    expect(list.map((line) => line.replaceAll(/\s+/g, ' ').trim())).toEqual(cells.map((cell) => `${cell}.`))
  })

  it('names, for the hub alone, who could share good practice, with the way to each', () => {
    const hrefs = hrefsOf(strandPage(strandView('Curriculum music')), 'section a')
    expect(hrefs.filter((href) => /^\/schools\/\d+/.test(href ?? '')).length).toBeGreaterThan(0)
    expect(textOf(strandPage(strandView('Curriculum music', 'council')))).not.toContain('good practice')
  })
})

describe('the page of a measure', () => {
  it('has the measure as its figure, and keeps what it was asked by in its address', () => {
    const page = measurePage(measureView('transition-matrix'))
    expect(textOf(page)).toContain('From which level to which have our schools moved')
    expect(hrefsOf(page, '#transition-matrix .figure__links a').at(-1)).toBe(
      '/measures/transition-matrix?asOf=2026-06-30&strand=Co-curricular#transition-matrix',
    )
  })

  it('can be asked by what the measure takes, and what it needs cannot be left out', () => {
    const choices = (id: 'transition-matrix' | 'strand-profile' | 'award-ladder') =>
      [...documentOf(measurePage(measureView(id))).querySelectorAll('#filter-strand option')].map(
        (option) => option.textContent,
      )
    expect(choices('transition-matrix')).toHaveLength(4)
    expect(choices('strand-profile')[0]).toBe('All strands')
    expect(choices('award-ladder')).toEqual([])
    expect(String(measurePage(measureView('coverage')))).toContain('name="during"')
  })
})

describe('the list of schools', () => {
  it('keeps in view what is searched and chosen, and folds away by what else there is to choose', () => {
    const fieldsOf = (page: Html, selector: string) =>
      [...documentOf(page).querySelectorAll(`form.filters ${selector}`)].map((field) => field.getAttribute('name'))
    const inView = '> .filters__fields [name]:not([type=hidden])'
    const folded = 'details:not([open]) [name]'
    const all = schoolsPage(schoolsView())
    expect(fieldsOf(all, inView)).toEqual(['q', 'met'])
    expect(fieldsOf(all, folded)).toContain('phase')
    const chosen = schoolsPage(schoolsView({ frame: frameAt('/schools', { where: { phase: 'Primary' } }) }))
    expect(fieldsOf(chosen, inView)).toEqual(['q', 'met', 'phase'])
    expect(fieldsOf(chosen, folded)).toEqual(fieldsOf(all, folded).filter((name) => name !== 'phase'))
  })

  it('says by which column it is sorted, and turns round when asked for the same again', () => {
    const page = schoolsPage(schoolsView({ sort: 'audited', order: 'ascending' }))
    const sorted = documentOf(page).querySelectorAll('th[aria-sort]')
    expect([...sorted].map((cell) => cell.getAttribute('aria-sort'))).toEqual(['ascending'])
    expect(sorted[0]?.querySelector('a')?.getAttribute('href')).toBe('/schools?sort=audited&order=descending')
  })

  it('says how many were found and which are shown, and leads to the other pages', () => {
    const page = schoolsPage(schoolsView({ found: 24_000, page: 7, q: 'music' }))
    expect(textOf(page)).toContain(
      '24,000 schools with “music” in the name, as things stood on 30 June 2026. Showing 301 to 350.',
    )
    expect(hrefsOf(page, '.govuk-pagination a')).toEqual(
      [6, 1, 6, 7, 8, 480, 8].map((number) => `/schools?q=music&sort=name&order=ascending&page=${number}`),
    )
  })

  it('tells not rated, not audited, no award and a lapsed award apart', () => {
    const text = textOf(schoolsPage(schoolsView()))
    for (const words of ['Not rated', 'Not audited', 'None', 'Bronze (lapsed)', 'Bronze '])
      expect(text).toContain(words)
  })
})

describe('the page of a school', () => {
  const text = textOf(schoolPage(schoolView()))

  it('tells its audits in order of time and what moved between them', () => {
    expect(text.indexOf('Audit on 10 March 2022')).toBeLessThan(text.indexOf('Audit on 12 March 2025'))
    expect(text).toContain(
      'Up: Curriculum music, Focusing to Developing. Same level: Co-curricular. Down: Leadership and Management, Developing to Focusing.',
    )
    expect(text).toContain('Recorded under URN 900099')
  })

  it('tells that an award has lapsed, and which reflections came back', () => {
    expect(text).toContain('audited 2 times, last on 12 March 2025; Bronze award, lapsed.')
    expect(text).toContain(
      'from 1 April 2022, lapsed after 1 April 2025. Nominated for Music Mark. Follow-up visit on 1 September 2022.',
    )
    expect(text).toContain('Due 10 March 2023, sent 1 February 2023, returned 1 March 2023.')
    expect(text).toContain('Due 10 March 2024, sent 1 February 2024, not returned yet.')
    expect(text.indexOf('after 12 months')).toBeLessThan(text.indexOf('after 24 months'))
  })

  it('compares no levels of frameworks that cannot be compared', () => {
    const audits = schoolView().audits.map((audit) => ({ ...audit, comparable: false }))
    const other = textOf(schoolPage(schoolView({ audits })))
    expect(other).toContain('Not comparable: Curriculum music; Co-curricular; Leadership and Management.')
    expect(other).not.toContain('Up:')
  })
})

describe('the page of comparators', () => {
  it('says of each value what it is, for on a phone no headings stand over it', () => {
    const cells = String(comparatorsPage(comparatorsView())).match(/<td[^>]*>/g) ?? []
    const labels = cells.map((cell) => /data-label="([^"]+)"/.exec(cell)?.[1])
    expect(labels.slice(0, 7)).toEqual(['Pupils', 'Free school meals', 'SEND', ...strands])
    expect(labels).not.toContain(undefined)
  })

  it('says how many were chosen from how many and how, and marks what is guessed', () => {
    const { found } = comparatorsView()
    const text = textOf(comparatorsPage(comparatorsView()))
    expect(text).toContain(`These ${found?.comparators.length} were chosen from the 90 schools of its phase (Primary)`)
    expect(text).toContain('Not known, taken as 1,001')
    expect(text).toContain('(this school)')
  })

  it('says in words why there are none', () => {
    const { found } = comparatorsView()
    expect(textOf(comparatorsPage(comparatorsView({ found: null })))).toContain('There is not enough information')
    const few = found === null ? null : { ...found, from: 12, comparators: [] }
    expect(textOf(comparatorsPage(comparatorsView({ found: few })))).toContain(
      '12 of its phase (Primary), and it takes 30',
    )
  })
})

describe('pages that have nothing to show', () => {
  it('say what happened and what to do', () => {
    const said = ([400, 404, 500] as const).map((status) =>
      textOf(problemPage({ frame: frameAt('/'), status, detail: 'use a day: the day before the month' })),
    )
    expect(said[0]).toContain('Use a day: the day before the month.')
    expect(said[1]).toContain('Page not found')
    expect(said[2]).toContain('Try again')
  })

  it('name the commands to run next', () => {
    expect(textOf(emptyPage({ frame: frameAt('/', { hub: null }) }))).toContain('hub add')
    expect(textOf(emptyPage({ frame: frameAt('/') }))).toContain('ingest register.csv')
  })
})
