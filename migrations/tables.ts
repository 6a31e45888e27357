import type { HubTables } from './tables/hub.ts'
import type { RegisterTables } from './tables/register.ts'
import type { SchoolYearTables } from './tables/school-year.ts'
import type { PlanTables } from './tables/plan.ts'
import type { JourneyTables } from './tables/journey.ts'
import type { ImportTables } from './tables/import.ts'
import type { PersonTables } from './tables/person.ts'
import type { SignInTables } from './tables/sign-in.ts'
import type { ContactTables } from './tables/contact.ts'
import type { AuditLogTables } from './tables/audit-log.ts'
import type { ReturnTables } from './tables/return.ts'
import type { KeptViewTables } from './tables/kept-view.ts'

export type * from './tables/hub.ts'
export type * from './tables/register.ts'
export type * from './tables/school-year.ts'
export type * from './tables/plan.ts'
export type * from './tables/journey.ts'
export type * from './tables/import.ts'
export type * from './tables/person.ts'
export type * from './tables/sign-in.ts'
export type * from './tables/contact.ts'
export type * from './tables/audit-log.ts'
export type * from './tables/return.ts'
export type * from './tables/kept-view.ts'

/** The store. Columns are snake_case in SQL and camelCase here. */
export interface Tables
  extends
    HubTables,
    RegisterTables,
    SchoolYearTables,
    PlanTables,
    JourneyTables,
    ImportTables,
    PersonTables,
    SignInTables,
    ContactTables,
    AuditLogTables,
    ReturnTables,
    KeptViewTables {}

/** The tables that hold facts, with the columns that name a fact within its hub. */
export const factKeys = {
  registerSchool: ['urn'],
  registerLink: ['urn', 'linkUrn', 'linkType'],
  criterion: ['framework', 'strand', 'theme', 'level', 'number'],
  audit: ['urn', 'heldOn'],
  rating: ['urn', 'heldOn', 'strand'],
  award: ['urn', 'heldOn', 'awardOn'],
  priority: ['urn', 'heldOn', 'priority'],
  reflection: ['urn', 'heldOn', 'month'],
  reflectionPriority: ['urn', 'heldOn', 'month', 'priority'],
  goal: ['goal'],
  criterionRating: ['urn', 'heldOn', 'strand', 'theme', 'level', 'number'],
  schoolYear: ['urn', 'academicYear'],
  schoolFsm: ['urn', 'academicYear', 'basis'],
  dataFormFigure: ['urn', 'academicYear', 'figure', 'breakdown'],
  boundary: ['district'],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>

export type FactTable = keyof typeof factKeys
