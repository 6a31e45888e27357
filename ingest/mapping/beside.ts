import type { AcademicYear } from '../../analytics/framework/academic-year.ts'
import type { SheetKind } from '../sheets/sheet.ts'
import type { Mapping } from './mapping.ts'
import type { RememberedMapping } from './remember.ts'

/** What is told beside the bytes of a file: by the one who sends it, and by what the hub remembers. */
export interface Beside {
  readonly kind?: SheetKind | undefined
  readonly year?: AcademicYear | undefined
  /** Mappings for the tabs that they fit, in place of what the headings say by themselves. */
  readonly mappings?: readonly Mapping[] | undefined
  readonly remembered?: readonly RememberedMapping[] | undefined
}
