import { stringify } from 'csv-stringify/sync'
import type { Contact } from '../queries/contact.ts'

const columns = [
  { key: 'urn', header: 'URN' },
  { key: 'school', header: 'School' },
  { key: 'name', header: 'Name' },
  { key: 'role', header: 'Role' },
  { key: 'address', header: 'Address' },
] as const

/** Contacts as CSV for people: a spreadsheet takes no cell of it for a formula. */
export const contactsCsv = (contacts: readonly Contact[]): string =>
  stringify([...contacts], {
    header: true,
    columns: [...columns],
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  })
