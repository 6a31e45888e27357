import { recogniseAmong } from '../recognise/kind.ts'
import { auditsLong } from './audits-long.ts'
import { auditsWide } from './audits-wide.ts'
import { awards } from './awards.ts'
import { boundaries } from './boundaries.ts'
import { census } from './characteristics-census.ts'
import { geography } from './characteristics-geography.ts'
import { pupilPremium } from './characteristics-pupil-premium.ts'
import { characteristics } from './characteristics.ts'
import { criteria } from './criteria.ts'
import { dataForms } from './data-forms.ts'
import { framework } from './framework.ts'
import { goals } from './goals.ts'
import { priorities } from './priorities.ts'
import { reflections } from './reflections.ts'
import { registerLinks } from './register-links.ts'
import { register } from './register.ts'
import type { Sheet, SheetKind } from './sheet.ts'

/** Every kind of sheet in each of its layouts. */
export const sheets: readonly Sheet[] = [
  register,
  registerLinks,
  framework,
  auditsWide,
  auditsLong,
  awards,
  priorities,
  reflections,
  goals,
  criteria,
  characteristics,
  pupilPremium,
  census,
  geography,
  dataForms,
  boundaries,
]

/** The sheet whose columns the headings show, among those of one kind where that is told. */
export const recogniseKind = (headings: readonly string[], kind?: SheetKind, isYearTold = false) =>
  recogniseAmong(sheets, headings, kind, isYearTold)
