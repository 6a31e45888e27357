const inEnglish = new Intl.Collator('en-GB')

/** The order of two names, as in English; names that are alike there by code unit. */
export const byName = (a: string, b: string): number => inEnglish.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)

/** The same, with one name after all others. */
export const byNameBut =
  (last: string) =>
  (a: string, b: string): number =>
    Number(a === last) - Number(b === last) || byName(a, b)
