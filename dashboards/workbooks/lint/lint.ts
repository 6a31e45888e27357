import type { Profile } from '../profile.ts'
import { readBook } from './book.ts'
import type { Fault, Rule, Severity } from './rule.ts'
import { disclosureRules } from './rules/disclosure.ts'
import { layoutRules } from './rules/layout.ts'
import { noteRules } from './rules/notes.ts'
import { objectRules } from './rules/objects.ts'
import { packageRules } from './rules/package.ts'
import { sheetRules } from './rules/sheets.ts'
import { tableRules } from './rules/tables.ts'
import { valueRules } from './rules/values.ts'

/** Something that keeps a workbook from being as the guidance for accessible, safe spreadsheets wants it. */
export interface Finding extends Fault {
  readonly id: string
  readonly severity: Severity
  /** What to do about it. */
  readonly mend: string
}

export interface LintOptions {
  readonly profile?: Profile
  /** The file's name, where it is to be checked too. */
  readonly fileName?: string | null
  /** What may stand in no part of the workbook, such as names of schools. */
  readonly unsaid?: readonly string[]
}

/** Every rule, by hand. */
export const rules: readonly Rule[] = [
  ...packageRules,
  ...sheetRules,
  ...layoutRules,
  ...tableRules,
  ...valueRules,
  ...noteRules,
  ...objectRules,
  ...disclosureRules,
]

/**
 * Everything that is wrong with a workbook, in the order of the rules. Throws `NotAWorkbook` where the file is none.
 *
 * Source: Government Analysis Function, "Releasing statistics in spreadsheets"; Information Commissioner's Office,
 * "Disclosing documents to the public securely".
 */
export function lintWorkbook(
  bytes: Uint8Array,
  { profile = 'publication', fileName = null, unsaid = [] }: LintOptions = {},
): readonly Finding[] {
  const checked = { book: readBook(bytes), profile, fileName, unsaid }
  return rules.flatMap(({ id, severity, mend, find }) =>
    Array.from(find(checked), (fault): Finding => ({ id, severity, mend, ...fault })),
  )
}
