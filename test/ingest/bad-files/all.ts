import type { BadFile } from './bad-file.ts'
import { boundaries } from './boundaries.ts'
import { containers } from './containers.ts'
import { days } from './days.ts'
import { encodings } from './encodings.ts'
import { headings } from './headings.ts'
import { hostile } from './hostile.ts'
import { numbers } from './numbers.ts'
import { pupils } from './pupils.ts'
import { rows } from './rows.ts'
import { separators } from './separators.ts'
import { words } from './words.ts'
import { workbooks } from './workbooks.ts'

/** The files that are loaded one by one, by what is wrong with them. */
export const gentle: Readonly<Record<string, readonly BadFile[]>> = {
  'Encodings and lines': encodings,
  'Separators and quotation marks': separators,
  Headings: headings,
  Rows: rows,
  Days: days,
  'Numbers of schools': numbers,
  'Words, levels and awards': words,
  'Data of pupils': pupils,
  'What workbooks hold': workbooks,
  'Files of other programs': containers,
  Boundaries: boundaries,
}

/** Those that are made to do harm, loaded in a process of its own. */
export const harmful: Readonly<Record<string, readonly BadFile[]>> = { 'Made to do harm': hostile }
