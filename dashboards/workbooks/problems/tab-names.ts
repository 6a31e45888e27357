/** The most characters in the name of a worksheet. */
const most = 31

/** A text as worksheets may be called: without what their names cannot have, and not too long. */
const tabOf = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[[\]:*?/\\\p{C}\uE000-\uF8FF]/gu, ' ')
    .trim()
    .replaceAll(/^'+|'+$/g, '')
    .slice(0, most)
    .toWellFormed()
    .trim() || 'Sheet'

/** A name for each worksheet as near its own as may be, no two alike, and none of those that are taken. */
export function tabNames(names: readonly string[], taken: readonly string[]): readonly string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()))
  return names.map((name) => {
    const wanted = tabOf(name)
    const tries = Array.from({ length: names.length + taken.length + 1 }, (_, at) => {
      const end = at === 0 ? '' : ` (${at + 1})`
      return `${wanted.slice(0, most - end.length)}${end}`
    })
    const tab = tries.find((each) => !used.has(each.toLowerCase())) ?? wanted
    used.add(tab.toLowerCase())
    return tab
  })
}
