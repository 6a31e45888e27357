import type { Html } from './html.ts'

/** A link to the numbers of a figure: what they answer, and what was asked, as a query string in markup. */
export interface NumbersOffered {
  readonly of: 'measures' | 'profiles' | 'district-map'
  readonly name: string
  readonly query: string
}

const numbers = /href="\/api\/(?:(measures|profiles)\/([\w-]+)|district-map)\.csv\?([^"]*)"/

/** The figures whose numbers a page offers, in its order, each once: these can be kept as they are. */
export function numbersOffered(page: string): readonly NumbersOffered[] {
  const found = new Map<string, NumbersOffered>()
  for (const [href, of = 'district-map', name = '', query = ''] of page.matchAll(new RegExp(numbers, 'g')))
    found.set(href, { of: of as NumbersOffered['of'], name, query: query.replaceAll('&amp;', '&') })
  return [...found.values()]
}

/** Whether a page offers the numbers of any. */
export const offersNumbers = (main: Html): boolean => numbers.test(String(main))
