import type { SheetColumn, TableSheet } from '../workbook-spec.ts'

const endings = { count: '_count', percent: '_percent', words: '', day: '_on' } as const

/** A column's name for machines, from its label and what it holds: `not_rated_count`, `not_rated_percent`. */
export function machineName({ label, form }: Pick<SheetColumn, 'label' | 'form'>): string {
  const name = label
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')
  const ending = endings[form]
  return name.endsWith(ending) ? name : name + ending
}

/** The name of a table's file without its ending: `Strand_profile` is in `strand-profile`. */
export const tableFileName = ({ tab }: Pick<TableSheet, 'tab'>): string => tab.toLowerCase().replaceAll('_', '-')
