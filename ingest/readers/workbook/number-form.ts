/** What a number stands for, by the format it is shown in; `padded` is shown with at least so many digits. */
export type NumberForm = 'plain' | 'percent' | 'day' | 'time' | { readonly padded: number }

/** The formats that a workbook need not spell out. Source: ECMA-376 part 1, 18.8.30. */
const days = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])
const times = new Set([18, 19, 20, 21, 32, 33, 45, 46, 47])

/** What a format shows as it stands (quoted, escaped, a filling) and its colours, conditions and languages. */
const shownAsIs = /"[^"]*"?|[\\_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]?/gi

function formOfCode(code: string): NumberForm {
  const [first = ''] = code.slice(0, 1000).replaceAll(shownAsIs, '').split(';')
  const letters = first.toLowerCase().trim()
  if (letters === '' || letters === 'general' || letters === 'standard') return 'plain'
  const clock = letters.replaceAll(/am\/pm|a\/p/g, 'h')
  if (/[dy]/.test(clock)) return 'day'
  if (/[hs]/.test(clock)) return 'time'
  if (clock.includes('m')) return 'day'
  if (clock.includes('%')) return 'percent'
  return /^0{2,}$/.test(clock) ? { padded: clock.length } : 'plain'
}

/** The form of a format by its number, and its code where the workbook spells it out. */
export function numberFormOf(id: number, code: string | undefined): NumberForm {
  if (code !== undefined) return formOfCode(code)
  if (days.has(id)) return 'day'
  if (times.has(id)) return 'time'
  return id === 9 || id === 10 ? 'percent' : 'plain'
}
