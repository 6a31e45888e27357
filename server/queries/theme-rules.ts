import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { ThemeRule } from '../../analytics/framework/theme-rule.ts'
import { Mistake } from '../mistake.ts'

const ours = new URL('theme-rules.csv', import.meta.url)

/**
 * The rules by which priorities are sorted into themes, from the hub's own file (`CRESCENDO_THEME_RULES`) or ours: a row
 * a keyword, with the columns Theme, Keyword, Weight. Throws a `Mistake` that names the first row it cannot read.
 */
export function readThemeRules(
  file: string | URL = process.env['CRESCENDO_THEME_RULES'] ?? ours,
): readonly ThemeRule[] {
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, trim: true, bom: true })
  return rows.map(({ Theme: theme = '', Keyword: keyword = '', Weight = '' }, at) => {
    const weight = Weight === 'not' ? 'not' : Number(Weight)
    const isRule =
      theme !== '' && /[\p{L}\p{N}]/u.test(keyword) && (weight === 'not' || (Number.isInteger(weight) && weight > 0))
    if (!isRule)
      throw new Mistake(
        `theme rules, row ${at + 2}: found "${theme}", "${keyword}", "${Weight}"; use a theme, a keyword, and a whole number above 0 or not`,
      )
    return { theme, keyword, weight }
  })
}
