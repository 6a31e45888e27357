import { govuk } from './govuk.ts'
import type { Html } from './html.ts'

/** The way to the other pages of a list, from 1 to `last`; nothing where there is one page. */
export function pagesOf(page: number, last: number, hrefOf: (page: number) => string): Html | null {
  if (last <= 1) return null
  const near = [1, page - 1, page, page + 1, last].filter((each) => each >= 1 && each <= last)
  const items = [...new Set(near)].flatMap((each, at, pages) => {
    const item = { number: each, href: hrefOf(each), current: each === page }
    return each - (pages[at - 1] ?? 0) > 1 ? [{ ellipsis: true }, item] : [item]
  })
  return govuk('pagination', {
    items,
    ...(page > 1 ? { previous: { href: hrefOf(page - 1) } } : {}),
    ...(page < last ? { next: { href: hrefOf(page + 1) } } : {}),
  })
}
